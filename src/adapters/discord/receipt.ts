import { createHash } from 'node:crypto';
import type { ChatRef, Receipt } from '#delivery/platform.ts';
import type { MessageBody } from './render.ts';

/**
 * `components`: a message in a chat that the bot is in, editable for ever. `interaction`: an answer where it is not
 * (a user-installed app, an ephemeral note), editable only while its token lives, a quarter of an hour.
 */
export type ReceiptFormat = 'components' | 'interaction';

export function hashBody(body: MessageBody): string {
  return createHash('sha256').update(JSON.stringify(body.components)).digest('base64url').slice(0, 22);
}

export function writeReceipt(
  chat: ChatRef,
  message: string,
  format: ReceiptFormat,
  body: MessageBody,
): Receipt {
  return { chat, messageIds: [message], format, contentHash: hashBody(body) };
}
