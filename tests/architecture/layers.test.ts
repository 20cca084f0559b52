import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
let copy: string;

/** A guard that was never seen to fail is no guard: violations are planted in a copy, and both tools must see red. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'mujaz-layers-'));
  for (const name of ['src', 'package.json', 'biome.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  writeFileSync(join(copy, '.gitignore'), 'node_modules/\n');
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(tool: string, ...args: string[]): { failed: boolean; output: string } {
  try {
    const output = execFileSync(join(root, 'node_modules/.bin', tool), args, {
      cwd: copy,
      encoding: 'utf8',
      stdio: 'pipe',
      // The report of every module grows with the project; the default of a megabyte cut it off.
      maxBuffer: 64 * 2 ** 20,
    });
    return { failed: false, output };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { failed: true, output: stdout + stderr };
  }
}

const cruise = () => run('depcruise', '--config', '.dependency-cruiser.mjs', 'src');
const lint = (file: string) => run('biome', 'lint', '--vcs-enabled=false', file);

function planted(file: string, line: string, check: () => { failed: boolean; output: string }) {
  const path = join(copy, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${line}\n`);
  try {
    return check();
  } finally {
    rmSync(path);
  }
}

describe('the layers', () => {
  it('are kept, and the cruiser has seen the modules', () => {
    const report = JSON.parse(
      run('depcruise', '--config', '.dependency-cruiser.mjs', 'src', '-T', 'json').output,
    );
    const ours = report.modules.filter((m: { source: string }) => m.source.startsWith('src/'));
    expect(ours.length).toBeGreaterThan(50);
    expect(report.summary.violations).toEqual([]);
  });

  it.each([
    ['src/brief/planted.ts', "import '#message/labels.ar.ts';"],
    ['src/arabic/planted.ts', "import type { Draft } from '#draft/draft.ts';\nexport type X = Draft;"],
    ['src/message/planted.ts', "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;"],
    ['src/chat/planted.ts', "import { Bot } from 'grammy';\nexport const x = Bot;"],
    ['src/adapters/discord/planted.ts', "import { Bot } from 'grammy';\nexport const x = Bot;"],
    ['src/delivery/planted.ts', "import cron from 'node-cron';\nexport const x = cron;"],
    ['src/chat/planted.ts', "import { Kysely } from 'kysely';\nexport const x = Kysely;"],
  ])('an import to the right or to the outside is refused by both tools: %s %s', (file, line) => {
    expect(planted(file, line, () => lint(file)).failed).toBe(true);
    expect(planted(file, line, cruise).failed).toBe(true);
  });

  it('siblings among the adapters are refused', () => {
    const file = 'src/adapters/web/planted.ts';
    const sibling = readdirSync(join(copy, 'src/adapters/store'))[0];
    const line = `import * as x from '#adapters/store/${sibling}';\nexport const y = x;`;
    expect(planted(file, line, cruise).output).toContain('adapters-are-strangers');
  });

  it('a cycle, a file over 300 lines, a default export and a way up are refused', () => {
    const file = 'src/arabic/planted.ts';
    for (const line of [
      Array.from({ length: 301 }, (_, i) => `export const n${i} = ${i};`).join('\n'),
      'export default 1;',
      "import '../shared/clock.ts';",
      'const promise = Promise.resolve();\nexport function f() {\n  promise.then(() => 1);\n}',
    ])
      expect(planted(file, line, () => lint(file)).failed, line.slice(0, 60)).toBe(true);
  });
});

describe('time', () => {
  it('has one door: nobody else reads the clock or sets a timer', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (f) => f.endsWith('.ts') && f !== 'shared/clock.ts',
    );
    const guilty = files.filter((f) =>
      /\bDate\.now\(|\bnew Date\(\)|(?<!\.)\bset(?:Timeout|Interval)\(|Temporal\.Now/.test(
        readFileSync(join(root, 'src', f), 'utf8'),
      ),
    );
    expect(guilty).toEqual([]);
  });

  it('characters that cannot be seen are written as escapes', () => {
    const files = ['src', 'tests'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((f) => f.endsWith('.ts'))
        .map((f) => join(folder, f)),
    );
    const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00ad]/;
    expect(files.filter((f) => invisible.test(readFileSync(join(root, f), 'utf8')))).toEqual([]);
  });
});
