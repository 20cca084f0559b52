import pino from 'pino';
import type { LogFields, Logger } from '#shared/logger.ts';
import type { Secret } from '#shared/secret.ts';

/**
 * Structured lines on standard error. Whatever was in them, none of `secrets` leaves: libraries put tokens into
 * addresses, and addresses into error messages.
 */
export function createLogger(level: string, secrets: readonly Secret[]): Logger {
  const hidden = secrets.flatMap((secret) => {
    const value = secret.reveal();
    return [value, encodeURIComponent(value), ...passwordsOf(value)];
  });
  const write = (line: string) => process.stderr.write(scrub(line, hidden));
  const root = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return wrap(root);
}

/** The text with every secret replaced by `***`. */
export function scrub(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, '***');
  return clean;
}

function passwordsOf(value: string): string[] {
  return URL.canParse(value) ? [new URL(value).password].filter(Boolean) : [];
}

function wrap(logger: pino.Logger): Logger {
  return {
    debug: (fields: LogFields, sentence: string) => logger.debug(fields, sentence),
    info: (fields, sentence) => logger.info(fields, sentence),
    warn: (fields, sentence) => logger.warn(fields, sentence),
    error: (fields, sentence) => logger.error(fields, sentence),
    child: (fields) => wrap(logger.child(fields)),
  };
}
