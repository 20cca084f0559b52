import type { Brief, Revision } from '#brief/brief.ts';
import { casualtyLedger } from '#brief/casualty-ledger.ts';
import { action } from './action.ts';
import { changeLine } from './compose-brief.ts';
import { writeReasons } from './compose-job.ts';
import { DESK_LABELS as D } from './labels-desk.ar.ts';
import type { Block, Button, Message } from './message.ts';
import type { ReaderStyle } from './reader-style.ts';
import { writeFigureLine } from './write-fact.ts';
import { writeNumber } from './write-figure.ts';
import { writeDay, writeMoment } from './write-time.ts';

const heading = (text: string, level: 1 | 2 = 1): Block => ({ type: 'heading', level, text });
const list = (items: string[]): Block => ({
  type: 'list',
  ordered: false,
  items: items.length > 0 ? items : [D.nothing],
});

/** Every revision with what it changed, and the casualty figures in the order they were said. */
export function composeHistory(
  brief: Brief,
  revisions: readonly Revision[],
  { style, now }: { style: ReaderStyle; now: number },
): Message {
  const blocks: Block[] = [heading(`${D.historyTitle}: ${brief.headline}`)];
  for (const revision of [...revisions].reverse()) {
    const who = revision.editor ?? D.fromFile;
    const moment = writeMoment(revision.at, now, style);
    const title = D.revision(writeNumber(revision.number, style), moment, D.reasons[revision.reason], who);
    blocks.push({ type: 'paragraph', tone: 'meta', text: title });
    if (revision.changes.length > 0) blocks.push(list(revision.changes.map((c) => changeLine(brief, c))));
  }
  const ledger = casualtyLedger(brief, revisions).map(({ figure, asOf, replaced }) => {
    const when =
      'date' in asOf ? writeDay(Temporal.PlainDate.from(asOf.date), style) : writeMoment(asOf.at, now, style);
    return D.ledgerLine(when, writeFigureLine(figure, style), replaced);
  });
  if (ledger.length > 0) blocks.push(heading(D.ledgerTitle, 2), list(ledger));
  return { blocks, buttons: [], subject: null };
}

export interface StatsShown {
  subscribers: Readonly<Record<string, number>>;
  deliveries: Readonly<Record<string, number>>;
  failures: Readonly<Record<string, number>>;
  mostAsked: readonly { headline: string; times: number }[];
  notFound: readonly { words: string; times: number }[];
}

export function composeStats(shown: StatsShown, style: ReaderStyle): Message {
  const n = (value: number) => writeNumber(value, style);
  const named = (counts: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>) =>
    Object.entries(counts)
      .map(([key, value]) => `${n(value)} ${names[key] ?? key}`)
      .join('، ') || D.nothing;
  const times = (value: number) => ` (${n(value)})`;
  return {
    blocks: [
      heading(D.statsTitle),
      list([
        D.subscribers(named(shown.subscribers, D.onPlatform)),
        D.deliveries(named(shown.deliveries, D.states)),
        D.failures(writeReasons(shown.failures, style) || D.nothing),
      ]),
      heading(D.mostAsked, 2),
      list(shown.mostAsked.map((a) => a.headline + times(a.times))),
      heading(D.notFound, 2),
      list(shown.notFound.map((a) => `«${a.words}»${times(a.times)}`)),
    ],
    buttons: [],
    subject: null,
  };
}

export function composeAdmins(
  people: readonly { person: string; role: keyof typeof D.roles; removable: boolean }[],
): Message {
  const rows: Button[][] = people
    .filter((p) => p.removable)
    .map((p) => [{ label: D.button.removePerson(p.person), action: action('admins', 'remove', p.person) }]);
  return {
    blocks: [
      heading(D.adminsTitle),
      list(people.map((p) => `${D.roles[p.role]}: ${p.person}`)),
      { type: 'paragraph', tone: 'meta', text: D.adminsHint },
    ],
    buttons: rows,
    subject: null,
  };
}

export function composeAudit(
  entries: readonly { at: number; who: string; what: string; brief: string | null }[],
  { style, now }: { style: ReaderStyle; now: number },
): Message {
  const acts: Readonly<Record<string, string>> = D.acts;
  const items = entries.map((e) =>
    [writeMoment(e.at, now, style), e.who, acts[e.what] ?? e.what, e.brief].filter(Boolean).join(' · '),
  );
  return { blocks: [heading(D.auditTitle), list(items)], buttons: [], subject: null };
}
