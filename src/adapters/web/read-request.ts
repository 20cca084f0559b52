import type { Context } from 'hono';
import { z } from 'zod';
import { decodeText } from '#article/decode-text.ts';
import type { Attached, Input, Request } from '#chat/request.ts';
import { decodeAction } from '#message/action.ts';
import { MAX_TEXT_BYTES } from './profile.ts';
import type { Session } from './session.ts';

const messageBody = z.strictObject({
  /** Made by the page, the same when it sends the same thing again. */
  nonce: z.string().regex(/^[A-Za-z0-9-]{8,40}$/),
  text: z.string(),
  /** Its bytes as they are: what they mean is found out here, the same way as on every platform. */
  file: z
    .strictObject({ name: z.string().max(255), base64: z.base64() })
    .nullable()
    .default(null),
});

const actionBody = z.strictObject({
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
  const bytes = Buffer.byteLength(body.text) + Buffer.byteLength(body.file?.base64 ?? '', 'base64');
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

/** Throws `UserError` where the file is no text. */
export function readAttached(file: MessageBody['file']): Attached | null {
  if (!file) return null;
  return { text: decodeText(Buffer.from(file.base64, 'base64'), file.name), from: 'file', origin: file.name };
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
