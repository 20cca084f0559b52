import { DeliveryError } from '#delivery/delivery-error.ts';

/** The message or chat a receipt names is not in the transcript. */
export function goneError(): DeliveryError {
  return new DeliveryError('gone', 'message is not in the transcript');
}

/** A transcript is our own store: what it did not take has not arrived. */
export function mapStoreError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  return new DeliveryError('unreachable', 'transcript store failed', { cause: error });
}

/** Why listening failed, as one line for the operator that names the variable to change. */
export function mapListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const lines: Record<string, string> = {
    EADDRINUSE: `WEB_PORT: port ${port} on ${host} is already in use; choose another, or 0 for any free one`,
    EACCES: `WEB_PORT: port ${port} may not be used without more rights; choose one above 1023, or 0 for any free one`,
    EADDRNOTAVAIL: `WEB_HOST: ${host} is not an address of this machine`,
    ENOTFOUND: `WEB_HOST: the name ${host} is not known`,
    EAI_AGAIN: `WEB_HOST: the name ${host} could not be looked up`,
  };
  const line =
    lines[error.code ?? ''] ?? `WEB_HOST, WEB_PORT: cannot listen on ${host} port ${port} (${error.code})`;
  return new Error(line, { cause: error });
}
