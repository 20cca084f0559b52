import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { type ConfigFault, type Environment, isZone, type PersonKey } from './environment.ts';

const person = z.string().regex(/^(telegram|discord|web):[\w-]+$/, 'is not like telegram:1001');

const schema = z.strictObject({
  defaults: z
    .strictObject({
      zone: z.string().refine(isZone, 'is not an IANA time zone').default('Asia/Riyadh'),
      digest: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as "08:00"')
        .default('08:00'),
      digits: z.enum(['latin', 'arabic']).default('latin'),
      months: z.enum(['egyptian', 'levantine', 'maghrebi', 'double']).default('double'),
      emptyDay: z.enum(['say', 'silent']).default('say'),
    })
    .prefault({}),
  roles: z
    .strictObject({ publishers: z.array(person).default([]), editors: z.array(person).default([]) })
    .prefault({}),
  rates: z.strictObject({ telegram: z.number().positive().max(10_000).default(30) }).prefault({}),
});

type Settings = z.infer<typeof schema>;

/** What an operator tunes, with the environment's zone already in it. */
export interface Config extends Settings {
  environment: Environment;
  people: { owners: PersonKey[]; publishers: PersonKey[]; editors: PersonKey[] };
}

/** Reads `file`; where it is not there the defaults hold. Faults name file, line and key. */
export function readConfig(
  file: string,
  environment: Environment,
): { config: Config; faults: ConfigFault[] } {
  const { settings, faults } = readSettings(file);
  const defaults = { ...settings.defaults, zone: environment.defaultZone ?? settings.defaults.zone };
  const people = { owners: environment.admins, ...settings.roles };
  return { config: { ...settings, defaults, environment, people }, faults };
}

function readSettings(file: string): { settings: Settings; faults: ConfigFault[] } {
  const fallback = schema.parse({});
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { settings: fallback, faults: [] };
    return { settings: fallback, faults: [{ name: file, reason: `cannot be read (${code})` }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number | undefined) => `${file}:${lines.linePos(offset ?? 0).line}`;
  if (document.errors.length > 0)
    return {
      settings: fallback,
      faults: document.errors.map((e) => ({ name: at(e.pos[0]), reason: e.message.split('\n')[0] ?? '' })),
    };
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { settings: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => {
    const path = issue.path.map(String);
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.map(String) : [];
    const node = document.getIn([...path, ...unknown.slice(0, 1)], true) as {
      range?: [number, number, number];
    };
    return { name: at(node?.range?.[0]), reason: `${[...path, ...unknown].join('.')}: ${issue.message}` };
  });
  return { settings: fallback, faults };
}
