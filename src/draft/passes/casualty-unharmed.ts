import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { harmsNobody } from './casualty-one-object.ts';
import { bareWord, GENERIC, isPeopleWord, NEED_COMPLEMENT } from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** A toll of nobody, or one that nobody knows yet. */
export interface NoNumber extends Range {
  kind: CasualtyKind;
  status: 'none' | 'pending';
  /** Token of the people it is said of; null = in general. */
  group: number | null;
}

export const isNot = tokenLike(/^[وف]?لم$/);
const HARMS: readonly [CasualtyKind, RegExp][] = [
  ['killed', /^(?:[يت]قتل|قتل|مقتل|اعدام)$/],
  ['injured', /^(?:[يت](?:صب|جرح|ؤذ)|اصاب[ةه]|جرح)$/],
  ['detained', /^(?:[يت](?:عتقل|وقف|حتجز|ضبط)|توقيف|اعتقال|ايقاف|احتجاز|القبض|ضبط)$/],
];
/** «لم يتم توقيف أحد», «لم يجر اعتقال أي شخص» */
const isDone = seldomLike(/^[يت](?:تم|جر)$/);
const isOn = seldomLike(/^عل[ىي]$/);
/** Words of who did it to nobody. */
const LONGEST_DOER = 3;

/** «لم تعتقل الشرطة أحدا», «لم يتم توقيف أي شخص», «لم يقتل الانفجار أيا من العمال»: nobody, by an active verb or its noun. */
export function nobodyHarmed(tokens: readonly Token[], at: number): NoNumber | null {
  if (!isNot(tokens[at])) return null;
  const verb = isDone(tokens[at + 1]) ? at + 2 : at + 1;
  const kind = HARMS.find(([, verbs]) => verbs.test(tokens[verb]?.text ?? ''))?.[0];
  if (!kind) return null;
  let who = isOn(tokens[verb + 1]) ? verb + 2 : verb + 1;
  if (harmsNobody(tokens[who])) return null;
  for (const end = who + LONGEST_DOER; who < end && tokens[who]?.text.startsWith('ال'); ) who++;
  if (/^احدا?$/.test(tokens[who]?.text ?? ''))
    return { from: at, to: who + 1, kind, status: 'none', group: null };
  if (!/^(?:اي|ايا|اي[ةه])$/.test(tokens[who]?.text ?? '')) return null;
  const of = tokens[who + 1]?.text === 'من' ? who + 2 : who + 1;
  const text = tokens[of]?.text ?? '';
  if (!isPeopleWord(text) && !GENERIC.has(text) && !NEED_COMPLEMENT.has(text)) return null;
  const group = GENERIC.has(bareWord(text)) || text === 'احد' ? null : of;
  return { from: at, to: of + 1, kind, status: 'none', group };
}
