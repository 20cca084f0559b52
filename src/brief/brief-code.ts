import { createHash } from 'node:crypto';

/** The brief's name in buttons: 8 URL-safe characters, the same for ever, so that old buttons keep working. */
export function briefCode(id: string): string {
  return createHash('sha256')
    .update(id)
    .digest('base64url')
    .replaceAll('_', 'x')
    .replaceAll('-', 'y')
    .slice(0, 8);
}
