import { parseArgs } from 'node:util';
import { COMMANDS, type CommandName, type CommandSpec } from './command-table.ts';

/** What was asked on the command line. `help` goes to standard output, `fault` to standard error with exit code 2. */
export type CommandLine =
  | { outcome: 'help'; text: string }
  | { outcome: 'fault'; text: string }
  | { outcome: 'run'; command: 'slots' | 'draft'; args: string[] }
  | { outcome: 'run'; command: 'start' }
  | { outcome: 'run'; command: 'brief'; words: string; json: boolean }
  | { outcome: 'run'; command: 'check' | 'doctor'; json: boolean }
  | { outcome: 'run'; command: 'backup'; file: string }
  | { outcome: 'run'; command: 'export'; brief: string; to: string }
  | { outcome: 'run'; command: 'audit'; count: number; json: boolean };

const MOST_ACTS = 10_000;

/** Reads `mujaz <command> …`; never throws. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const [name, ...args] = argv;
  if (name === undefined) return { outcome: 'fault', text: `which command?\n\n${usage()}` };
  if (name === '--help' || name === '-h' || name === 'help') return { outcome: 'help', text: usage() };
  if (!isCommand(name)) {
    const kind = name.startsWith('-') ? 'option' : 'command';
    return { outcome: 'fault', text: `unknown ${kind} ${name}\n\n${usage()}` };
  }
  if (name === 'slots' || name === 'draft') return { outcome: 'run', command: name, args };
  try {
    return read(name, args);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'fault', text: `${reason}\n\n${usageOf(name)}` };
  }
}

function read(name: Exclude<CommandName, 'slots' | 'draft'>, args: string[]): CommandLine {
  const spec: CommandSpec = COMMANDS[name];
  const parsed = parseArgs({
    args,
    options: { ...spec.options, help: { type: 'boolean', short: 'h', default: false } },
    allowPositionals: true,
  });
  const { positionals } = parsed;
  const values: Record<string, unknown> = parsed.values;
  if (values.help) return { outcome: 'help', text: usageOf(name) };
  const [least, most] = spec.words;
  if (positionals.length < least) throw new Error(`${spec.synopsis.split(' ')[0]} is missing`);
  if (positionals.length > most) throw new Error(`unexpected argument ${positionals[most]}`);
  const json = values.json === true;
  const [word = ''] = positionals;
  switch (name) {
    case 'start':
      return { outcome: 'run', command: name };
    case 'brief':
      return { outcome: 'run', command: name, words: positionals.join(' '), json };
    case 'check':
    case 'doctor':
      return { outcome: 'run', command: name, json };
    case 'backup':
      return { outcome: 'run', command: name, file: word };
    case 'export':
      return { outcome: 'run', command: name, brief: word, to: String(values.to) };
    case 'audit':
      return { outcome: 'run', command: name, count: readCount(String(values.count)), json };
    default:
      return name satisfies never;
  }
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > MOST_ACTS)
    throw new Error(`--count ${text} is not a number from 1 to ${MOST_ACTS}`);
  return Number(text);
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** Every command in a line. */
export function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`);
  return `usage: mujaz <command> [arguments]\n\n${lines.join('\n')}\n\n"mujaz <command> --help" says more about one of them.\n`;
}

export function usageOf(name: CommandName): string {
  const { synopsis, does, details }: CommandSpec = COMMANDS[name];
  const more = details.length === 0 ? '' : `\n${details.map((line) => `  ${line}`).join('\n')}\n`;
  return `usage: ${['mujaz', name, synopsis].filter(Boolean).join(' ')}\n\n${does[0]?.toUpperCase()}${does.slice(1)}.\n${more}`;
}
