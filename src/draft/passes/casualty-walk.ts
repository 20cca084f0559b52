import type { Token } from '#arabic/tokens.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { anchorBehind } from './casualty-anchors.ts';
import { alsoCounted } from './casualty-beside.ts';
import {
  areAlive,
  areCarried,
  areInhabitants,
  areSame,
  areThey,
  endsClauseAt,
  endsSentence,
  isOfThings,
  saysFurther,
} from './casualty-clauses.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { areDoers, harmOthers } from './casualty-doers.ts';
import { isOfThem, mixedKinds } from './casualty-doubts.ts';
import { isOldToll } from './casualty-earlier-tolls.ts';
import { type Fate, fateAfter, isFeared } from './casualty-fates.ts';
import type { SentenceFigures } from './casualty-figures.ts';
import { guessBehind } from './casualty-guess.ts';
import { beginsAnew, isBodies, kindOfCount, NEAR } from './casualty-kinds.ts';
import { listBehind } from './casualty-list.ts';
import { areLostAboard, areToldOf } from './casualty-lost-vessel.ts';
import { doubtOf, isNobody, mayHaveLived } from './casualty-nobody.ts';
import { oneAmong } from './casualty-one-among.ts';
import { oneLost } from './casualty-one-lost.ts';
import { oneAt } from './casualty-ones.ts';
import { areReleased, beginsClause, isIdle, onlyBeginsClause, releasesAt } from './casualty-openings.ts';
import { peopleAt } from './casualty-people-at.ts';
import type { SentenceStatus } from './casualty-status.ts';
import { type AnchorHere, befellSome, isSaidOfTally } from './casualty-tallies.ts';
import { toldBefore } from './casualty-told-before.ts';
import { amongAt, opensSentence, victimsBefore } from './casualty-unnumbered.ts';
import { isProjected } from './casualty-unreal.ts';
import { NOT_COUNTED, PASSED } from './casualty-words.ts';
import { unknownAt, zeroAt } from './casualty-zero.ts';
import type { Range } from './speaker.ts';

/** One sentence from its first token to its last: what was said to have happened, and the counts behind it. */
export class SentenceWalk {
  readonly #reading: Reading;
  readonly #sentence: Range;
  readonly #status: () => SentenceStatus;
  readonly #story: StoryKind;
  readonly #figures: SentenceFigures;
  #anchor: (AnchorHere & { at: number }) | null = null;
  /** After «بينهم»: the figure that those which follow are a part of, and what befell them. */
  #whole: number | null = null;
  #among: CasualtyKind | null = null;
  #released = -1;
  /** Where the count before ends, far before the first token where there is none, and whether it had a noun. */
  #lastTo = -NEAR;
  #lastNoun = false;
  /** «عشرات بين قتلى وجرحى»: those behind it are they. */
  #mixedTo = -1;
  /** What befell the last who were taken for a figure. */
  #last: { kind: CasualtyKind; to: number } | null = null;
  /** «القارب أقل 126 شخصا، بينهم تسع نساء»: parts of those whom nothing befell. */
  #aboard = false;
  #tallyOf: number | null = null;
  /** «تخطى عدد الضحايا … 640»: the number is a least one. */
  #passed = false;

  constructor(
    reading: Reading,
    sentence: Range,
    status: () => SentenceStatus,
    story: StoryKind,
    figures: SentenceFigures,
  ) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#status = status;
    this.#story = story;
    this.#figures = figures;
  }

  run(): void {
    const { tokens } = this.#reading;
    let pending = false;
    for (let i = this.#sentence.from; i < this.#sentence.to; ) {
      const { form } = tokens[i] as Token;
      // A full stop inside quotation marks.
      if (endsSentence(form)) this.#endClause(i);
      if (saysFurther(form)) this.#leaveParts();
      const rests = isIdle(form);
      if (rests || onlyBeginsClause(form)) {
        if (!rests && beginsClause(tokens, i)) this.#anchor = null;
        i++;
        continue;
      }
      const none = zeroAt(tokens, i);
      for (const zero of none) this.#figures.addZero(zero);
      if (none.length > 0) i = none[0]?.to ?? i + 1;
      if (none.length > 0) continue;
      const unknown = pending ? null : unknownAt(tokens, i, this.#sentence);
      if (unknown) {
        this.#figures.addZero(unknown);
        pending = true;
      }
      i = this.#step(i);
    }
  }

  #step(i: number): number {
    const { tokens } = this.#reading;
    if (releasesAt(tokens, i)) this.#released = i;
    if (endsClauseAt(tokens, i)) this.#endClause(i);
    const among = amongAt(tokens, i);
    // «إنقاذ 83 مهاجرا بينهم 9 نساء و4 أطفال»
    this.#aboard ||= among?.value === null && this.#lastTo === i && this.#isFree(i);
    const areOthers = this.#aboard || befellSome(this.#anchor, i, this.#figures.kindHere());
    if (among?.value === null && areOthers) return among.to;
    if (among) {
      this.#beginParts(among.value, i);
      return this.#takeOne(this.#among && oneAmong(tokens, i, among.to, this.#among)) ?? among.to;
    }
    const notCounted = NOT_COUNTED.longestAt(tokens, i);
    if (notCounted?.value) return this.#passOver(notCounted.to);
    const those = toldBefore(tokens, i, this.#sentence);
    if (those && !this.#figures.haveCounted(those)) this.#settle(those, those.kind, null);
    const count = peopleAt(this.#reading, i);
    if (count) {
      this.#take(count);
      return Math.max(count.to, i + 1);
    }
    return this.#begin(i);
  }

  /** «قتل», «عدد الضحايا», «ألقي القبض على»: what the counts behind it are of. */
  #begin(i: number): number {
    const { tokens } = this.#reading;
    const anchor = anchorBehind(tokens, i, this.#figures.kindHere());
    if (!anchor && beginsClause(tokens, i)) this.#anchor = null;
    if (!anchor || (this.#isOpen() && isSaidOfTally(tokens, anchor, this.#anchor, i))) return i + 1;
    this.#anchor = { ...anchor, at: i };
    this.#aboard = false;
    if (anchor.tally) {
      this.#passed = PASSED.has(tokens[i - 1]?.text ?? '');
      this.#tallyOf = anchor.group ?? null;
    }
    if (this.#among !== anchor.kind || !isBodies(tokens[i])) this.#leaveParts();
    const isBeside = this.#figures.kindHere() !== null;
    const one =
      anchor.kind === 'missing' ? oneLost(tokens, anchor, isBeside) : oneAt(tokens, anchor, isBeside);
    return this.#takeOne(one) ?? Math.max(anchor.to, i + 1);
  }

  #takeOne(one: Count | null): number | null {
    if (one) this.#take(one);
    return one?.to ?? null;
  }

  /** Parts of the figure before it; where nobody was counted, of those whom the sentence is about. */
  #beginParts(of: CasualtyKind | null, at: number): void {
    const { tokens } = this.#reading;
    const isTold = of !== null || this.#figures.kindHere() !== null;
    const victims = isTold ? null : victimsBefore(tokens, this.#sentence.from, at);
    if (isTold || opensSentence(at, this.#sentence) || victims) {
      this.#whole = this.#figures.wholeOf(of ?? victims);
      this.#among = this.#figures.kindAt(this.#whole) ?? of;
    } else if (this.#anchor) {
      this.#whole = null;
      this.#among = this.#anchor.kind;
    } else this.#aboard = true;
  }

  /** A tally whose number has not come yet. */
  #isOpen(): boolean {
    return this.#anchor?.tally === true && this.#lastTo < this.#anchor.at;
  }

  #leaveParts(): void {
    this.#whole = null;
    this.#among = null;
  }

  /** «فيما يواصل 3400 من رجال الإنقاذ»: nothing befell those who are counted next, but by a word of their own. */
  #endClause(at: number): void {
    if (!this.#isOpen()) {
      this.#anchor = null;
      this.#tallyOf = null;
    }
    this.#released = -1;
    if (at > this.#lastTo + NEAR) this.#last = null;
    this.#leaveParts();
  }

  /** «من أصل 96 ألفا تركوا منازلهم»: those of whom it is a part are no casualties, unless that is said of them. */
  #passOver(at: number): number {
    const { tokens } = this.#reading;
    const count = readCount(tokens, at);
    if (!count) return at + 1;
    this.#aboard = true;
    if (areToldOf(tokens, count)) this.#take(count);
    else if (areLostAboard(tokens, count)) this.#settle(count, 'missing', null);
    return count.to;
  }

  #take(count: Count): void {
    const { tokens } = this.#reading;
    if (count.from < this.#mixedTo || isOfThings(tokens, count)) return;
    if (count.counted.is !== 'victims' && this.#areOfTheHurt(count)) return;
    if (isProjected(tokens, this.#status, count.from, this.#anchor?.at ?? -1)) return;
    const follows = this.#lastTo;
    this.#lastTo = count.to;
    const isSame = this.#lastNoun && count.from === follows && areSame(tokens, count);
    const areOthersHarmed = harmOthers(tokens, count);
    this.#lastNoun = count.counted.is !== 'nothing' && !areOthersHarmed;
    if (isSame || areOthersHarmed) return;
    const fate = fateAfter(tokens, count.to);
    const near = this.#isNear(count) ? this.#anchor : null;
    if (
      (!mayHaveLived(fate, near) && areAlive(tokens, count)) ||
      (areDoers(tokens, count) && !fate) ||
      isFeared(tokens, fate, count) ||
      (!near && areInhabitants(tokens, count))
    )
      return;
    const share = fate === null ? this.#figures.shareOf(count, this.#anchor?.at ?? -1) : null;
    if (beginsAnew(tokens, count, follows)) this.#leaveParts();
    if (share) {
      [this.#whole, this.#among] = [share.whole, share.kind];
      this.#settle(count, share.kind, null);
      return;
    }
    const kind = kindOfCount(tokens, count, fate, {
      anchor: this.#anchor,
      among: this.#among,
      last: this.#last,
    });
    const mixed = follows >= count.from - 1 && follows < count.from ? null : mixedKinds(tokens, count);
    const theySay = areThey(tokens, count) ? this.#figures.kindHere() : null;
    // «سقط العشرات بين قتيل وجريح»: as vague for the one as for the other.
    this.#mixedTo = mixed?.to ?? this.#mixedTo;
    if (mixed && count.min === null && count.max === null)
      for (const both of mixed.kinds) this.#settle(count, both, fate);
    else if (mixed) this.#figures.leave(count, kind ?? 'killed', 'mixed');
    else if (kind === null && theySay) this.#settle(count, theySay, fate);
    else if (kind === null) this.#guess(count);
    else if (!this.#isNobody(count, kind, fate)) this.#settle(count, kind, fate);
  }

  #isNobody(count: Count, kind: CasualtyKind, fate: Fate | null): boolean {
    const isFree = this.#isFree(count.from);
    const said = { anchor: this.#anchor, isFirst: this.#last === null, isFree, story: this.#story };
    return isNobody(this.#reading.tokens, this.#sentence, count, kind, fate, said);
  }

  readonly #isFree = (at: number): boolean =>
    areReleased(this.#reading.tokens, this.#released, this.#anchor, at);

  #settle(count: Count, kind: CasualtyKind, fate: Fate | null): void {
    const { tokens } = this.#reading;
    const wasIll = this.#figures.goesOnWithIllness(count);
    const doubt = doubtOf(tokens, this.#sentence, count, kind, fate, wasIll);
    if (doubt !== null) {
      this.#figures.leave(count, kind, doubt);
      this.#tallyOf = null;
      return;
    }
    const whole = this.#figures.kindAt(this.#whole) === kind ? this.#whole : null;
    // «ثلاثة منهم توفوا»: of those, and of no dead that were counted before; «ستة من الجرحى» are told by their noun.
    const goesOn = count.counted.is === 'victims' || (this.#figures.kindHere() ?? kind) === kind;
    const isOf = goesOn && isOfThem(tokens, count, !!this.#last);
    const isPart = fate?.partOf || isOf || this.#areOfTheHurt(count);
    const partOf = whole ?? (isPart ? this.#figures.wholeOf(fate?.partOf ? fate.kind : kind) : null);
    const isOld = this.#anchor !== null && isOldToll(tokens, count);
    const passed = this.#passed && this.#anchor?.tally === true;
    this.#figures.add(count, kind, { partOf, isOld, passed, tallyOf: this.#tallyOf });
    this.#passed = false;
    this.#last = { kind, to: count.to };
    const list = partOf === null ? listBehind(tokens, count) : null;
    if (list) this.#mixedTo = this.#figures.addList(list, kind, count.from);
    const also = list ? null : alsoCounted(tokens, count, kind);
    if (also) this.#settle(also, also.kind, null);
  }

  /** A noun behind that is none of people we know. */
  #guess(count: Count): void {
    const anchor = this.#isNear(count) ? this.#anchor : null;
    const guess = anchor && guessBehind(this.#reading.tokens, count, anchor);
    if (!anchor || !guess || this.#isNobody(count, anchor.kind, null)) return;
    if (guess !== 'unknown') this.#figures.add(guess, anchor.kind);
    else if (this.#story !== 'sport') this.#figures.leave(count, anchor.kind, 'unknown-noun');
  }

  #isNear({ from }: Range): boolean {
    return this.#anchor !== null && from - this.#anchor.to <= NEAR;
  }

  /** «أصيب خمسة، ونقل ثلاثة أشخاص إلى المستشفى»: of those who were counted. */
  #areOfTheHurt(count: Count): boolean {
    return areCarried(this.#reading.tokens, count) && this.#figures.hasHurt(count);
  }
}
