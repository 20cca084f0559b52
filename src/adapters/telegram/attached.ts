import type { Document, Message } from 'grammy/types';
import { decodeText } from '#article/decode-text.ts';
import type { Attached } from '#chat/request.ts';
import { UserError } from '#shared/user-error.ts';
import { FILE_BYTES } from './profile.ts';
import { readRichMessage } from './rich-text.ts';

/** Gives the content of a file that was sent to the bot. */
export type FetchFile = (fileId: string) => Promise<Uint8Array>;

/** Text, caption or rich content of a message; empty where it has none. */
export function textOf(message: Message): string {
  if (message.rich_message) return readRichMessage(message.rich_message);
  return message.text ?? message.caption ?? '';
}

/**
 * The text that comes with a message: a file's content, the forwarded post, the message replied to, a caption.
 * Throws `UserError` where the file is too large or holds no text.
 */
export async function readAttached(
  message: Message,
  botId: number,
  fetchFile: FetchFile,
): Promise<Attached | null> {
  if (message.document && isText(message.document))
    return {
      text: await readFile(message.document, fetchFile),
      from: 'file',
      origin: nameOf(message.document),
    };
  if (message.document && !message.animation)
    return { text: '', from: 'unreadable', origin: nameOf(message.document) };
  if (message.forward_origin)
    return known({ text: textOf(message), from: 'forward', origin: originOf(message.forward_origin) });
  const replied = message.reply_to_message;
  if (replied && replied.from?.id !== botId) {
    if (replied.document && isText(replied.document))
      return {
        text: await readFile(replied.document, fetchFile),
        from: 'file',
        origin: nameOf(replied.document),
      };
    const origin = replied.forward_origin
      ? originOf(replied.forward_origin)
      : (replied.sender_chat?.title ?? null);
    // Without a text it is told all the same: whoever answers a picture with a command is to hear why nothing comes of it.
    return { text: textOf(replied), from: 'reply', origin };
  }
  return message.caption ? known({ text: message.caption, from: 'caption', origin: null }) : null;
}

const known = (attached: Attached): Attached | null => (attached.text.trim() === '' ? null : attached);

/** A document that may hold an article. Anything else is not fetched. */
export function isText(document: Document): boolean {
  return (
    document.mime_type?.startsWith('text/') === true || /\.(txt|text|md)$/i.test(document.file_name ?? '')
  );
}

const nameOf = (document: Document) => document.file_name ?? null;

function originOf(origin: NonNullable<Message['forward_origin']>): string | null {
  switch (origin.type) {
    case 'channel':
      return origin.chat.title;
    case 'chat':
      return 'title' in origin.sender_chat ? (origin.sender_chat.title ?? null) : null;
    case 'user':
      return origin.sender_user.first_name;
    case 'hidden_user':
      return origin.sender_user_name;
    default:
      return origin satisfies never;
  }
}

async function readFile(document: Document, fetchFile: FetchFile): Promise<string> {
  const name = document.file_name ?? '';
  if ((document.file_size ?? 0) > FILE_BYTES) throw new UserError('file-too-large', { name });
  const bytes = await fetchFile(document.file_id);
  if (bytes.byteLength > FILE_BYTES) throw new UserError('file-too-large', { name });
  return decodeText(bytes, name);
}
