import type { ParseArgsConfig } from 'node:util';

export interface CommandSpec {
  /** What follows the name, as usage shows it. */
  synopsis: string;
  does: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** Of the words after the command: at least, at most. */
  words: readonly [number, number];
  /** One line for each option and argument. */
  details: readonly string[];
}

const json = { json: { type: 'boolean', default: false } } as const;
const JSON_LINE = '--json   only JSON on standard output';

/** The commands of `mujaz`. `slots` and `draft` read their own arguments. */
export const COMMANDS = {
  start: {
    synopsis: '',
    does: 'run the web chat, and Telegram and Discord where their tokens are',
    options: {},
    words: [0, 0],
    details: [],
  },
  brief: {
    synopsis: 'WORDS… [--json]',
    does: 'print the brief that fits the words, in Arabic; without words the newest ones',
    options: json,
    words: [0, Number.POSITIVE_INFINITY],
    details: [`${JSON_LINE}: facts with their evidence`, 'exit code 1 where no single brief fits'],
  },
  draft: {
    synopsis: 'FILE…|- [--json] [--published YYYY-MM-DD] [--write FOLDER]',
    does: 'read articles and print the facts in them, each with its sentence',
    options: {},
    words: [0, Number.POSITIVE_INFINITY],
    details: [],
  },
  check: {
    synopsis: '[--json]',
    does: 'check the configuration and every brief, and name each fault',
    options: json,
    words: [0, 0],
    details: [JSON_LINE, 'exit code 1 where there is a fault'],
  },
  slots: {
    synopsis: '--at HH:MM --zone ZONE [--from ISO] [--count N] [--json]',
    does: 'print the next digest slots of a time in a zone',
    options: {},
    words: [0, 0],
    details: [],
  },
  doctor: {
    synopsis: '[--json]',
    does: 'try what the program needs: runtime, store, briefs, tokens, ports',
    options: json,
    words: [0, 0],
    details: [JSON_LINE, 'exit code 1 where something is missing'],
  },
  backup: {
    synopsis: 'FILE',
    does: 'copy the database into FILE, also while the program runs',
    options: {},
    words: [1, 1],
    details: ['FILE     must not be there yet'],
  },
  export: {
    synopsis: 'BRIEF [--to FOLDER]',
    does: 'write a brief that was published in chat as a folder for git',
    options: { to: { type: 'string', default: 'briefs' } },
    words: [1, 1],
    details: ['--to     folder of the briefs; "briefs" where it is left out'],
  },
  audit: {
    synopsis: '[--count N] [--json]',
    does: 'print the newest editorial acts: who, when, what, before, after',
    options: { ...json, count: { type: 'string', default: '50' } },
    words: [0, 0],
    details: ['--count  how many, 1 to 10000; 50 where it is left out', JSON_LINE],
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof COMMANDS;
