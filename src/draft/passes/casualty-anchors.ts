import { type Form, ofForm } from '#arabic/forms.ts';
import { readNumber } from '#arabic/numbers.ts';
import type { Token } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { readCount } from './casualty-counts.ts';
import {
  AFTER,
  type Anchor,
  bareWord,
  FRAMES,
  isPeopleWord,
  lookUp,
  NOUNS,
  PHRASES,
  PLURAL_VERBS,
  TALLY,
  VERBS,
  VICTIMS,
} from './casualty-words.ts';

/** Words between «لقي» and «حتفهم». */
const LONGEST_FRAME = 20;
/** Words between a counted noun and the verb that says what became of it. */
const LONGEST_RELATIVE = 12;

/** Words of an aside between commas. */
const LONGEST_ASIDE = 8;

export interface AnchorHere extends Anchor {
  to: number;
  /** «عدد القتلى», «الحصيلة»: a count may stand far behind. */
  tally: boolean;
  /** Token of the people that a tally is of: «عدد الضحايا المدنيين». */
  group?: number;
}

/** What begins at token `at` and says that people were killed, hurt, lost, seized or driven out. */
export function anchorAt(tokens: readonly Token[], at: number): AnchorHere | null {
  const token = tokens[at];
  const word = token ? anchorWord(token.form) : null;
  if (!word) return null;
  const phrase = PHRASES.longestAt(tokens, at, 'conjunction');
  if (phrase) return { ...phrase.value, to: phrase.to, tally: false };
  if (word.tally) return tallyAt(tokens, at);
  const frame = frameAt(tokens, at);
  if (frame) return { kind: frame, needsPeople: false, to: at + 1, tally: false };
  // «فقد السيطرة», «فقد الوعي»: something else is lost.
  if (word.loses && /^ال/.test(tokens[at + 1]?.text ?? '')) return null;
  // «أسر الضحايا» are their families.
  if (word.captures && !isPeopleWord(tokens[at + 1]?.text ?? '') && !readCount(tokens, at + 1)) return null;
  if (word.captures && /^ال/.test(tokens[at + 1]?.text ?? '')) return null;
  return word.anchor && { ...word.anchor, to: at + 1, tally: false };
}

/** Whether what happened to people may begin with a form. */
export const mayBeginAnchor = (form: Form): boolean => anchorWord(form) !== null;

/** What a word may be the beginning of; null for most. */
const anchorWord = ofForm((form) => {
  if (form.kind !== 'word') return null;
  const { text } = form;
  const tally = TALLY.has(text) || TALLY.has(bareWord(text));
  // «وفرت فرصا»: to provide, not to flee.
  const provides = /^وفرت?$/.test(text);
  const conjoined = text.replace(/^[وف](?=.{3})/, '');
  // «تحتجزهم»
  const verb =
    VERBS.get(text) ?? VERBS.get(conjoined) ?? VERBS.get(conjoined.replace(/(?<=.{3})(?:هم|هن|هما)$/, ''));
  const anchor = provides ? null : (verb ?? lookUp(NOUNS, text) ?? null);
  if (!anchor && !tally && framesOf(form).length === 0 && !PHRASES.begins(form, 'conjunction')) return null;
  return { tally, anchor, loses: /^و?(فقد|فقدت)$/.test(text), captures: /^[وبل]?اسر$/.test(text) };
});

function tallyAt(tokens: readonly Token[], at: number): AnchorHere | null {
  for (let i = at + 1; i < at + 4; i++) {
    const next = tokens[i];
    // «الحصيلة إلى 19 قتيلاً», «الحصيلة: 15 قتيلاً»: a count, and no noun of whom.
    if (next?.kind === 'number' || next?.text === ':' || (next?.kind === 'word' && readNumber(tokens, i)))
      break;
    const victim = next?.kind === 'word' ? lookUp(VICTIMS, next.text) : undefined;
    if (victim?.number !== 'many') {
      if (victim) break;
      continue;
    }
    // «عدد الضحايا المدنيين», «عدد القتلى في صفوف المدنيين»
    const ranks = /^في (صفوف|اوساط)$/.test(`${tokens[i + 1]?.text} ${tokens[i + 2]?.text}`) ? i + 3 : i + 1;
    const behind = tokens[ranks]?.text ?? '';
    const of = /^ال/.test(behind) && isPeopleWord(behind) ? { group: ranks } : {};
    return { kind: victim.kind, needsPeople: false, to: i + 1, tally: true, ...of };
  }
  return /حصيل|محصل/.test(tokens[at]?.text ?? '')
    ? { kind: 'killed', needsPeople: true, to: at + 1, tally: true }
    : null;
}

const framesOf = ofForm(({ text }) => {
  const conjoined = text.replace(/^[وف](?=.{3})/, '');
  return FRAMES.filter(({ verbs }) => verbs.has(text) || verbs.has(conjoined));
});

function frameAt(tokens: readonly Token[], at: number): CasualtyKind | null {
  const first = tokens[at];
  for (const { kind, complements } of first ? framesOf(first.form) : []) {
    for (let i = at + 1; i < at + LONGEST_FRAME; i++) {
      const next = tokens[i];
      if (!next || next.kind === 'break' || next.text === '.') break;
      if (complements.has(next.text)) return kind;
    }
  }
  return null;
}

/** What a clause says behind the people it counts: «16 من أفراد قوات الأمن قتلوا», «ستة … في عداد المفقودين». */
export function fateAfter(
  tokens: readonly Token[],
  from: number,
): { kind: CasualtyKind; partOf: boolean; to: number; at: number } | null {
  let aside = false;
  for (let i = from; i < from + LONGEST_RELATIVE + (aside ? LONGEST_ASIDE : 0); i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break') return null;
    if (token.kind === 'mark') {
      // «320 ألف شخص، أكثر من نصفهم أطفال، نزحوا»: what stands between two commas is passed over.
      // «… بينهم شرطي، قتلوا في الهجوم».
      if (token.text === '،' && saysFate(tokens, i + 1)) continue;
      const close: number = token.text === '،' && !aside ? closingComma(tokens, i) : -1;
      if (close < 0 && /^[.:،؛]$/.test(token.text)) return null;
      if (close > 0) [i, aside] = [close, true];
      continue;
    }
    if (token.kind !== 'word') continue;
    // «2311 عاملاً ضحايا المناجم», «يرتفع إلى 340 عدد القتلى»
    const victims = i === from ? (VICTIMS.get(token.text) ?? tallyHere(tokens, i)) : undefined;
    if (victims && (!('number' in victims) || victims.number === 'many'))
      return { kind: victims.kind, partOf: false, to: i + 1, at: i };
    const after = AFTER.longestAt(tokens, i);
    // «من تحت الأنقاض»: found, not missing.
    if (after && (after.value.partOf || tokens[i - 1]?.text !== 'من'))
      return { ...after.value, to: after.to, at: i };
    const verb = PLURAL_VERBS.get(token.text);
    // «فقدوا أطرافهم»: not they are lost.
    if (verb?.kind === 'missing' && /^.{3,}هم$|^ال/.test(tokens[i + 1]?.text ?? ''))
      return frameOnly(tokens, i);
    if (verb) return { kind: verb.kind, partOf: false, to: i + 1, at: i };
    const frame = frameAt(tokens, i);
    if (frame) return { kind: frame, partOf: false, to: i + 1, at: i };
    if (/^(مفقودين|مفقودون)$/.test(token.text)) return { kind: 'missing', partOf: false, to: i + 1, at: i };
    // «ثمانية أطفال وثلاث نساء … ضمن القتلى»: one fate for both.
    const further = /^و/.test(token.text) ? readCount(tokens, i) : null;
    if (further && further.counted.is === 'people') {
      i = further.to - 1;
      continue;
    }
    // Something else begins: «… وإصابة تسعة بجروح».
    if (anchorAt(tokens, i)) return null;
    if (/^و.{3}/.test(token.text) && !/^وال/.test(token.text) && !isPeopleWord(token.text)) return null;
  }
  return null;
}

function frameOnly(tokens: readonly Token[], at: number) {
  const frame = frameAt(tokens, at);
  return frame && { kind: frame, partOf: false, to: at + 1, at };
}

function tallyHere(tokens: readonly Token[], at: number): AnchorHere | undefined {
  const anchor = anchorAt(tokens, at);
  return anchor?.tally ? anchor : undefined;
}

function saysFate(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && (PLURAL_VERBS.has(token.text) || AFTER.longestAt(tokens, at) !== null);
}

function closingComma(tokens: readonly Token[], open: number): number {
  for (let i = open + 1; i < open + LONGEST_ASIDE; i++) {
    if (tokens[i]?.text === '،') return i;
    if (tokens[i]?.kind !== 'word' && tokens[i]?.kind !== 'number') return -1;
  }
  return -1;
}
