import { GrammyError, HttpError } from 'grammy';
import { DeliveryError, type DeliveryErrorKind } from '#delivery/delivery-error.ts';

/** Faults of the connection after which the request cannot have reached the server. */
const NEVER_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_HAS_EXPIRED',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** The server's words for a chat that is no longer there, or a message, or a forum topic. */
const GONE =
  /chat not found|message to edit not found|message to delete not found|MESSAGE_ID_INVALID|message thread not found|TOPIC_DELETED|group chat was deleted|PEER_ID_INVALID|CHANNEL_INVALID|channel_private/i;

/** The server's words for a chat that the bot may not write to; its 403 means the same. */
const NO_RIGHTS =
  /not enough rights|have no rights|need administrator rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_ADMIN_REQUIRED|TOPIC_CLOSED|USER_DEACTIVATED|USER_IS_BLOCKED|group chat was deactivated|bot was (kicked|blocked)/i;

/** Any error of a call to the Bot API as what to do next. Never holds the request's address: the token is in it. */
export function mapError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof GrammyError) return mapRefusal(error);
  if (error instanceof HttpError) return mapConnection(error.error);
  if (error instanceof RangeError) return new DeliveryError('rejected', error.message);
  return new DeliveryError('rejected', describeError(error));
}

function mapRefusal({ error_code, description, parameters }: GrammyError): DeliveryError {
  const reason = description.replace(/^(Bad Request|Forbidden): /, '');
  if (parameters.migrate_to_chat_id !== undefined)
    return new DeliveryError('migrated', reason, { migratedTo: String(parameters.migrate_to_chat_id) });
  if (error_code === 429) {
    const retryAfterMilliseconds = (parameters.retry_after ?? 1) * 1000;
    return new DeliveryError('slow-down', reason, { retryAfterMilliseconds });
  }
  return new DeliveryError(kindOfRefusal(error_code, description), reason);
}

function kindOfRefusal(code: number, description: string): DeliveryErrorKind {
  // A gateway may have carried the request out and lost the answer.
  if (code >= 500) return 'unknown';
  // The token or the server is at fault, not the chat: nothing arrived, and nobody is to be disabled for it.
  if (code === 401 || code === 404 || code === 409) return 'unreachable';
  if (code === 403 || NO_RIGHTS.test(description)) return 'forbidden';
  return GONE.test(description) ? 'gone' : 'rejected';
}

function mapConnection(cause: unknown): DeliveryError {
  const code = codeOf(cause);
  return new DeliveryError(NEVER_REACHED.has(code) || neverMade(cause) ? 'unreachable' : 'unknown', code);
}

/** Whether it is the connection that could not be made; to a host with several addresses, to none of them. */
function neverMade(cause: unknown): boolean {
  if (cause instanceof AggregateError) return cause.errors.every(neverMade);
  return cause instanceof Error && 'syscall' in cause && cause.syscall === 'connect';
}

function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'connection lost';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return 'name' in cause && typeof cause.name === 'string' ? cause.name : 'connection lost';
}

/** Whether the server does not know the method: too old for rich messages. */
export function isUnknownMethod(error: unknown, method: string): boolean {
  if (!(error instanceof GrammyError)) return false;
  if (error.error_code === 404) return true;
  return error.error_code === 400 && error.description.toLowerCase().includes(method.toLowerCase());
}

export function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && /message is not modified/i.test(error.description);
}

/** One line about any error for the log, with everything that looks like a bot's token taken out. */
export function describeError(error: unknown): string {
  if (error instanceof GrammyError || error instanceof HttpError) return mapError(error).message;
  return hideTokens(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

export function hideTokens(text: string): string {
  return text.replace(/\d+:[\w-]{20,}/g, '***');
}
