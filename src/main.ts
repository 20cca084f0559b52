import { type CommandLine, parseCommandLine } from '#adapters/terminal/cli.ts';
import type { Config } from '#main/config.ts';
import { loadConfig, loggerFor, StartError } from '#main/load.ts';
import { systemClock } from '#shared/clock.ts';

/** How long a stop may take before the process ends all the same: the contract's 10 s, less a margin. */
const STOP_MILLISECONDS = 9_500;

const io = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};

/** Composition root: reads the environment, builds the objects, starts and stops them. Sets the exit code. */
export async function main(argv: string[]): Promise<void> {
  // Whoever reads may go away (a pager that was closed, a log service that restarts): there is nobody to tell then.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const asked = parseCommandLine(argv);
  if (asked.outcome === 'help') return io.out(asked.text);
  if (asked.outcome === 'fault') {
    io.err(asked.text);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await run(asked);
  } catch (error) {
    // The store names itself, a start names what stopped it; anything else is a fault of ours, with its stack.
    const known = error instanceof StartError || (error instanceof Error && error.name === 'StoreInUse');
    io.err(`${known ? (error as Error).message : String((error as Error)?.stack ?? error)}\n`);
    process.exit(1);
  }
}

type Run = Extract<CommandLine, { outcome: 'run' }>;

/** Each command loads what it needs and nothing more: a terminal command must not wait for a platform's library. */
async function run(asked: Run): Promise<number> {
  const clock = systemClock;
  if ('args' in asked && asked.command === 'draft') {
    const { draftCommand } = await import('#main/draft-command.ts');
    return draftCommand(asked.args, io);
  }
  if ('args' in asked) {
    const { runSlotsCommand } = await import('#adapters/terminal/slots-command.ts');
    return runSlotsCommand(asked.args, io, clock.now());
  }
  const { config, faults } = loadConfig();
  if (asked.command !== 'check' && faults.length > 0) {
    for (const { name, reason } of faults) io.err(`${name}: ${reason}\n`);
    return 1;
  }
  if (asked.command === 'start') return startProgram(config);
  const commands = await import('#main/commands.ts');
  const parts = { config, clock, io };
  switch (asked.command) {
    case 'brief':
      return commands.briefCommand(asked, parts);
    case 'backup':
      return commands.backupCommand(asked.file, parts);
    case 'export':
      return commands.exportCommand(asked, parts);
    case 'audit':
      return commands.auditCommand(asked, parts);
    case 'check':
      return commands.checkCommand(asked, parts);
    case 'doctor':
      return commands.doctorCommand(asked, parts);
    default:
      return asked satisfies never;
  }
}

/** Runs until a signal; resolves when everything is started. */
async function startProgram(config: Config): Promise<number> {
  const { start } = await import('#main/start.ts');
  let end = (_code: number) => {};
  const running = await start(config, (why) => {
    io.err(`${why}\n`);
    end(1);
  });
  end = (code) => {
    end = () => {};
    systemClock.after(STOP_MILLISECONDS, () => process.exit(1));
    running.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        io.err(`stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  goOnAfterFaults(config);
  // Before readiness is said: whoever waits for it may stop the program at once.
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  io.out(`Mujaz listens on ${running.url}\n`);
  io.err(`Owner of the local web chat: ${running.ownerUrl}\n`);
  await running.complete();
  return 0;
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
