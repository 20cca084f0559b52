import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#adapters/terminal/command-table.ts';
import { READER_COMMANDS } from '#chat/commands.ts';
import { DESK_COMMANDS } from '#chat/desk/desk-commands.ts';
import { SUBSCRIPTION_COMMANDS } from '#chat/subscription-commands.ts';
import { VARIABLES } from '#main/environment.ts';

const root = resolve(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const commands = [...READER_COMMANDS, ...SUBSCRIPTION_COMMANDS, ...DESK_COMMANDS];

/** The docs are held against the code, so that neither can say what the other does not. */
describe('the documents', () => {
  it('README.md names every command, its Arabic form and what it does', () => {
    const rows = read('README.md')
      .split('\n')
      .filter((line) => line.startsWith('| `/'));
    expect(rows).toHaveLength(commands.length);
    for (const c of commands)
      expect(
        rows.some((r) => r.includes(`\`/${c.name}\` | /${c.arabic} |`) && r.includes(c.doesInEnglish)),
        c.name,
      ).toBe(true);
  });

  it('README.md and .env.example name every variable, and no other', () => {
    const names = Object.keys(VARIABLES);
    const inReadme = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map((m) => m[1]);
    expect(inReadme).toEqual(names);
    for (const [name, what] of Object.entries(VARIABLES))
      expect(read('README.md')).toContain(`| \`${name}\` | ${what} |`);
    const inExample = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((m) => m[1]);
    expect([...inExample].sort()).toEqual([...names].sort());
  });

  it('README.md names every command of the command line', () => {
    for (const name of Object.keys(COMMANDS))
      expect(read('README.md')).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'));
  });

  it('README.ar.md names every command a reader has', () => {
    for (const c of [...READER_COMMANDS, ...SUBSCRIPTION_COMMANDS])
      expect(read('README.ar.md')).toContain(`/${c.name}`);
  });

  it('every command fits the lists of the platforms', () => {
    for (const c of commands) {
      expect(c.name).toMatch(/^[a-z]{1,32}$/);
      expect(c.does.length).toBeLessThanOrEqual(100);
      expect(c.doesInEnglish.length).toBeLessThanOrEqual(100);
    }
    expect(new Set(commands.flatMap((c) => [c.name, c.arabic])).size).toBe(commands.length * 2);
  });
});
