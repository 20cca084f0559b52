import type { Config } from '#main/config.ts';
import { loadConfig, loggerFor, StartError } from '#main/load.ts';
import { start } from '#main/start.ts';
import { systemClock } from '#shared/clock.ts';

/** How long a stop may take before the process ends all the same: the contract's 10 s, less a margin. */
const STOP_MILLISECONDS = 9_500;

/** Composition root: reads the environment, builds the objects, starts and stops them. */
export async function main(_argv: string[]): Promise<void> {
  const { config, faults } = loadConfig();
  if (faults.length > 0) {
    for (const { name, reason } of faults) process.stderr.write(`${name}: ${reason}\n`);
    process.exitCode = 1;
    return;
  }
  try {
    let end = (_code: number) => {};
    const running = await start(config, (why) => {
      process.stderr.write(`${why}\n`);
      end(1);
    });
    end = (code) => {
      end = () => {};
      systemClock.after(STOP_MILLISECONDS, () => process.exit(1));
      running.stop().then(
        () => process.exit(code),
        (error: unknown) => {
          process.stderr.write(`stopping failed: ${String(error)}\n`);
          process.exit(1);
        },
      );
    };
    goOnAfterFaults(config);
    process.stdout.write(`Mujaz listens on ${running.url}\n`);
    process.stderr.write(`Owner of the local web chat: ${running.ownerUrl}\n`);
    process.on('SIGTERM', () => end(0));
    process.on('SIGINT', () => end(0));
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : String((error as Error).stack)}\n`);
    process.exit(1);
  }
}

/**
 * A fault that nobody caught (a library's, in an event of its own) is logged, and the process goes on on purpose: what
 * is owed is in the ledger, surfaces do not share state, and one malformed event must not take them all away.
 */
function goOnAfterFaults(config: Config): void {
  const logger = loggerFor(config);
  process.on('uncaughtException', (err, origin) =>
    logger.error({ err, origin }, 'a fault nobody caught; going on'),
  );
}
