import { parseArgs } from 'node:util';
import { toLatinDigits } from '#arabic/digits.ts';
import { EVERY_DAY } from '#delivery/chat-record.ts';
import { nextSlot, type SlotWish } from '#delivery/slots.ts';

export interface TerminalOutput {
  out(text: string): void;
  err(text: string): void;
}

export const SLOTS_USAGE = `usage: mujaz slots --at HH:MM --zone ZONE [--from ISO] [--count N] [--json]

Prints the next digest slots: the instant in UTC, and the local date and time that it stands for.
  --at HH:MM   local time of the digest, 00:00 to 23:59
  --zone ZONE  IANA time zone, such as Africa/Cairo
  --from ISO   slots after this instant (2026-04-23T00:00:00Z); now where it is left out
  --count N    how many, 1 to 1000; 7 where it is left out
  --json       an array of { "at", "local" }
`;

const MOST = 1000;

/** Returns the exit code: 0, or 2 with the reason and the usage where the arguments make no sense. */
export async function runSlotsCommand(
  args: readonly string[],
  io: TerminalOutput,
  now: number,
): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(args, now);
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\n\n${SLOTS_USAGE}`);
    return 2;
  }
  if (options === 'help') {
    io.out(SLOTS_USAGE);
    return 0;
  }
  const slots = listSlots(options);
  if (options.json) io.out(`${JSON.stringify(slots)}\n`);
  else for (const { at, local } of slots) io.out(`${at}  ${local.replace('T', ' ')}\n`);
  return 0;
}

interface Options {
  wish: SlotWish;
  from: number;
  count: number;
  json: boolean;
}

function readOptions(args: readonly string[], now: number): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      at: { type: 'string' },
      zone: { type: 'string' },
      from: { type: 'string' },
      count: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const { at, zone, from } = values;
  const time = at === undefined ? undefined : toLatinDigits(at);
  const count = toLatinDigits(values.count ?? '7');
  if (time === undefined || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new Error(time === undefined ? '--at is missing' : `--at ${time} is not a time such as 08:00`);
  if (zone === undefined) throw new Error('--zone is missing');
  if (!/^[1-9]\d{0,3}$/.test(count) || Number(count) > MOST)
    throw new Error(`--count ${count} is not a number from 1 to ${MOST}`);
  const wish = { time, zone: checkedZone(zone), weekdays: EVERY_DAY, quietDays: [] };
  return {
    wish,
    from: from === undefined ? now : readInstant(from),
    count: Number(count),
    json: values.json,
  };
}

function checkedZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new Error(`--zone ${zone} is not an IANA time zone`);
  }
}

function readInstant(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw new Error(`--from ${text} is not an instant such as 2026-04-23T00:00:00Z`);
  }
}

function listSlots({ wish, from, count }: Options): { at: string; local: string }[] {
  const slots: { at: string; local: string }[] = [];
  let [after, lastDate]: [number, string | null] = [from, null];
  while (slots.length < count) {
    const slot = nextSlot(wish, after, lastDate);
    if (!slot) break;
    const at = Temporal.Instant.fromEpochMilliseconds(slot.at);
    const local = at.toZonedDateTimeISO(wish.zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    slots.push({ at: at.toString(), local });
    [after, lastDate] = [slot.at, slot.localDate];
  }
  return slots;
}
