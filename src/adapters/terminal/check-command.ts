import type { TerminalOutput } from './slots-command.ts';

/** One thing wrong: `where` is a variable, `file:line`, or `file`. */
export interface CheckFault {
  where: string;
  reason: string;
}

export interface CheckCommandParts {
  /** Of the environment, `.env` and `config/`. */
  configFaults(): Promise<CheckFault[]>;
  /** Of every folder under `briefs/`. */
  briefs(): Promise<{ count: number; faults: CheckFault[] }>;
  io: TerminalOutput;
}

/** Names every fault of the configuration and of the briefs. Returns the exit code: 1 where there is one. */
export async function runCheckCommand(
  { json }: { json: boolean },
  { configFaults, briefs, io }: CheckCommandParts,
): Promise<number> {
  const read = await briefs();
  const faults = [...(await configFaults()), ...read.faults];
  if (json) io.out(`${JSON.stringify({ briefs: read.count, faults })}\n`);
  else {
    for (const { where, reason } of faults) io.out(`${where}: ${reason}\n`);
    if (faults.length === 0) io.out(`configuration and ${read.count} brief(s) are in order\n`);
  }
  return faults.length > 0 ? 1 : 0;
}
