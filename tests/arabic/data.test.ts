import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

const folder = resolve(import.meta.dirname, '..', '..', 'src/arabic/data');
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

describe('the word lists', () => {
  it('are there', () => expect(files.length).toBeGreaterThan(20));

  it.each(files)('%s is as its schema says', (file) => {
    const schema = `schema/${file.replace('.json', '.schema.json')}`;
    expect(existsSync(join(folder, schema)), `${schema} is missing`).toBe(true);
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(read(schema));
    const data = read(file);
    const valid = validate(data);
    expect(validate.errors?.slice(0, 5) ?? []).toEqual([]);
    expect(valid).toBe(true);
    if (!Array.isArray(data) && '$schema' in data) expect(data.$schema).toBe(`./${schema}`);
  });

  it('a schema refuses a misspelt key and a kind that there is not', () => {
    const validate = new Ajv2020({ strict: false }).compile(read('schema/casualty.schema.json'));
    const data = read('casualty.json');
    data.victims[0].kind = 'wounded';
    expect(validate(data)).toBe(false);
    const other = read('casualty.json');
    other.victimz = [];
    expect(validate(other)).toBe(false);
  });
});
