import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#main/config.ts';
import { readDotenv } from '#main/dotenv-file.ts';
import { readEnvironment } from '#main/environment.ts';
import { scrub } from '#main/logger.ts';

const { environment } = readEnvironment({});

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'mujaz-')), 'file');
  writeFileSync(file, text);
  return file;
}

describe('config/mujaz.yaml', () => {
  it('as shipped is right', () => {
    expect(readConfig('config/mujaz.yaml', environment).faults).toEqual([]);
  });

  it('may be missing', () => {
    const { config, faults } = readConfig('nowhere.yaml', environment);
    expect(faults).toEqual([]);
    expect(config.defaults).toMatchObject({ zone: 'Asia/Riyadh', digest: '08:00' });
  });

  it('gives way to DEFAULT_ZONE', () => {
    const cairo = readEnvironment({ DEFAULT_ZONE: 'Africa/Cairo' }).environment;
    expect(readConfig('config/mujaz.yaml', cairo).config.defaults.zone).toBe('Africa/Cairo');
  });

  it.each([
    ['defaults:\n  digest: "25:00"\n', ':2', 'defaults.digest'],
    ['defaults:\n  zone: Nowhere/Town\n', ':2', 'defaults.zone'],
    ['defaults:\n  colour: red\n', ':2', 'defaults.colour'],
    ['roles:\n  editors: [somebody]\n', ':2', 'roles.editors.0'],
    ['rates:\n  telegram: fast\n', ':2', 'rates.telegram'],
  ])('a fault names its line and key: %j', (text, line, key) => {
    const [fault] = readConfig(fileWith(text), environment).faults;
    expect(fault?.name).toContain(line);
    expect(fault?.reason).toContain(key);
  });

  it('a YAML error names its line', () => {
    const [fault] = readConfig(fileWith('defaults:\n  zone: "open\n'), environment).faults;
    expect(fault?.name).toMatch(/:\d+$/);
  });
});

describe('.env', () => {
  it('may be missing, may have comments, quotes and export', () => {
    expect(readDotenv('nowhere').faults).toEqual([]);
    const file = fileWith('# comment\n\nexport A=1\nB="two words"\nC=\'x\ny\'\nD=\n');
    expect(readDotenv(file)).toEqual({ variables: { A: '1', B: 'two words', C: 'x\ny', D: '' }, faults: [] });
  });

  it('a line that is no assignment is named, not passed over', () => {
    const { faults } = readDotenv(fileWith('A=1\nTELEGRAM_BOT_TOKEN 123:abc\n'));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.name).toMatch(/:2$/);
    expect(JSON.stringify(faults)).not.toContain('123:abc');
  });

  it('a quotation mark that never closes is named', () => {
    expect(readDotenv(fileWith('A="open\nB=1\n')).faults).toHaveLength(1);
  });
});

it('secrets leave no line of the log', () => {
  expect(scrub('GET /bot12:ab/getMe failed', ['12:ab'])).toBe('GET /bot***/getMe failed');
});
