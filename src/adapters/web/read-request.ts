import type { Context } from 'hono';
import { z } from 'zod';
import type { Attached, Input, Request } from '#chat/request.ts';
import { decodeAction } from '#message/action.ts';
import { MAX_TEXT_BYTES } from './profile.ts';
import type { Session } from './session.ts';

/** Made by the page, the same when it sends the same thing again. */
const nonce = z.string().regex(/^[A-Za-z0-9-]{8,40}$/);

const messageBody = z.strictObject({
  nonce,
  text: z.string(),
  file: z
    .strictObject({ name: z.string().max(255), text: z.string() })
    .nullable()
    .default(null),
});

const actionBody = z.strictObject({
  nonce,
  /** The message whose button was pressed. */
  message: z.int().positive(),
  action: z.string(),
});

export type MessageBody = z.infer<typeof messageBody>;
export type ActionBody = z.infer<typeof actionBody>;

/** Why a body was refused, as the HTTP status says it. */
export type Refusal = { status: 400 | 413 };

export async function readMessageBody(c: Context): Promise<MessageBody | Refusal> {
  const body = messageBody.safeParse(await readJson(c)).data;
  if (!body || (body.text.trim() === '' && !body.file)) return { status: 400 };
  const bytes = Buffer.byteLength(body.text) + Buffer.byteLength(body.file?.text ?? '');
  return bytes > MAX_TEXT_BYTES ? { status: 413 } : body;
}

export async function readActionBody(c: Context): Promise<ActionBody | Refusal> {
  return actionBody.safeParse(await readJson(c)).data ?? { status: 400 };
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return null; // not JSON: refused by the schema like any other wrong body
  }
}

/** What the reader typed, as the core takes it: a word after a slash is a command. */
export function readInput(text: string): Input {
  const command = /^\s*\/([^\s/]+)\s*([\s\S]*)$/.exec(text);
  return command
    ? { type: 'command', name: command[1] as string, rest: (command[2] as string).trimEnd() }
    : { type: 'text', text };
}

export function readAttached(file: MessageBody['file']): Attached | null {
  return file && { text: file.text, from: 'file', origin: file.name };
}

export function readPress(body: ActionBody): Input {
  return { type: 'action', action: decodeAction(body.action) };
}

/** A web chat has one reader, who decides alone what it receives. */
export function makeRequest(
  session: Session,
  input: Input,
  attached: Attached | null,
  languageTag: string | null,
): Request {
  return {
    chat: { platform: 'web', id: session.chat, thread: null },
    chatKind: 'private',
    chatTitle: '',
    user: { id: session.isOwner ? 'owner' : session.chat, name: '' },
    input,
    attached,
    isChatAdmin: async () => true,
    languageTag,
  };
}
