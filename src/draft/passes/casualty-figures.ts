import type { Attribution } from '#draft/context.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { CasualtyFigure, CasualtyKind } from '#draft/fact.ts';
import { evidenceOfTokens, type Reading } from '#draft/reading.ts';
import { runsSinceOutbreak } from './casualty-background.ts';
import type { Count } from './casualty-counts.ts';
import { isIllness, speaksOfIllness } from './casualty-doubts.ts';
import { isUpdate } from './casualty-earlier-tolls.ts';
import { type Beside, type FoundFigures, NOTHING_BESIDE } from './casualty-found.ts';
import { groupOf } from './casualty-group.ts';
import { groupEnd } from './casualty-group-end.ts';
import { groupGoingOn, groupTold } from './casualty-group-going-on.ts';
import type { Listed } from './casualty-list.ts';
import { isShare } from './casualty-shares.ts';
import { attributionOf, isDenial } from './casualty-sources.ts';
import { type FigureTime, type SentenceStatus, statusOfFigure } from './casualty-status.ts';
import { isTriedNow, verdictIn } from './casualty-trials.ts';
import type { NoNumber } from './casualty-unharmed.ts';
import type { Range } from './speaker.ts';
import { textOf } from './text-of.ts';

/** Figures among which those who are taken to hospital have been counted. */
const RIGHT_BEFORE = 4;

const isOneOf = ({ min, max, to, from }: Count) => min === 1 && max === 1 && to === from + 1;

/** Makes the figures of one sentence: each with its group, its time, who says it, and the sentence. */
export class SentenceFigures {
  readonly #reading: Reading;
  readonly #sentence: Range;
  readonly #status: () => SentenceStatus;
  readonly #attributed: readonly Attribution[];
  readonly #story: StoryKind;
  readonly #found: FoundFigures;
  /** Where the count before ends. */
  #lastTo = -1;
  #verdictAt: number | undefined;

  constructor(
    reading: Reading,
    sentence: Range,
    status: () => SentenceStatus,
    attributed: readonly Attribution[],
    story: StoryKind,
    found: FoundFigures,
  ) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#status = status;
    this.#attributed = attributed;
    this.#story = story;
    this.#found = found;
  }

  add(count: Count, kind: CasualtyKind, beside: Beside = NOTHING_BESIDE): void {
    const time = this.#timeOf(count, kind);
    const figure = this.#figureOf(count, kind, beside, time);
    const { weak, first, earlier, wide } = this.#found.doubts;
    if (!beside.isOld && time.wide && !this.#runsOn(count, kind)) wide.add(figure);
    this.#found.figures.push(figure);
    this.#found.counts.push(count);
    this.#lastTo = count.to;
    if (!beside.isOld && time.weak) weak.add(figure);
    if (this.#status().isFirst) first.add(figure);
    if (isUpdate(this.#reading.tokens, this.#sentence))
      for (const told of this.#before(kind)) first.add(told);
    if (this.#status().isEarlier) earlier.add(figure);
  }

  /** Those just counted, told one by one up to the token that is returned. */
  addList({ items, to }: Listed, kind: CasualtyKind, saidAt: number): number {
    const partOf = this.wholeOf(kind);
    for (const item of items) this.add(item, kind, { ...NOTHING_BESIDE, partOf, saidAt });
    return to;
  }

  /** The figures of a kind in the sentences before. */
  #before(kind: CasualtyKind): CasualtyFigure[] {
    return this.#found.figures.filter((figure) => figure.kind === kind && !this.#isHere(figure));
  }

  /** The total of an epidemic or of a hunt for suspects goes on with each day, and is the news itself. */
  #runsOn(count: Count, kind: CasualtyKind): boolean {
    return kind === 'detained' || speaksOfIllness(this.#reading.tokens, this.#sentence, count);
  }

  /** Seen, and not decided: the editor settles it. */
  leave(count: Count, kind: CasualtyKind, reason: string): void {
    const proposal = this.#figureOf(count, kind, NOTHING_BESIDE, this.#timeOf(count, kind));
    this.#found.ofIllness ||= reason === 'illness';
    this.#found.unsettled.push({ what: 'casualty', reason, evidence: proposal.evidence, proposal });
  }

  addZero(none: NoNumber): void {
    const { kind, status, group, from, to } = none;
    // «لم تسجل أي إصابة بالكوليرا»: nobody is ill, which says nothing of anybody hurt.
    if (kind === 'injured' && isIllness(this.#reading.tokens[to])) return;
    const n = status === 'none' ? 0 : null;
    const who =
      group === null
        ? this.#uncounted(kind)
        : textOf(this.#reading, { from: group, to: groupEnd(this.#reading.tokens, group, false) });
    this.#found.figures.push({
      kind,
      min: n,
      max: n,
      approximate: null,
      status,
      group: who,
      partOf: null,
      source: this.#attributionAt(from)?.source ?? null,
      place: null,
      evidence: this.#evidence(),
    });
    this.#found.counts.push(none);
  }

  /** «سقوط قتلى من الشرطة لم يُعرف عددهم»: of whom nobody has counted them. */
  #uncounted(kind: CasualtyKind): string | null {
    const said = this.#found.figures.findLast((f) => f.kind === kind);
    return said && said.min === null && said.max === null && this.#isHere(said) ? said.group : null;
  }

  /** The last figure that is no part itself, of a kind or of any. */
  wholeOf(kind: CasualtyKind | null): number | null {
    const before = this.#found.figures.at(-1);
    // «12 من القتلى عمال، بينهم أربع نساء»: of those nearest.
    if (kind === null && before && before.partOf !== null && this.#isHere(before))
      return this.#found.figures.length - 1;
    const last = this.#found.figures.findLastIndex(
      (f) => f.partOf === null && (kind === null || f.kind === kind),
    );
    return last < 0 ? null : last;
  }

  /** Of the last figure of this sentence. */
  kindHere(): CasualtyKind | null {
    const last = this.#found.figures.at(-1);
    return last && this.#isHere(last) ? last.kind : null;
  }

  /** «… لترتفع الإصابات إلى 3200»: of the illness that an earlier count was of, and no injuries. */
  goesOnWithIllness({ counted }: Count): boolean {
    return counted.is !== 'people' && this.#found.ofIllness;
  }

  /** Whether one of the figures right before is of the hurt and of so many or more; of victims, unless just so many were told of. */
  hasHurt({ min, counted }: Count): boolean {
    const hurt = (some: readonly CasualtyFigure[]) => some.filter(({ kind }) => kind === 'injured');
    const isTold =
      counted.is === 'victims' && hurt(this.#found.figures).some((f) => f.min === min && f.partOf === null);
    return !isTold && hurt(this.#found.figures.slice(-RIGHT_BEFORE)).some((f) => (f.min ?? 0) >= (min ?? 0));
  }

  /** What a number that only goes on telling of the toll before it is a part of: «40، 22 في الشمال و18 في الجنوب». */
  shareOf(count: Count, anchorAt: number): { kind: CasualtyKind; whole: number } | null {
    const at = this.#found.figures.length - 1;
    const before = this.#found.figures[at];
    if (!before || !this.#isHere(before) || count.min === null || anchorAt >= this.#lastTo) return null;
    const whole = before.partOf === null ? before : this.#found.figures[before.partOf];
    const left = (whole?.min ?? 0) - (before.partOf === null ? 0 : (before.min ?? 0));
    const { tokens } = this.#reading;
    if (count.min > left || !isShare(tokens, count, this.#lastTo, before)) return null;
    return { kind: before.kind, whole: before.partOf ?? at };
  }

  /** Whether those who were seized or are looked for are counted already for what befell them. */
  haveCounted({ from, kind }: Count & { kind: CasualtyKind }): boolean {
    return !/^(?:killed|injured)$/.test(kind) && this.#found.counts.some((count) => count.from === from);
  }

  kindAt(index: number | null): CasualtyKind | null {
    return index === null ? null : (this.#found.figures[index]?.kind ?? null);
  }

  /** The last figures of this sentence. */
  #here(): CasualtyFigure[] {
    return this.#found.figures.slice(-RIGHT_BEFORE).filter((figure) => this.#isHere(figure));
  }

  #isHere({ evidence }: CasualtyFigure): boolean {
    const first = this.#reading.tokens[this.#sentence.from];
    return first !== undefined && evidence.start >= first.start;
  }

  #figureOf(
    count: Count,
    kind: CasualtyKind,
    { partOf, isOld, passed, tallyOf, saidAt = count.from }: Beside,
    time: FigureTime,
  ): CasualtyFigure {
    const { min, approximate } = count;
    const whole = partOf === null ? null : this.#found.figures[partOf];
    const own = this.#attributionAt(saidAt);
    // «نفت البعثة اتهامها بقتل 20»: whoever denies it is not who says so.
    const isAccused = own?.strength === 'accused';
    const { tokens } = this.#reading;
    const isDenied = own !== undefined && isDenial(tokens, own, count.from);
    // «ثلاثة أحدهم نجار سبق أن أدين»: of the same time as the others.
    const status = whole && isOneOf(count) ? whole.status : isOld ? 'historical' : time.status;
    return {
      kind,
      min,
      max: passed && min === count.max ? null : count.max,
      approximate,
      status: (isDenied || isAccused) && status === 'confirmed' ? 'claimed' : status,
      group:
        groupOf(this.#reading, count, kind) ??
        this.#tallied(count, tallyOf) ??
        (partOf === null ? this.#groupBefore(count, kind) : null),
      partOf: this.#wholeFor(min, partOf),
      // «58 شخصا، وفق مصادر طبية، بينهم 24 قتلوا في المقهى»: told with those of whom they are.
      source: isDenied ? null : (own?.source ?? (whole && this.#isHere(whole) ? whole.source : null)),
      place: null,
      evidence: this.#evidence(),
    };
  }

  #groupBefore(count: Count, kind: CasualtyKind): string | null {
    const [here, { from }] = [this.#here(), this.#sentence];
    const told = groupGoingOn(this.#reading.tokens, count, kind, here, this.#lastTo);
    return told ?? (here.length === 0 ? groupTold(this.#reading, count, from) : null);
  }

  /** A part as large as its whole, or larger, is none of its parts: «بينهم طفلان، وبينهم ثلاث نساء». */
  #wholeFor(min: number | null, partOf: number | null): number | null {
    const whole = this.#found.figures[partOf ?? -1];
    if (!whole || partOf === null) return null;
    if (whole.min === null || min === null || min < whole.min) return partOf;
    // «أصيب تسعة طلاب ومعلمان، نقل ستة منهم»
    const before = this.#found.figures[partOf - 1];
    const isBeside = before?.kind === whole.kind && before.evidence.start === whole.evidence.start;
    return this.#wholeFor(min, isBeside && whole.partOf === null ? partOf - 1 : whole.partOf);
  }

  #runsSince(count: Range): boolean {
    const { tokens } = this.#reading;
    return speaksOfIllness(tokens, this.#sentence, count) && runsSinceOutbreak(tokens, this.#sentence);
  }

  #isRuledOn(at: number): boolean {
    this.#verdictAt ??= verdictIn(this.#reading.tokens, this.#sentence);
    return this.#verdictAt < at;
  }

  #timeOf(count: Range, kind: CasualtyKind): FigureTime {
    const { tokens } = this.#reading;
    const meant = statusOfFigure(tokens, this.#status(), count);
    const isTried =
      kind !== 'detained' &&
      meant.status !== 'historical' &&
      (this.#isRuledOn(count.from) ||
        (this.#story === 'justice' &&
          this.#found.figures[0]?.status === 'historical' &&
          isTriedNow(tokens, this.#sentence)));
    // «464 وفاة منذ ظهور المرض عام 2012»: of an epidemic that goes on.
    if (meant.status === 'historical' && kind !== 'detained' && this.#runsSince(count))
      return { status: 'confirmed', weak: false, wide: false };
    return isTried ? { status: 'historical', weak: false, wide: false } : meant;
  }

  /** «عدد الضحايا المدنيين … 1592 قتيلا و3329 جريحا»: whom the tally is of. */
  #tallied({ counted }: Count, at: number | null): string | null {
    if (at === null || counted.is === 'people') return null;
    return textOf(this.#reading, { from: at, to: groupEnd(this.#reading.tokens, at, false) });
  }

  /** Who says so in this sentence: a speaker of one before has not said what stands here. */
  #attributionAt(at: number): Attribution | undefined {
    return attributionOf(this.#reading.tokens, this.#attributed, at);
  }

  #evidence() {
    return evidenceOfTokens(this.#reading, this.#sentence.from, this.#sentence.to);
  }
}
