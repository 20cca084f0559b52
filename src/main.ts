import { loadConfig, StartError } from '#main/load.ts';
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
    const running = await start(config);
    process.stdout.write(`Mujaz listens on ${running.url}\n`);
    process.stderr.write(`Owner of the local web chat: ${running.ownerUrl}\n`);
    const end = () => {
      systemClock.after(STOP_MILLISECONDS, () => process.exit(1));
      void running.stop().then(() => process.exit(0));
    };
    process.once('SIGTERM', end);
    process.once('SIGINT', end);
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  }
}
