import { UserError } from '#shared/user-error.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

/**
 * The text of a file and how it was written: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1256, in which older
 * Arabic texts are kept. Throws `UserError` where it is no text, or UTF-8 that was damaged; `name` is what its sender
 * called it.
 */
export function readText(bytes: Uint8Array, name: string): { text: string; encoding: Encoding } {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  for (const encoding of [marked ?? bigEndian ?? 'utf-8', 'windows-1256'] as const) {
    const text = decode(bytes, encoding);
    if (text === null) continue;
    if (/[\0-\x08\x0e-\x1f]/.test(text)) break;
    if (encoding === 'windows-1256' && isGarbled(text)) throw new UserError('file-damaged', { name });
    return { text, encoding };
  }
  throw new UserError('file-not-text', { name });
}

export function decodeText(bytes: Uint8Array, name: string): string {
  return readText(bytes, name).text;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Every Arabic letter of UTF-8 begins with one of two bytes, which read as «ط» and «ظ» in Windows-1256. */
function isGarbled(text: string): boolean {
  const letters = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const leading = text.match(/[طظ]/g)?.length ?? 0;
  return leading > letters / 4;
}
