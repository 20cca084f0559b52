import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from '#article/article.ts';
import { readText } from '#article/decode-text.ts';
import { plainText } from '#article/plain-text.ts';
import { checkDraft } from '#draft/check-draft.ts';
import type { Draft } from '#draft/draft.ts';
import { draftToJson } from '#draft/draft-json.ts';
import { composeDraft } from '#message/compose-draft.ts';
import { DEFAULT_STYLE } from '#message/reader-style.ts';
import { writeUserError } from '#message/user-errors.ar.ts';
import { UserError } from '#shared/user-error.ts';
import { renderMessage } from './render.ts';
import type { TerminalOutput } from './slots-command.ts';

export const DRAFT_USAGE = `usage: mujaz draft FILE…|- [--json] [--published YYYY-MM-DD] [--write FOLDER]

Reads articles and prints the facts in them, each with its sentence. Offline, the same every time.
  FILE…        text files; - is standard input
  --json       only JSON on standard output, one object a line for several files
  --published  the day of publication, for «أمس» and weekdays
  --write      makes briefs/<id> (article.txt, brief.yaml) for an editor to finish; one article only
`;

/** More than any article. Bytes. */
const LARGEST = 5_000_000;

export interface DraftCommandParts {
  io: TerminalOutput;
  stdin: AsyncIterable<Uint8Array | string>;
  extract(article: Article): Promise<Draft>;
  /** Makes the folder and returns what the editor has still to do, in English. Throws where it is there already. */
  write(folder: string, draft: Draft): Promise<string>;
}

/** Returns the exit code: 1 where a file could not be read as an article, 2 for wrong arguments. */
export async function runDraftCommand(args: readonly string[], parts: DraftCommandParts): Promise<number> {
  const { io } = parts;
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(args);
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\n\n${DRAFT_USAGE}`);
    return 2;
  }
  if (options === 'help') {
    io.out(DRAFT_USAGE);
    return 0;
  }
  let failed = 0;
  for (const [i, file] of options.files.entries()) {
    try {
      const draft = await draftFile(file, options.published, parts);
      if (options.write) io.out(`${await parts.write(options.write, draft)}\n`);
      else if (options.json)
        io.out(
          `${JSON.stringify(options.files.length > 1 ? { file, ...draftToJson(draft) } : draftToJson(draft))}\n`,
        );
      else io.out(`${i > 0 ? '\n' : ''}${options.files.length > 1 ? `${file}\n` : ''}${printDraft(draft)}`);
    } catch (error) {
      failed++;
      io.err(`${file}: ${sayError(error)}\n`);
    }
  }
  return failed > 0 ? 1 : 0;
}

function readOptions(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      published: { type: 'string' },
      write: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help' as const;
  if (positionals.length === 0) throw new Error('FILE is missing');
  if (values.write && positionals.length > 1) throw new Error('--write takes one article');
  const { published = null } = values;
  if (published !== null && !isDay(published)) throw new Error(`--published ${published} is not YYYY-MM-DD`);
  return { files: positionals, json: values.json, published, write: values.write ?? null };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

async function draftFile(file: string, published: string | null, parts: DraftCommandParts): Promise<Draft> {
  const bytes = file === '-' ? await readAll(parts.stdin) : await readFile(file);
  if (bytes.length === 0) throw new UserError('text-empty');
  if (bytes.length > LARGEST)
    throw new UserError('file-too-large', { name: basename(file), megabytes: LARGEST / 1_000_000 });
  const { text: written, encoding } = readText(bytes, basename(file));
  if (encoding === 'windows-1256') parts.io.err(`${file}: قُرئ بترميز Windows-1256\n`);
  const text = plainText(written);
  if (text.trim() === '') throw new UserError('text-empty');
  if (!/\p{Script=Arabic}/u.test(text)) throw new UserError('text-not-arabic');
  const draft = await parts.extract({
    id: 'article',
    text,
    outlet: null,
    link: null,
    published: published === null ? null : { date: published, knownFrom: 'editor' },
  });
  const faults = checkDraft(draft);
  if (faults.length > 0) throw new Error(`a fact does not match its text: ${faults.join('; ')}`);
  return draft;
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

function printDraft(draft: Draft): string {
  const style = { ...DEFAULT_STYLE, zone: 'Asia/Riyadh' };
  return renderMessage(composeDraft({ draft, id: null, names: [], version: 0 }, style, []));
}

function sayError(error: unknown): string {
  if (error instanceof UserError) return writeUserError(error);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EACCES') return 'may not be read';
  return error instanceof Error ? error.message : String(error);
}
