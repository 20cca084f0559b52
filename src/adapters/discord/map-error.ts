import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { DeliveryError, type DeliveryErrorKind } from '#delivery/delivery-error.ts';

/**
 * Discord's own error codes and what each means for what was to be delivered (Discord, "Opcodes and Status Codes",
 * JSON error codes).
 */
const KINDS: Record<number, DeliveryErrorKind> = {
  10003: 'gone', // unknown channel
  10004: 'gone', // unknown guild
  10008: 'gone', // unknown message
  10015: 'gone', // unknown webhook: the interaction's token has run out
  10062: 'gone', // unknown interaction: more than 3 s have passed
  50027: 'gone', // invalid webhook token
  40060: 'rejected', // the interaction was answered already
  40094: 'rejected', // follow-ups of a user-installed app are used up
  50005: 'rejected', // a message of somebody else
  50035: 'rejected', // invalid form
  50083: 'forbidden', // the thread is archived
  160002: 'forbidden', // a reply without the right to read the history
};

/** Network faults before anything was sent. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * What to do after a failed request. `repeatable`: doing it twice is the same as doing it once (an edit, a deletion),
 * so that a lost answer only means to try again. Addresses hold interaction tokens: they are left out of the cause.
 */
export function mapError(error: unknown, repeatable: boolean): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof RangeError) return new DeliveryError('rejected', 'too large', { cause: error });
  if (error instanceof RateLimitError)
    return new DeliveryError('slow-down', '429', { retryAfterMilliseconds: Math.ceil(error.retryAfter) });
  if (error instanceof DiscordAPIError) return mapAnswer(error);
  const lost: DeliveryErrorKind = repeatable ? 'unreachable' : 'unknown';
  if (error instanceof HTTPError)
    return new DeliveryError(lost, String(error.status), {
      cause: new Error(`Discord: HTTP ${error.status}`),
    });
  const code = networkCode(error);
  return new DeliveryError(NEVER_LEFT.has(code) ? 'unreachable' : lost, code, {
    cause: new Error(`Discord: ${code}`),
  });
}

function mapAnswer({ code, status, message, method }: DiscordAPIError): DeliveryError {
  const cause = new Error(`Discord: ${method} ${status}, ${code} ${message}`);
  const reason = code === 0 || code === undefined ? String(status) : String(code);
  const known = KINDS[Number(code)];
  if (known) return new DeliveryError(known, reason, { cause });
  if (status === 401 || status === 403) return new DeliveryError('forbidden', reason, { cause });
  if (status === 404) return new DeliveryError('gone', reason, { cause });
  if (status === 429)
    return new DeliveryError('slow-down', reason, { retryAfterMilliseconds: 60_000, cause });
  return new DeliveryError('rejected', reason, { cause });
}

function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.cause !== undefined && error.cause !== error) return networkCode(error.cause);
  return error.name === 'AbortError' ? 'timeout' : error.name;
}
