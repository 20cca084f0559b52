import type { Api } from 'grammy';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { Secret } from '#shared/secret.ts';
import type { FetchFile } from './attached.ts';
import { FILE_BYTES } from './profile.ts';

const TELEGRAM_ROOT = 'https://api.telegram.org';
const FETCH_MILLISECONDS = 20_000;

/** Fetches files from the Bot API server; its address holds the token and is in no error. Stops above `FILE_BYTES`. */
export function fetchFileFrom(api: Api, server: { token: Secret; apiRoot: string | null }): FetchFile {
  const root = (server.apiRoot ?? TELEGRAM_ROOT).replace(/\/+$/, '');
  return async (fileId) => {
    const { file_path } = await api.getFile(fileId);
    if (file_path === undefined) throw new DeliveryError('rejected', 'the server gives no path for the file');
    try {
      const response = await fetch(`${root}/file/bot${server.token.reveal()}/${file_path}`, {
        signal: AbortSignal.timeout(FETCH_MILLISECONDS),
      });
      if (!response.ok) throw new DeliveryError('rejected', `the file is answered with ${response.status}`);
      return await readAtMost(response, FILE_BYTES + 1);
    } catch (error) {
      if (error instanceof DeliveryError) throw error;
      throw new DeliveryError('unreachable', 'the file could not be fetched');
    }
  };
}

async function readAtMost(response: Response, bytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length >= bytes) break;
  }
  return Buffer.concat(chunks);
}
