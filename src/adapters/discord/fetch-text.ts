import type { APIAttachment } from 'discord.js';
import { decodeText } from '#article/decode-text.ts';
import type { Attached } from '#chat/request.ts';
import { DeliveryError } from '#delivery/delivery-error.ts';
import { UserError } from '#shared/user-error.ts';
import { MAX_FILE_BYTES } from './profile.ts';

/** Where Discord keeps what people upload. */
const HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
const FETCH_MILLISECONDS = 20_000;

/**
 * The text of an uploaded file, fetched from Discord's own hosts, or the API server's, and from no other. Throws
 * `UserError` where it is larger than a megabyte or no text, `DeliveryError` where it cannot be had.
 */
export async function fetchText(file: APIAttachment, apiRoot: string): Promise<Attached> {
  const url = new URL(file.url);
  const trusted =
    (url.protocol === 'https:' && HOSTS.has(url.host)) || url.origin === new URL(apiRoot).origin;
  if (!trusted) throw new DeliveryError('rejected', `a file is not on a host of Discord: ${url.host}`);
  const name = file.filename;
  if (file.size > MAX_FILE_BYTES) throw new UserError('file-too-large', { name });
  const bytes = await download(url);
  // What was said about its size need not be true.
  if (bytes.length > MAX_FILE_BYTES) throw new UserError('file-too-large', { name });
  return { text: decodeText(bytes, name), from: 'file', origin: name };
}

async function download(url: URL): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MILLISECONDS) });
    if (!response.ok) throw new DeliveryError('rejected', `a file is answered with ${response.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      parts.push(part);
      size += part.length;
      if (size > MAX_FILE_BYTES) break;
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    throw new DeliveryError('unreachable', 'a file could not be fetched');
  }
}
