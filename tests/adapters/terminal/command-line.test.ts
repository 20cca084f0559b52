import { describe, expect, it } from 'vitest';
import { parseCommandLine, usage } from '#adapters/terminal/cli.ts';
import { COMMANDS } from '#adapters/terminal/command-table.ts';

describe('the command line', () => {
  it.each<[string, object]>([
    ['start', { command: 'start' }],
    ['brief kazakhstan', { command: 'brief', words: 'kazakhstan', json: false }],
    ['brief --json نور سلطان', { command: 'brief', words: 'نور سلطان', json: true }],
    ['brief', { command: 'brief', words: '', json: false }],
    ['brief -- --json', { command: 'brief', words: '--json', json: false }],
    ['check --json', { command: 'check', json: true }],
    ['doctor', { command: 'doctor', json: false }],
    ['backup copy.db', { command: 'backup', file: 'copy.db' }],
    ['export kazakhstan', { command: 'export', brief: 'kazakhstan', to: 'briefs' }],
    ['export kazakhstan --to out', { command: 'export', brief: 'kazakhstan', to: 'out' }],
    ['audit --count 3 --json', { command: 'audit', count: 3, json: true }],
    ['slots --at 08:00', { command: 'slots', args: ['--at', '08:00'] }],
    ['draft --help', { command: 'draft', args: ['--help'] }],
  ])('understands mujaz %s', (line, wanted) => {
    expect(parseCommandLine(line.split(' '))).toEqual({ outcome: 'run', ...wanted });
  });

  it.each<[string, string]>([
    ['', 'which command?'],
    ['fly', 'unknown command fly'],
    ['constructor', 'unknown command constructor'],
    ['--version', 'unknown option --version'],
    ['start --fast', '--fast'],
    ['start now', 'unexpected argument now'],
    ['check --json=yes', '--json'],
    ['backup', 'FILE is missing'],
    ['backup a b', 'unexpected argument b'],
    ['export', 'BRIEF is missing'],
    ['audit --count 0', '--count 0 is not a number'],
    ['audit --count', '--count'],
  ])('refuses mujaz %s with the reason and the usage', (line, reason) => {
    const read = parseCommandLine(line.split(' ').filter(Boolean));
    expect(read.outcome).toBe('fault');
    if (read.outcome !== 'fault') return;
    expect(read.text).toContain(reason);
    expect(read.text).toContain('usage: mujaz');
  });

  it.each(['--help', '-h', 'help'])('lists every command with %s', (flag) => {
    const read = parseCommandLine([flag]);
    expect(read).toEqual({ outcome: 'help', text: usage() });
    for (const name of Object.keys(COMMANDS)) expect(usage()).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it.each(Object.keys(COMMANDS).filter((name) => name !== 'slots' && name !== 'draft'))(
    'explains %s with --help, whatever else is missing',
    (name) => {
      const read = parseCommandLine([name, '--help']);
      expect(read.outcome).toBe('help');
      if (read.outcome === 'help') expect(read.text).toContain(`usage: mujaz ${name}`);
    },
  );
});
