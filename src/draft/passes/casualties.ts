import type { Token } from '#arabic/tokens.ts';
import type { Context } from '#draft/context.ts';
import type { Unsettled } from '#draft/draft.ts';
import type { CasualtyFigure, CasualtyKind } from '#draft/fact.ts';
import { evidenceOfTokens, type Reading } from '#draft/reading.ts';
import { type Attributed, attributedSentences, NOBODY_SAYS } from './attributed-sentences.ts';
import { type AnchorHere, anchorAt, fateAfter } from './casualty-anchors.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { withoutDoubles } from './casualty-doubles.ts';
import {
  isLeaving,
  isMixed,
  isOfThem,
  isOldToll,
  isSuspension,
  markedDual,
  mayBePeople,
  speaksOfIllness,
} from './casualty-doubts.ts';
import { groupOf } from './casualty-group.ts';
import { oneAt, oneBefore } from './casualty-ones.ts';
import { isIdle, isReleasing, mayBeginClause } from './casualty-openings.ts';
import { type SentenceStatus, statusOf } from './casualty-status.ts';
import { amongAt, oneVictimAt, unnumberedAt } from './casualty-unnumbered.ts';
import { NOT_COUNTED, PASSED } from './casualty-words.ts';
import { type NoNumber, unknownAt, zeroAt } from './casualty-zero.ts';
import { textOf } from './people-book.ts';

/** A count this far behind what counts it is of something else. Tokens. */
const REACH = 12;
const REACH_OF_TALLY = 26;
/** So near that nothing can stand between. */
const NEAR = 2;
/** A cue of another time behind a figure is about it within so many tokens. */
const BEHIND = 9;

/** Figures of people killed, injured, missing, detained and displaced, each with its sentence and who says it. */
export function findCasualties(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const figures: CasualtyFigure[] = [];
  const unsettled: Unsettled[] = [];
  const year = reading.article.published ? Number(reading.article.published.date.slice(0, 4)) : null;
  const said = attributedSentences(reading, context.attributions);
  reading.sentences.forEach((sentence, index) => {
    const status = statusOf(reading.tokens, sentence, year);
    const walk = new SentenceWalk(reading, context, index, status, said[index] ?? NOBODY_SAYS, figures);
    walk.run();
    unsettled.push(...walk.unsettled);
  });
  return { casualties: withoutDoubles(figures, reading), unsettled };
}

/** One sentence from its first token to its last: what was said to have happened, and the counts behind it. */
class SentenceWalk {
  readonly unsettled: Unsettled[] = [];
  readonly #reading: Reading;
  readonly #context: Readonly<Context>;
  readonly #index: number;
  readonly #status: SentenceStatus;
  readonly #attributed: Attributed;
  readonly #figures: CasualtyFigure[];
  #anchor: (AnchorHere & { at: number }) | null = null;
  /** After «بينهم»: the figure that those which follow are a part of. */
  #whole: number | null = null;
  #released = -1;
  #tallyGroup: number | null = null;
  /** «تخطى عدد الضحايا … 640»: the number is a least one. */
  #passed = false;

  constructor(
    reading: Reading,
    context: Readonly<Context>,
    index: number,
    status: SentenceStatus,
    attributed: Attributed,
    figures: CasualtyFigure[],
  ) {
    this.#reading = reading;
    this.#context = context;
    this.#index = index;
    this.#status = status;
    this.#attributed = attributed;
    this.#figures = figures;
  }

  run(): void {
    const { tokens, sentences } = this.#reading;
    const sentence = sentences[this.#index];
    if (!sentence) return;
    let pending = false;
    for (let i = sentence.from; i < sentence.to; ) {
      if (isIdle((tokens[i] as Token).form)) {
        i++;
        continue;
      }
      const none = zeroAt(tokens, i);
      if (none.length > 0) {
        for (const zero of none) this.#addZero(zero);
        i = none[0]?.to ?? i + 1;
        continue;
      }
      const unknown = pending ? null : unknownAt(tokens, i, sentence);
      if (unknown) {
        this.#addZero(unknown);
        pending = true;
      }
      i = this.#step(i);
    }
  }

  #step(i: number): number {
    const { tokens } = this.#reading;
    const token = tokens[i];
    if (!token) return i + 1;
    if (isReleasing(token.form)) this.#released = i;
    const among = token.kind === 'word' ? amongAt(tokens, i) : null;
    if (among) {
      this.#whole = this.#wholeOf(among.value);
      return among.to;
    }
    const notCounted = NOT_COUNTED.longestAt(tokens, i);
    if (notCounted) return readCount(tokens, notCounted.to)?.to ?? notCounted.to + 1;
    const count =
      readCount(tokens, i) ??
      markedDual(this.#reading, i) ??
      unnumberedAt(tokens, i) ??
      oneBefore(tokens, i) ??
      oneVictimAt(tokens, i);
    if (count) {
      this.#take(count);
      return Math.max(count.to, i + 1);
    }
    const anchor = anchorAt(tokens, i);
    // «وتضرر 150 ألفا»: another verb begins another clause.
    if (!anchor && mayBeginClause(token.form) && readCount(tokens, i + 1)) this.#anchor = null;
    if (!anchor) return i + 1;
    this.#anchor = { ...anchor, at: i };
    if (anchor.tally) this.#passed = PASSED.has(tokens[i - 1]?.text ?? '');
    if (anchor.tally) this.#tallyGroup = anchor.group ?? null;
    this.#whole = null;
    const one = anchor.kind === 'missing' ? null : oneAt(tokens, anchor);
    if (!one) return Math.max(anchor.to, i + 1);
    this.#take(one);
    return one.to;
  }

  #take(count: Count): void {
    const { tokens } = this.#reading;
    if (count.counted.is === 'things' || this.#isProjected(count.from)) return;
    const fate = fateAfter(tokens, count.to);
    const kind = this.#kindOf(count, fate);
    if (isMixed(tokens, count)) {
      this.#leave(count, kind ?? 'killed', 'mixed');
      return;
    }
    if (kind === null) {
      this.#leaveBare(count);
      return;
    }
    if (
      this.#released >= 0 &&
      this.#released < count.from &&
      count.from - this.#released < 7 &&
      (count.counted.is !== 'victims' || kind === 'detained' || kind === 'displaced')
    )
      return;
    if (this.#context.kind === 'sport' && kind !== 'killed') return;
    if (kind === 'injured' && speaksOfIllness(tokens, this.#reading.sentences[this.#index])) {
      this.#leave(count, kind, 'illness');
      return;
    }
    if (kind === 'detained' && isSuspension(tokens, count.to)) return;
    if (isLeaving(tokens, count, kind)) return;
    const whole = this.#whole === null || this.#figures[this.#whole]?.kind === kind ? this.#whole : null;
    const partOf =
      whole ??
      (fate?.partOf || isOfThem(tokens, count) ? this.#wholeOf(fate?.partOf ? fate.kind : kind) : null);
    const rise = this.#anchor !== null && isOldToll(tokens, count);
    this.#add(count, kind, partOf, rise);
  }

  #kindOf(count: Count, fate: { kind: CasualtyKind; at: number } | null): CasualtyKind | null {
    const { tokens } = this.#reading;
    const { counted } = count;
    const near = this.#anchor && count.from - this.#anchor.to <= NEAR ? this.#anchor : null;
    // «استشهد 13 نازحا»: what happened to them comes before what they were.
    if (counted.is === 'victims')
      return near?.kind === 'killed' && !near.tally && (counted.kind !== 'injured' || !near.needsPeople)
        ? 'killed'
        : counted.kind;
    if (count.meantFor) return null;
    // «وإن ستة آخرين أصيبوا»: what the verb right behind says stands against all before.
    const isObject = near !== null && count.from === near.to;
    if (fate && counted.is !== 'nothing' && !isObject && fate.at - count.to <= 1) return fate.kind;
    if (this.#whole !== null && counted.is !== 'nothing') return this.#figures[this.#whole]?.kind ?? null;
    if (near && !near.needsPeople && counted.is !== 'nothing') return near.kind;
    if (fate && (counted.is !== 'nothing' || fate.at - count.to <= 1)) return fate.kind;
    const anchor = this.#anchor;
    if (!anchor) return fate && mayBePeople(tokens, count) ? fate.kind : null;
    const distance = count.from - anchor.to;
    if (distance > (anchor.tally ? REACH_OF_TALLY : REACH))
      return fate && mayBePeople(tokens, count) ? fate.kind : null;
    if (counted.is === 'people' || counted.is === 'generic') return anchor.kind;
    // «وأسر اثنان», «وشرد ستين ألفا»: nothing else could be meant.
    const alone = distance === 0 && !anchor.tally && tokens[count.numberTo]?.kind !== 'word';
    const isPlain = alone && (anchor.kind === 'detained' || anchor.kind === 'displaced');
    if ((anchor.needsPeople && !isPlain) || !mayBePeople(tokens, count)) return null;
    return distance <= 2 || anchor.tally ? anchor.kind : null;
  }

  /** «مقتل 3 …» with a noun behind that is none of people we know. */
  #leaveBare(count: Count): void {
    const anchor = this.#anchor;
    const isNear = anchor !== null && !anchor.tally && count.from === anchor.to && count.min !== null;
    const next = this.#reading.tokens[count.numberTo];
    if (!isNear || count.counted.is !== 'nothing' || next?.kind !== 'word' || count.meantFor) return;
    if (this.#context.kind !== 'sport') this.#leave(count, anchor.kind, 'unknown-noun');
  }

  /** Seen, and not decided: the editor settles it. */
  #leave(count: Count, kind: CasualtyKind, reason: string): void {
    const before = this.#figures.length;
    this.#add(count, kind, null, false);
    const [proposal] = this.#figures.splice(before, 1);
    if (!proposal) return;
    this.unsettled.push({ what: 'casualty', reason, evidence: proposal.evidence, proposal });
  }

  #isProjected(at: number): boolean {
    return this.#status.projectedAt.some((p) => p < at && at - p < 10);
  }

  #wholeOf(kind: CasualtyKind | null): number | null {
    const last = this.#figures.findLastIndex((f) => f.partOf === null && (kind === null || f.kind === kind));
    return last < 0 ? null : last;
  }

  #add(count: Count, kind: CasualtyKind, partOf: number | null, isOld: boolean): void {
    const { min, approximate } = count;
    const passed = this.#passed && this.#anchor?.tally === true && min === count.max;
    const max = passed ? null : count.max;
    this.#passed = false;
    const group = groupOf(this.#reading, count) ?? this.#tallied(count);
    const whole = partOf === null ? null : this.#figures[partOf];
    // A part larger than its whole is none of its parts.
    const isPart = whole && (whole.min === null || min === null || min <= whole.min) ? partOf : null;
    const { at, status: said } = this.#status;
    const meant = at < count.to + BEHIND ? said : 'confirmed';
    const status = isOld ? 'historical' : meant;
    this.#figures.push({
      kind,
      min,
      max,
      approximate,
      status,
      group,
      partOf: isPart,
      ...this.#said(count.from),
    });
  }

  /** «عدد الضحايا المدنيين … 1592 قتيلا و3329 جريحا»: whom the tally is of. */
  #tallied({ counted }: Count): string | null {
    const at = this.#tallyGroup;
    if (at === null || counted.is === 'people') return null;
    return textOf(this.#reading, { from: at, to: at + 1 });
  }

  #addZero({ kind, status, group, from }: NoNumber): void {
    const n = status === 'none' ? 0 : null;
    const who = group === null ? null : textOf(this.#reading, { from: group, to: group + 1 });
    this.#figures.push({
      kind,
      min: n,
      max: n,
      approximate: null,
      status,
      group: who,
      partOf: null,
      ...this.#said(from),
    });
  }

  /** Who says so, and the sentence: the speaker of this sentence, else the last one of its paragraph. */
  #said(at: number): Pick<CasualtyFigure, 'source' | 'place' | 'evidence'> {
    const { sentences } = this.#reading;
    const here = sentences[this.#index];
    const { mine, earlier } = this.#attributed;
    const own = mine.findLast((a) => a.said.from <= at && at < a.said.to);
    const { name = null, role = null } = (own ?? (mine.length === 0 ? earlier : null))?.speaker ?? {};
    return {
      source: name ?? role,
      place: null,
      evidence: evidenceOfTokens(this.#reading, here?.from ?? 0, here?.to ?? 1),
    };
  }
}
