import { type CountedNoun, count } from '#arabic/agreement.ts';
import { action } from './action.ts';
import { failureReason } from './failure-reason.ts';
import { DESK_LABELS as D } from './labels-desk.ar.ts';
import type { Block, Button, Message } from './message.ts';
import type { ReaderStyle } from './reader-style.ts';
import { writeNumber } from './write-figure.ts';

/** Recipients by platform. */
export type Recipients = Partial<Record<'telegram' | 'discord' | 'web' | 'terminal', number>>;

/** How far an order has come; `perSecond` and `secondsLeft` null where nothing can be said yet. */
export interface ProgressShown {
  job: number;
  kind: 'push' | 'correction' | 'retraction';
  total: number;
  sent: number;
  failed: number;
  reasons: Readonly<Record<string, number>>;
  possiblyDouble: number;
  notReached: readonly string[];
  perSecond: number | null;
  finished: boolean;
}

/** «سيصل إلى 240 محادثة: 236 في تيليغرام و4 في ديسكورد.» */
export function writeRecipients(recipients: Recipients, style: ReaderStyle): string {
  const entries = Object.entries(recipients).filter(([, n]) => n > 0) as [keyof Recipients, number][];
  const total = entries.reduce((sum, [, n]) => sum + n, 0);
  if (total === 0) return D.nobody;
  const platforms = entries.map(([platform, n]) => `${writeNumber(n, style)} ${D.onPlatform[platform]}`);
  return D.recipients(
    countOf('chat', total, style, true),
    platforms.length > 1 ? platforms.join(' و') : (platforms[0] ?? ''),
  );
}

export function composePushPreview(
  id: string,
  recipients: Recipients,
  scheduled: string | null,
  style: ReaderStyle,
): Message {
  const text = [writeRecipients(recipients, style), scheduled && D.scheduled(scheduled)]
    .filter(Boolean)
    .join(' ');
  return {
    blocks: [{ type: 'paragraph', tone: 'body', text }],
    buttons: [
      [
        { label: D.button.send, action: action('push', 'go', id) },
        { label: D.button.cancel, action: action('push', 'drop', id) },
      ],
    ],
    subject: null,
  };
}

export function composeScheduled(job: number, moment: string): Message {
  return {
    blocks: [{ type: 'paragraph', tone: 'body', text: D.scheduled(moment) }],
    buttons: [[{ label: D.button.cancel, action: action('push', 'cancel', job) }]],
    subject: null,
  };
}

/** A correction counts copies: a chat may have several. */
const DONE = { correction: D.doneCorrected, retraction: D.doneRetracted };

const BAR_CELLS = 10;

/** The one message that follows an order from its start to its final count. */
export function composeProgress(shown: ProgressShown, style: ReaderStyle): Message {
  const { total, sent, failed, perSecond, finished, kind } = shown;
  const n = (value: number) => writeNumber(value, style);
  const done = sent + failed;
  if (!finished) {
    const filled = total === 0 ? 0 : Math.round((done / total) * BAR_CELLS);
    const bar = '■'.repeat(filled) + '□'.repeat(BAR_CELLS - filled);
    const left = perSecond ? countOf('second', Math.ceil((total - done) / perSecond), style) : null;
    const text =
      total === 0
        ? D.waiting
        : kind === 'push' && perSecond && left
          ? D.progress(n(done), n(total), n(Math.round(perSecond)), left)
          : D.correcting(n(done), n(total));
    return { blocks: body(total === 0 ? [text] : [bar, text]), buttons: [], subject: null };
  }
  const lines =
    total === 0
      ? [kind === 'push' ? D.doneNobody : D.doneNoCopies]
      : [
          kind === 'push'
            ? D.doneSent(countOf('chat', sent, style, true))
            : DONE[kind](countOf('copy', sent, style, true)),
          failed > 0 ? D.doneFailed(n(failed), writeReasons(shown.reasons, style)) : null,
          shown.possiblyDouble > 0 ? D.doneDouble(n(shown.possiblyDouble)) : null,
        ].filter((line) => line !== null);
  const blocks = body(lines);
  if (shown.notReached.length > 0)
    blocks.push(
      { type: 'paragraph', tone: 'meta', text: D.notReached },
      { type: 'list', ordered: false, items: [...shown.notReached] },
    );
  const retry: Button[][] =
    failed > 0 ? [[{ label: D.button.retry, action: action('push', 'retry', shown.job) }]] : [];
  return { blocks, buttons: retry, subject: null };
}

/** «حُظر البوت 8، لا إذن بالكتابة 2» */
export function writeReasons(reasons: Readonly<Record<string, number>>, style: ReaderStyle): string {
  const counts = new Map<string, number>();
  for (const [reason, n] of Object.entries(reasons)) {
    const words = failureReason(reason);
    counts.set(words, (counts.get(words) ?? 0) + n);
  }
  return [...counts].map(([words, n]) => `${words} ${writeNumber(n, style)}`).join('، ');
}

function body(lines: string[]): Block[] {
  return lines.map((text) => ({ type: 'paragraph', tone: 'body', text }));
}

function countOf(noun: CountedNoun, n: number, style: ReaderStyle, oblique = false): string {
  return count(noun, n, writeNumber(n, style), oblique);
}
