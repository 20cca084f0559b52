import { type Form, testOfForm } from '#arabic/forms.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { type NoNumber, nobodyHarmed } from './casualty-unharmed.ts';
import {
  AFTER,
  bareWord,
  GENERIC,
  isPeopleWord,
  lookUp,
  NEED_COMPLEMENT,
  PLURAL_VERBS,
  UNKNOWN,
  VICTIMS,
  victimsIn,
  ZERO,
  ZERO_NOUNS,
  ZERO_WHOLE,
} from './casualty-words.ts';
import type { Range } from './speaker.ts';

const WITHIN = 7;
const NEAR_UNKNOWN = 14;
/** Words between a count that goes on and the word that says so. */
const STILL = 9;

const mayDeny = testOfForm(
  (form) =>
    ZERO_WHOLE.begins(form, 'conjunction') || ZERO.begins(form, 'conjunction') || /^و?لا$/.test(form.text),
);

/** Whether a toll of nobody, or one that nobody knows, may begin with a form. */
export const mayBeginZero = (form: Form): boolean =>
  mayDeny(form) || isBeingCounted(form) || UNKNOWN.begins(form, 'conjunction');

const dies = tokenLike(/قتل|[يت]مت|نجا|توف|[يت]لق/);

/** «لا خسائر بشرية», «لا أضرار بشرية» */
const areHuman = (tokens: readonly Token[], at: number): boolean =>
  /^(?:خسائر|اضرار)$/.test(tokens[at]?.text ?? '') && /^بشري[ةه]$/.test(tokens[at + 1]?.text ?? '');

/** «ولا خسائر في الأرواح» */
const areOfLives = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'خسائر' && [1, 2].some((k) => /^(?:ب?ال)ارواح$/.test(tokens[at + k]?.text ?? ''));

const NONE: readonly never[] = [];

/** «دون تسجيل ضحايا», «لم تقع أي إصابات». */
export function zeroAt(tokens: readonly Token[], at: number): readonly NoNumber[] {
  const first = tokens[at];
  return first && mayDeny(first.form) && !isKeptFrom(tokens, at) && !isOfSome(tokens, at)
    ? deniedAt(tokens, at, first)
    : NONE;
}

function deniedAt(tokens: readonly Token[], at: number, first: Token): readonly NoNumber[] {
  const whole = ZERO_WHOLE.longestAt(tokens, at, 'conjunction');
  if (whole) {
    const kind = tokens.slice(at, whole.to).some(dies) ? 'killed' : 'injured';
    return [{ from: at, to: whole.to, kind, status: 'none', group: noneOf(tokens, whole.to) }];
  }
  // «لا وفيات ولا إصابات»; «ضحايا الغلاء لا ضحايا المنافسة» are not of that.
  const unharmed = nobodyHarmed(tokens, at);
  if (unharmed) return [unharmed];
  const denied =
    (first.text === 'لا' || first.text === 'ولا') &&
    !/^ال/.test(tokens[at + 2]?.text ?? '') &&
    (/^(وفيات|قتلى|اصابات|جرحى|ضحايا)$/.test(tokens[at + 1]?.text ?? '') ||
      areHuman(tokens, at + 1) ||
      areOfLives(tokens, at + 1));
  const zero = denied ? { to: at + 1 } : ZERO.longestAt(tokens, at, 'conjunction');
  if (!zero) return [];
  const behind = behindSubject(tokens, zero.to);
  // «لم يسفر الحادث إلا عن إصابة واحدة»
  if (tokens.slice(zero.to, behind + 1).some(isOnly)) return [];
  for (let i = behind; i < behind + WITHIN; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') return [];
    for (const { kind, trie } of ZERO_NOUNS) {
      const match = trie.longestAt(tokens, i);
      if (!match) continue;
      // «إصابات ظاهرة» are marks on a body.
      if (isExcepted(tokens, match.to) || /^(?:ظاهر[ةه]|جسدي[ةه])$/.test(tokens[match.to]?.text ?? ''))
        return [];
      const kinds: CasualtyKind[] = kind === 'both' ? ['killed', 'injured'] : [kind as CasualtyKind];
      const other = otherBeside(tokens, match.to);
      if (other && !kinds.includes(other)) kinds.push(other);
      return kinds.map((k) => ({ from: at, to: match.to, kind: k, status: 'none', group: null }));
    }
    // «لم تسجل زيمبابوي أي وفيات»: who has counted nobody.
    if (hasAnyBehind(tokens, i) || isNoLossBehind(tokens, i)) continue;
    if (
      !/^(ال.*|ذلك|حتى|بعد|لحسن|لل?حظ|بحسب|حسب|وفق|وفقا|الى|الي|تسجيل|وقوع|سقوط|حدوث|وجود|اي|اى|عن|اية|ايه|تسجل|ان|تقع|انباء|تقارير|معلومات|بلاغات)$/.test(
        token.text,
      )
    )
      return [];
  }
  return [];
}

export const isOnly = tokenLike(/^(?:سو[ىي]|الا)$/);
const leadsTo = tokenLike(/^[يت](?:ؤد|فض)$/);
const bringsAbout = tokenLike(/^[يت](?:سفر|نجم|نتج)$/);
/** Words of what led to nothing: «الهجوم بالطائرات المسيرة على مطار العاصمة». */
const LONG_SUBJECT = 14;

/** «لم يسفر الانفجار الذي وقع فجرا في المصنع عن أي خسائر»: where that stands which it did not lead to. */
function behindSubject(tokens: readonly Token[], at: number): number {
  const which = bringsAbout(tokens[at - 1]) ? /^عن$/ : leadsTo(tokens[at - 1]) ? /^(?:الى|الي)$/ : null;
  for (let i = at; which && i < at + LONG_SUBJECT; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' && token?.kind !== 'number') return at;
    if (which.test(token.text)) return i;
  }
  return at;
}

/** «لم يصب أي من رجال الإطفاء», «نجا جميع الركاب»: of whom alone it is said. */
function noneOf(tokens: readonly Token[], at: number): number | null {
  if (!/^(?:اي|احدا?|جميع|كل)$/.test(tokens[at - 1]?.text ?? '')) return null;
  const who = tokens[at]?.text === 'من' ? at + 1 : at;
  const text = tokens[who]?.text ?? '';
  return (isPeopleWord(text) || NEED_COMPLEMENT.has(text)) && !GENERIC.has(bareWord(text)) ? who : null;
}

/** «أي وفيات أو إصابات»: the second of two; null where one is denied alone. */
function otherBeside(tokens: readonly Token[], at: number): CasualtyKind | null {
  const joins = /^(?:او|ولا|و)$/.test(tokens[at]?.text ?? '');
  const word = joins ? (tokens[at + 1]?.text ?? '') : '';
  // «إصابات أو خسائر بالأرواح»
  if (joins && (areHuman(tokens, at + 1) || areOfLives(tokens, at + 1))) return 'killed';
  const victim = lookUp(VICTIMS, word) ?? (/^اصابات$/.test(word) ? { kind: 'injured' as const } : undefined);
  return victim?.kind ?? null;
}

/** «يحول اللقاح دون إصابة الأطفال»: it does not come to that. */
function isKeptFrom(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'دون') return false;
  for (let i = at - 1; i > at - WITHIN && i >= 0; i--) if (keeps(tokens[i])) return true;
  return false;
}

const keeps = tokenLike(/^[وفل]?(?:[يت]حول|حال|حالت|ل?ل?حيلول[ةه]|الحيلول[ةه])$/);

const isSome = tokenLike(/^[وف]?(?:منها|بعضها|معظمها)$/);

/** «انفجارات كثيرة بعضها لم يخلف ضحايا»: some of many, and nothing of today's. */
function isOfSome(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= at - 3; i--) if (isSome(tokens[i])) return true;
  return false;
}

const isAny = tokenLike(/^ا[يى](?:[ةه])?$/);

function hasAnyBehind(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < at + 4; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (isAny(token)) return true;
  }
  return false;
}

/** «لم تسجل البلاد خسائر بشرية»: who counted nobody stands between. */
const isNoLossBehind = (tokens: readonly Token[], at: number) =>
  /^(?:خسائر|اضرار|ضحايا|اصابات)$/.test(tokens[at + 1]?.text ?? '') &&
  /^بشري[ةه]$/.test(tokens[at + 2]?.text ?? '');

/** «لم يسفر عن إصابات عدا إصابة حارس»: not nobody. */
function isExcepted(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + WITHIN + 2; i++) {
    const text = tokens[i]?.text ?? '.';
    if (/^[.،:]$/.test(text)) return false;
    if (/^(?:ما)?عدا$|^باستثناء$|^سو[يى]$/.test(text)) return true;
  }
  return false;
}

/** «عدد المفقودين لا يزال غير واضح», «لم تتضح بعد حصيلة ضحايا …». */
export function unknownAt(tokens: readonly Token[], at: number, sentence: Range): NoNumber | null {
  const cue = UNKNOWN.longestAt(tokens, at, 'conjunction');
  if (!cue) return countingAt(tokens, at, sentence);
  // «وهو رقم لم يتسن التحقق منه»: a number is there.
  if (
    /^(?:رقم|ارقام|حصيل[ةه]|الرقم)$/.test(tokens[at - 1]?.text ?? '') &&
    /تحقق|تاكد/.test(tokens[cue.to - 1]?.text ?? '')
  )
    return null;
  // «لا يُعرف مصير 17 شخصا»: how many is known.
  if (tokens[cue.to]?.text === 'مصير') return null;
  // «لم تُحدَّد هويات 35 منهم»: who they are, and not how many.
  if (/^(?:ال)?هوي(?:[ةه]|ات)(?:هم)?$/.test(tokens[cue.to]?.text ?? '')) return null;
  // «على يد جماعات لم تحدد المنظمة هويتها»: who did it.
  if (tokens.slice(cue.to, cue.to + WHOSE).some(isIdentity)) return null;
  const counted = countedNear(tokens, cue, sentence);
  return (
    counted && {
      from: Math.min(at, counted.at),
      to: Math.max(cue.to, counted.at + 1),
      kind: counted.kind,
      status: 'pending',
      group: counted.group,
    }
  );
}

const isIdentity = tokenLike(/^هوي(?:ت|ات)(?:ه|ها)$/);
/** Words of whoever does not know who somebody is. */
const WHOSE = 7;

/** «ما زال حصر الوفيات جاريا», «لا تزال السلطات تحصي القتلى». */
function countingAt(tokens: readonly Token[], at: number, sentence: Range): NoNumber | null {
  const token = tokens[at];
  if (!token || !isBeingCounted(token.form)) return null;
  const of = /^(?:ال)?(?:عدد|اعداد)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const victim = lookUp(VICTIMS, tokens[of]?.text ?? '');
  if (victim?.number !== 'many') return null;
  for (let i = Math.max(sentence.from, at - STILL); i < Math.min(sentence.to, at + STILL); i++)
    if (isGoingOn(tokens[i]))
      return { from: at, to: of + 1, kind: victim.kind, status: 'pending', group: null };
  return null;
}

const isBeingCounted = testOfForm(({ text }) => /^[وبلف]?(?:حصر|احصاء|[يت]حصي|يحصون|احصائها)$/.test(text));
const isGoingOn = tokenLike(
  /^[وف]?(?:زال|زالت|يزال|تزال|مازال|مازالت|جار|جاريا|جارية|مستمر|مستمرا|مستمرة|يجري|تجري|تعمل|يعمل|تواصل|يواصل|يتواصل|قيد|انتظار|بانتظار)$/,
);

function countedNear(
  tokens: readonly Token[],
  cue: Range,
  sentence: Range,
): { at: number; kind: CasualtyKind; group: number | null } | null {
  const told = isCounting(cue, tokens) ? lookUp(VICTIMS, tokens[cue.to]?.text ?? '') : undefined;
  if (told?.number === 'many') return { at: cue.to, kind: told.kind, group: groupBehind(tokens, cue.to + 1) };
  // «لم يتضح ما إذا كان هناك قتلى»
  const asks = tokens.slice(cue.to, cue.to + 4).some((token) => token.text === 'اذا');
  // «عدد القتلى مرشح للارتفاع، من دون أن يحدد عدد المصابين»
  const from = isTolling(tokens[cue.to]?.text ?? '')
    ? cue.to
    : Math.max(sentence.from, cue.from - NEAR_UNKNOWN);
  const to = Math.min(sentence.to, cue.to + NEAR_UNKNOWN);
  for (let i = from; i < to; i++) {
    const text = tokens[i]?.text ?? '';
    // «لا معلومات عن القتلى», not «الإفراج عن المحتجزين، ولم يعرف …».
    if (text === 'عن' && i < cue.from) continue;
    if (!isTolling(text) && !(asks && /^(?:هناك|سقوط|وقوع)$/.test(text))) continue;
    for (let k = i + 1; k < Math.min(to, i + 6); k++) {
      const word = tokens[k]?.text ?? '';
      // «عدد من قضوا», «عدد من دفنوا هناك»: of those to whom it happened.
      const still = /^(?:لا|ما)$/.test(tokens[k + 1]?.text ?? '') ? 7 : 3;
      const those = areWho.test(word) && k === i + 1 ? fateNear(tokens, k + 1, k + still) : null;
      if (those) return { at: k, kind: those, group: null };
      const victim = victimsIn(word);
      if (victim && victim.number === 'many')
        return { at: k, kind: victim.kind, group: groupBehind(tokens, k + 1) };
      if (!isPeopleWord(word) || !/^(?:ال|لل)/.test(word)) continue;
      const fate = fateNear(tokens, k + 1, sentence.to);
      if (fate) return { at: k, kind: fate, group: k };
    }
    if (/حصيل/.test(text)) return { at: i, kind: 'killed', group: null };
  }
  return null;
}

const areWho = /^(?:من|الذين|اللواتي)$/;

const isTolling = (text: string) =>
  /^(و?ان)?(عدد|العدد|اعداد|حصيله|حصيلة|الحصيلة|ارقام|بيانات|عن)$|^و?(عدد|حصيلة)/.test(text);

/** «لم يتم حصر المفقودين» */
const isCounting = ({ to }: Range, tokens: readonly Token[]) =>
  /^(?:حصر|احصاء|عد)$/.test(tokens[to - 1]?.text ?? '');

function groupBehind(tokens: readonly Token[], at: number): number | null {
  const next = tokens[at]?.text ?? '';
  if (/^(?:من|بين|وسط)$/.test(next) && isPeopleWord(tokens[at + 1]?.text ?? '')) return at + 1;
  // «عدد المفقودين في صفوف القوات»
  if (next === 'في' && /^(?:صفوف|اوساط)$/.test(tokens[at + 1]?.text ?? '')) return at + 2;
  return /^ال/.test(next) && isPeopleWord(bareWord(next)) ? at : null;
}

function fateNear(tokens: readonly Token[], from: number, end: number): CasualtyKind | null {
  for (let i = from; i < Math.min(end, from + 6); i++) {
    const after = AFTER.longestAt(tokens, i);
    if (after) return after.value.kind;
    const verb = PLURAL_VERBS.get(tokens[i]?.text ?? '');
    if (verb) return verb.kind;
    if (/^(لقوا|لقو)$/.test(tokens[i]?.text ?? '')) return 'killed';
  }
  return null;
}
