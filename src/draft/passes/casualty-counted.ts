import { countryOfNisba, isCountryName } from '#arabic/countries.ts';
import { isEnclosed, readNumber } from '#arabic/numbers.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { isClosingMark, isComma, isOpeningMark, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { isBrokenAdjective } from './casualty-adjectives.ts';
import {
  AT_LEAST_AFTER,
  bareWord,
  GENERIC,
  isPeopleWord,
  lookUp,
  NEED_COMPLEMENT,
  NEVER_PEOPLE,
  NOUNS,
  OF_THEM,
  PEOPLE_FORMS,
  VICTIMS,
} from './casualty-words.ts';
import type { Range } from './speaker.ts';
import { isInstitution } from './speaker-words.ts';

/** What is counted. */
export type Counted =
  | { is: 'victims'; kind: CasualtyKind; at: number }
  | { is: 'people'; at: number }
  | { is: 'generic'; at: number }
  | { is: 'things' }
  | { is: 'nothing' };

/** A count of which nothing is known yet. */
export const NOBODY = {
  min: null,
  max: null,
  approximate: null,
  counted: { is: 'nothing' },
  conjoined: false,
  digits: false,
  meantFor: false,
} as const;

/** `n` people, no more and no fewer, whom a word counts where it stands. */
export const exactly = (
  n: number,
  { from, to, counted, conjoined = false }: Range & { counted: Counted; conjoined?: boolean },
) => ({ ...NOBODY, from, to, min: n, max: n, counted, numberTo: from, conjoined });

const isWhere = tokenLike(
  /^(?:ال)?(?:بلد[ةه]|مدين[ةه]|قري[ةه]|مخيم|محافظ[ةه]|ولاي[ةه]|حي|منطق[ةه]|ضاحي[ةه]|اقليم|قضاء|ناحي[ةه]|مديري[ةه])$/,
);

/** «قتل ستة اليوم» */
const isToday = seldomLike(/^(?:اليوم|الليل[ةه]|البارح[ةه])$/);

const CASES = new Set(['حالة', 'حاله', 'حالات', 'حالتي', 'حالتا']);

/** The noun behind a number: «11 قتيلا», «16 من أفراد …», «نحو 20 آخرين». */
export function readCounted(tokens: readonly Token[], at: number): { counted: Counted; to: number } {
  let i = at;
  const least = AT_LEAST_AFTER.longestAt(tokens, i);
  if (least) i = least.to;
  if (tokens[i]?.text === 'فقط' || tokens[i]?.text === ')' || isEnclosed(tokens, i - 1, i)) i++;
  if (tokens[i]?.text === 'من') i++;
  const ofWhom = tokens[i]?.text === 'بين' ? lookUp(VICTIMS, tokens[i + 1]?.text ?? '') : undefined;
  if (ofWhom && tokens[i - 1]?.text === 'من' && isPeopleWord(tokens[i + 2]?.text ?? ''))
    return { counted: { is: 'victims', kind: ofWhom.kind, at: i + 1 }, to: i + 2 };
  if (isOpeningMark(tokens[i])) i++;
  const token = tokens[i];
  if (token?.kind !== 'word') return { counted: { is: 'nothing' }, to: at };
  const { text } = token;
  // «اثنين من بلدة كذا»: where they are from.
  if (i > at && isWhere(token)) return { counted: { is: 'nothing' }, to: at };
  // «وفقد اثنان يوم الجمعة»: when that was.
  const isWhen = text === 'يوم' && /^ال/.test(tokens[i + 1]?.text ?? '');
  if (isWhen || isToday(token)) return { counted: { is: 'nothing' }, to: at };
  // «ثلاثة من إيطاليا», «وواحد من كندا»
  if (i > at && isCountryName(text)) return { counted: { is: 'generic', at: i }, to: i + 1 };
  if (NEVER_PEOPLE.has(text)) return { counted: { is: 'things' }, to: i + 1 };
  const bare = bareWord(text);
  const victim = VICTIMS.get(text) ?? (text.startsWith('و') ? undefined : lookUp(VICTIMS, text));
  if (victim) return { counted: { is: 'victims', kind: victim.kind, at: i }, to: i + 1 };
  const complement = tokens[i + 1];
  // «135 حالة وفاة»
  const ofCase = CASES.has(text) ? caseOf(tokens[i + 1]?.text ?? '') : undefined;
  if (ofCase) return { counted: { is: 'victims', kind: ofCase, at: i + 1 }, to: i + 2 };
  const isBodyOf =
    NEED_COMPLEMENT.has(bare) &&
    complement?.kind === 'word' &&
    (/^(ال|قوات|جيش|طاقم|طواقم|حماي[ةه]|حراس[ةه]|فرق|فريق|حرس|اسر[ةته]|عائل[ةته]|عصاب[ةته]|رابط[ةته]|خلي[ةته]|دوري[ةته])/.test(
      complement.text,
    ) ||
      isInstitution(complement.text));
  if (isBodyOf) return { counted: { is: 'people', at: i }, to: i + 1 };
  // «خمسة من الذين هاجموا»
  const isThose = i > at && /^(?:الذين|اللواتي|هؤلاء)$/.test(text);
  // «82 ألف شخص مصاب»
  const are = GENERIC.has(text) ? VICTIMS.get(complement?.text ?? '') : undefined;
  if (are && are.number !== 'two')
    return { counted: { is: 'victims', kind: are.kind, at: i + 1 }, to: i + 2 };
  if (isThose || GENERIC.has(text) || GENERIC.has(bare))
    return { counted: { is: 'generic', at: i }, to: i + 1 };
  // «خمس منها لنساء», «واثنتان لطفلين»: whose the bodies are.
  const owner = text === 'منها' ? i + 1 : i;
  const whose = tokens[owner]?.text ?? '';
  if (whose.startsWith('ل') && whose.length > 3 && isPeopleWord(whose.slice(1)) && !isPeopleWord(whose))
    return { counted: { is: 'people', at: owner }, to: owner + 1 };
  // «18 منهم 11 في العاصمة»: those behind are of them.
  if (OF_THEM.has(text))
    return readNumber(tokens, i + 1)
      ? { counted: { is: 'nothing' }, to: at }
      : { counted: { is: 'generic', at: i }, to: i + 1 };
  // «المحافظات» are no governors.
  if (/ات$/.test(bare) && NEVER_PEOPLE.has(bare)) return { counted: { is: 'things' }, to: i + 1 };
  // «وافدين», and not «وعاملين»: the «و» is theirs.
  const isJoined = /^و(?!زرا|كيل)/.test(text) && !PEOPLE_FORMS.has(text);
  if (isPeopleWord(text) && !isJoined) return { counted: { is: 'people', at: i }, to: i + 1 };
  // «خمسة من أفرادها»
  const theirs = /^(.{3,}?)(?:ه|ها|هم)$/.exec(text)?.[1];
  if (i > at && theirs && NEED_COMPLEMENT.has(theirs)) return { counted: { is: 'people', at: i }, to: i + 1 };
  if (
    (countryOfNisba(text) ?? countryOfNisba(text.replace(/يا$/, 'ي'))) !== undefined &&
    !text.startsWith('ال')
  )
    return { counted: { is: 'people', at: i }, to: i + 1 };
  if (NEVER_PEOPLE.has(bare) || (theirs && NEVER_PEOPLE.has(theirs)))
    return { counted: { is: 'things' }, to: i + 1 };
  return { counted: { is: 'nothing' }, to: at };
}

/** «13 من أصل 20 بحارا», «ستة من 37 عاملا»: what `n` of them are; null where no larger number is behind. */
export function countedOfAll(tokens: readonly Token[], at: number, n: number | null) {
  if (tokens[at]?.text !== 'من') return null;
  const isNamed = /^(?:اصل|مجموع|اجمالي|جمل[ةه])$/.test(tokens[at + 1]?.text ?? '');
  const all = readNumber(tokens, isNamed ? at + 2 : at + 1);
  if (!all || (n !== null && all.value <= n)) return null;
  const { counted, to } = readCounted(tokens, all.to);
  // «خمسة من 12 يوليو»
  if (!isNamed && (counted.is === 'nothing' || counted.is === 'things')) return null;
  return { counted, to: Math.max(to, all.to) };
}

/** «ستة من أفراد الطاقم الـ21»: where the number of all ends behind those of whom some are counted; null where none is. */
export function endOfAll(tokens: readonly Token[], at: number): number | null {
  for (let i = at; i <= at + 1; i++) {
    const apart = tokens[i]?.text === 'ال' ? i + 1 : i;
    const all = readNumber(tokens, apart);
    if (all && (all.definite || apart > i)) return all.to;
    if (!/^ال/.test(tokens[i]?.text ?? '')) return null;
  }
  return null;
}

/** Adjectives between people and «على الأقل». */
const MOST_ADJECTIVES = 2;

/** «جنديين تركيين على الأقل»: where «على الأقل» behind counted people ends, adjectives of theirs between; null where none is. */
export function leastBehind(tokens: readonly Token[], at: number): number | null {
  // «مئة "مسلح" على الأقل»
  const behind = isClosingMark(tokens[at]) ? at + 1 : at;
  for (let i = behind; i <= behind + MOST_ADJECTIVES; i++) {
    const least = AT_LEAST_AFTER.longestAt(tokens, i);
    if (least) return least.to;
    const token = tokens[i];
    if (token?.text === 'من') return leastBehindBody(tokens, i + 1);
    if (token?.kind !== 'word' || !(isAdjective(token) || isBrokenAdjective(token.text))) return null;
  }
  return null;
}

/** Words of a body that people are of. */
const MOST_OF_BODY = 3;

/** «35 مسلحا من جماعة الحوثي على الأقل» */
function leastBehindBody(tokens: readonly Token[], from: number): number | null {
  for (let i = from + 1; i <= from + MOST_OF_BODY && tokens[i - 1]?.kind === 'word'; i++) {
    const least = AT_LEAST_AFTER.longestAt(tokens, i);
    if (least) return least.to;
  }
  return null;
}

/** «واحد», «واحدة» */
export const isOneWord = seldomLike(/^واحد[اةه]?$/);

/** «إصابة واحد وعشرين شخصا»: no single one. */
export const isOneOfMore = (tokens: readonly Token[], at: number): boolean =>
  isOneWord(tokens[at]) && (readNumber(tokens, at)?.to ?? 0) > at + 1;

/** «جندي على الأقل», «جندي أفغاني واحد على الأقل»: one, or more. */
export function orMore<T extends Range & { max: number | null }>(tokens: readonly Token[], one: T): T {
  const said = [one.to, one.to + 1].find((at) => isOneWord(tokens[at]));
  const from = said === undefined ? one.to : said + 1;
  return leastBehind(tokens, from) === null ? one : { ...one, max: null };
}

const isAdjective = tokenLike(/^(?![وفب]).{2,}(?:ين|ون|ان|ات|[^اى]ا|ي|[ةه])$|^(?:اخر|شقيق)$/);

/** «38 حالة اختناق»: of people alone. */
const isHurt = /^(?:اختناق|اغماء|كسور|حروق|جروح|رضوض)$/;

/** «حالة وفاة», «حالات اعتقال», «حالات اختناق»: what the case is of. */
export const caseOf = rememberWords(
  (word: string): CasualtyKind | null =>
    (VICTIMS.get(word) ?? NOUNS.get(word))?.kind ?? (isHurt.test(word) ? 'injured' : null),
);

/** A count with the people who were named before their number. */
export function namedBefore<T extends Range & { counted: Counted }>(tokens: readonly Token[], count: T): T {
  const { from, to, counted } = count;
  const who = counted.is === 'nothing' ? whoWereNamed(tokens, from, to) : null;
  if (who !== null) return { ...count, counted: { is: 'people', at: who } };
  const victims = counted.is === 'nothing' || counted.is === 'generic' ? victimsNamed(tokens, from) : null;
  return victims === null ? count : { ...count, counted: victims };
}

const areSoMany = tokenLike(/^و?عدد(?:هم|هن)$/);

/** «ضحايا الحادث البالغ عددهم 48», «القتلى وعددهم تسعة»: the victims before a number of theirs. */
function victimsNamed(tokens: readonly Token[], from: number): Counted | null {
  if (!areSoMany(tokens[from - 1])) return null;
  // «مصابي الحادث، وعددهم تسعة»
  const told = tokens[from - 2]?.text === 'البالغ' ? from - 3 : from - 2;
  const last = isComma(tokens[told]) ? told - 1 : told;
  for (let i = last; i > last - LONGEST_NAME && i >= 0; i--) {
    const { text, kind } = tokens[i] as Token;
    if (kind !== 'word') return null;
    const victim = lookUp(VICTIMS, text) ?? VICTIMS.get(`${text}ن`);
    if (victim?.number === 'many') return { is: 'victims', kind: victim.kind, at: i };
  }
  return null;
}

/** Words between people and the number that is told of them. */
const LONGEST_NAME = 6;

/** «سكانها البالغ عددهم 3500», «سكان الطوابق، وعددهم 70، الذين …»: the people before a number [from, to) of theirs. */
function whoWereNamed(tokens: readonly Token[], from: number, to: number): number | null {
  if (!areSoMany(tokens[from - 1])) return null;
  const are = tokens[to]?.text === '،' ? to + 1 : to;
  const isTold = /^(?:الذين|اللواتي)$/.test(tokens[are]?.text ?? '');
  let nearest: number | null = null;
  for (let i = from - 2; i > from - LONGEST_NAME && i >= 0; i--) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') break;
    if (token.kind !== 'word' || token.text === 'البالغ' || !isPeopleWord(token.text)) continue;
    const isTheirs = /(?:ه|ها)$/.test(token.text) && !ofSome(tokens, i);
    // «المهاجمين، وعددهم خمسة، قتلوا»
    const areApart =
      i === from - 3 && isComma(tokens[from - 2]) && isComma(tokens[to]) && /^ال/.test(token.text);
    if (!isTold && !isTheirs && !areApart) continue;
    // «سكان الحي الغربي»: the head, and not what is said of the quarter.
    if (NEED_COMPLEMENT.has(token.text)) return i;
    nearest ??= i;
  }
  return nearest;
}

/** «ثلاثة من سكانه» */
const ofSome = (tokens: readonly Token[], at: number) =>
  tokens[at - 1]?.text === 'من' && readNumber(tokens, at - 2) !== null;
