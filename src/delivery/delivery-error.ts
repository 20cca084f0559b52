/**
 * What to do next, not what happened:
 * - `rejected`: the platform refused this content; sending it again is pointless.
 * - `gone`: the message or chat is no longer there.
 * - `forbidden`: blocked, kicked, no rights; the chat is disabled with `reason`.
 * - `slow-down`: try again after `retryAfterMilliseconds`, this chat only.
 * - `migrated`: the chat goes on under `migratedTo`.
 * - `unreachable`: it certainly did not arrive; try again.
 * - `unknown`: it may have arrived; settle before anything is repeated.
 */
export type DeliveryErrorKind =
  | 'rejected'
  | 'gone'
  | 'forbidden'
  | 'slow-down'
  | 'migrated'
  | 'unreachable'
  | 'unknown';

export class DeliveryError extends Error {
  readonly kind: DeliveryErrorKind;
  /** The platform's own word for it (`bot was blocked by the user`, `50007`); for logs and counts by reason. */
  readonly reason: string;
  readonly retryAfterMilliseconds: number | null;
  readonly migratedTo: string | null;

  constructor(
    kind: DeliveryErrorKind,
    reason: string,
    more: { retryAfterMilliseconds?: number; migratedTo?: string; cause?: unknown } = {},
  ) {
    super(`${kind}: ${reason}`, { cause: more.cause });
    this.name = 'DeliveryError';
    this.kind = kind;
    this.reason = reason;
    this.retryAfterMilliseconds = more.retryAfterMilliseconds ?? null;
    this.migratedTo = more.migratedTo ?? null;
  }
}
