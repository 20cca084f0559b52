import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Holder } from './holder.ts';

/**
 * The embedded data belongs to one process, so `mujaz backup` has to ask that process. It listens on loopback only,
 * and the password is in a file that only the owner of the data can read.
 */
export async function openBackupDoor(backup: (file: string) => Promise<void>) {
  const password = randomBytes(24).toString('base64url');
  const server = createServer((asked, answer) => {
    const given = Buffer.from(asked.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${password}`);
    const file = asked.headers['x-backup-file'];
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted) || typeof file !== 'string') {
      answer.writeHead(403).end();
      return;
    }
    backup(decodeURIComponent(file)).then(
      () => answer.writeHead(204).end(),
      (error: unknown) => answer.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    password,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Asks the process that holds the data. `file` is absolute. Throws with that process's reason where it fails. */
export function askForBackup(door: NonNullable<Holder['door']>, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: door.port,
        method: 'POST',
        headers: { authorization: `Bearer ${door.password}`, 'x-backup-file': encodeURIComponent(file) },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () =>
          answer.statusCode === 204
            ? resolve()
            : reject(new Error(text || `the running process refused (${answer.statusCode})`)),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
