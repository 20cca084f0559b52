import { UserError } from '#shared/user-error.ts';

/**
 * The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1256, in which older Arabic texts are
 * kept. Throws `UserError` where it is no text; `name` is what its sender called it.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const text = decode(bytes, marked ?? bigEndian ?? 'utf-8') ?? decode(bytes, 'windows-1256');
  if (text === null || /[\0-\x08\x0e-\x1f]/.test(text)) throw new UserError('file-not-text', { name });
  return text;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
