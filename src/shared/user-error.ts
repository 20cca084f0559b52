/**
 * Something a person can put right. It carries a code, not a sentence: the Arabic for readers and editors is
 * looked up by the code (message/labels.ar.ts), the cause goes to the operator's log.
 */
export class UserError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: string, details: Record<string, string | number> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(details)}`, { cause });
    this.name = 'UserError';
    this.code = code;
    this.details = details;
  }
}
