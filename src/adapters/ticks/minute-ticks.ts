import cron from 'node-cron';
import type { Logger } from '#shared/logger.ts';

/**
 * Calls `tick` at the beginning of each minute, never while the last call is still running. What is due is computed
 * from durable slots: a tick that comes late, twice or not at all costs nothing but time.
 */
export function startMinuteTicks(tick: () => Promise<void>, logger: Logger): { stop(): Promise<void> } {
  const task = cron.schedule('* * * * *', tick, {
    name: 'minute',
    noOverlap: true,
    // In UTC there are no gaps and no doubled hours for the library to have an opinion on.
    timezone: 'Etc/UTC',
    suppressMissedWarning: true,
    logger: {
      info: (sentence) => logger.debug({}, sentence),
      warn: (sentence) => logger.warn({}, sentence),
      debug: (sentence) => logger.debug({}, String(sentence)),
      error: (sentence, err) => logger.error({ err: err ?? sentence }, 'a tick failed'),
    },
  });
  return { stop: async () => task.destroy() };
}
