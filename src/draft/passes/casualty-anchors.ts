import { type Form, ofForm } from '#arabic/forms.ts';
import { isClosingMark, isOpeningMark, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { isOwnKilling } from './casualty-background.ts';
import { losesItsOwn } from './casualty-bereft.ts';
import { tellsWhenOrWhere } from './casualty-circumstance.ts';
import { areLosses, areSoldiers, rescues } from './casualty-clauses.ts';
import { readCount } from './casualty-counts.ts';
import { isHarmless, isNamedAfterThem } from './casualty-harmless.ts';
import { meansOther } from './casualty-other-meanings.ts';
import { isOneOfTheirs } from './casualty-relatives.ts';
import { isCounted } from './casualty-said-of-victims.ts';
import { fateOfOne, sharedFateAt } from './casualty-shared-fate.ts';
import { type AnchorHere, goesOnCounting, tallyAt } from './casualty-tallies.ts';
import { isNot } from './casualty-unharmed.ts';
import {
  type Anchor,
  bareWord,
  FRAMES,
  isPeopleWord,
  lookUp,
  NOUNS,
  PHRASES,
  TALLY,
  VERBS,
  VICTIMS,
} from './casualty-words.ts';
import { isOnly } from './casualty-zero.ts';

/** Words between «لقي» and «حتفهم». */
const LONGEST_FRAME = 20;

/** Words between «عبروا» and «الحدود», where no number stands. */
const CROSSING = 3;

const isBeaten = tokenLike(/^و?[نيت]?خسر(?:ت|نا|وا)?$/);

const areCaptors = tokenLike(/^ال\p{L}{3,}ون$/u);

const isWhom = (tokens: readonly Token[], at: number): boolean =>
  readCount(tokens, at) !== null ||
  isPeopleWord(tokens[at]?.text ?? '') ||
  isOneOfTheirs(tokens[at]?.text ?? '');

/** «عدد الملتحقين أو العائدين أو الذين قتلوا»: one number of all of them. */
const areOrThose = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'الذين' && tokens[at - 2]?.text === 'او';

/** What begins at token `at` and says that people were killed, hurt, lost, seized or driven out. */
export function anchorAt(tokens: readonly Token[], at: number): AnchorHere | null {
  const token = tokens[at];
  const word = token ? anchorWord(token.form) : null;
  if (!word) return null;
  if (isHarmless(tokens, at) || areOrThose(tokens, at)) return null;
  const shared = word.shares ? sharedFateAt(tokens, at) : null;
  if (shared) return { ...shared, needsPeople: true, tally: false };
  const phrase = PHRASES.longestAt(tokens, at, 'conjunction');
  if (phrase) return { ...phrase.value, to: phrase.to, tally: false };
  const few = isNot(token) && isHurt(tokens[at + 1]) ? behindOnly(tokens, at + 1) : at + 2;
  if (few > at + 2) return { kind: 'injured', needsPeople: false, to: few, tally: false };
  const search = searchAt(tokens, at);
  if (search !== null) return { kind: 'missing', needsPeople: true, to: search, tally: false };
  const seized = seizureAt(tokens, at);
  if (seized !== null) return { kind: 'detained', needsPeople: true, to: seized, tally: false };
  if (word.tally) return tallyAt(tokens, at);
  if (word.victims)
    return isCounted(tokens, at) && !isNamedAfterThem(tokens, at)
      ? { kind: word.victims, needsPeople: false, to: at + 1, tally: true }
      : null;
  if (token && isOwnKilling(token.form) && !isWhom(tokens, at + 1)) return null;
  const frame = frameAt(tokens, at);
  if (frame) return { kind: frame, needsPeople: false, to: at + 1, tally: false };
  // «لم نفقد سوى ثلاثة»
  const lost = isOnly(tokens[at + 1]) ? at + 2 : at + 1;
  // «فقد السيطرة», «فقد الوعي»: something else is lost; «فقد غادر 28 سجينا» is no loss.
  // «خسر الجيش تسعة من جنوده», never «خسر الحزب 12 نائبا».
  if (word.loses && !(isBeaten(token) ? losesSoldiers(tokens, lost, at) : losesPeople(tokens, lost, at)))
    return null;
  // «أسر المتمردون ثلاثة»
  const captors = word.captures && areCaptors(tokens[at + 1]) && readCount(tokens, at + 2);
  if (captors) return word.anchor && { ...word.anchor, to: at + 2, tally: false };
  const first = tokens[at + 1]?.text === '(' ? at + 2 : at + 1;
  if (word.captures && !isPeopleWord(tokens[first]?.text ?? '') && !readCount(tokens, first)) return null;
  // «أسر الضحايا» are their families; «أسر العشرات من المسلحين» is what befell them.
  const many =
    word.captures && /^ال/.test(tokens[at + 1]?.text ?? '') ? readCount(tokens, at + 1) : undefined;
  if (many === null || many?.counted.is === 'victims') return null;
  if (carriesOff(token) && !carriesPeople(tokens, at + 1)) return null;
  if (meansOther(tokens, at)) return null;
  if (word.provides && !isFleeing(tokens, at + 1)) return null;
  return word.anchor && { ...word.anchor, to: behindOnly(tokens, at), tally: false };
}

/** Behind «لم»: what it says alone, water does. */
const isHurt = tokenLike(/^[يت]صب$/);
/** Words of where and when between what did not happen and to whom it did. */
const BEFORE_ONLY = 6;

/** «لم يصب في الحادث إلا ثلاثة»: the token behind «إلا», where a verb at `at` is denied but for some; else that behind the verb. */
function behindOnly(tokens: readonly Token[], at: number): number {
  if (!isNot(tokens[at - 1])) return at + 1;
  for (let i = at + 1; i < at + BEFORE_ONLY && tokens[i]?.kind === 'word'; i++)
    if (isOnly(tokens[i])) return i + 1;
  return at + 1;
}

/** What begins there, or goes on with those whom the sentence has counted: «الحصيلة» alone says of whom no more than that. */
export function anchorBehind(
  tokens: readonly Token[],
  at: number,
  counted: CasualtyKind | null,
): AnchorHere | null {
  const told = anchorAt(tokens, at);
  // «تعلن «استشهاد» أحد ضباطها»
  if (told && told.to === at + 1 && isClosingMark(tokens[told.to]) && isOpeningMark(tokens[at - 1]))
    return { ...told, to: told.to + 1 };
  const isOpen = told === null || (told.tally && told.needsPeople);
  return (isOpen ? goesOnCounting(tokens, at, counted) : null) ?? told;
}

/** Words between «تبحث» and «عن». */
const SEARCHERS = 5;
const searches = tokenLike(/^[وف]?[يت]بحث(?:ون)?$/);

/** «تبحث فرق الإنقاذ عن ثلاثة عمال»: where those begin whom rescuers look for; null where others look for something. */
function searchAt(tokens: readonly Token[], at: number): number | null {
  if (!searches(tokens[at])) return null;
  let areRescuers = false;
  for (let i = at + 1; i <= at + SEARCHERS; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') return null;
    if (token.text === 'عن') return areRescuers ? i + 1 : null;
    areRescuers ||= rescues(token) || searchesToo(token);
  }
  return null;
}

const searchesToo = tokenLike(
  /^(?:فرق|طواقم|ال(?:مدني[ةه]?|بحري[ةه]|اهالي|سكان|مروحيات|متطوعون|فرق|طواقم|عائل[ةه]))$/,
);

/** Words between «قبضت» and «على». */
const SEIZERS = 7;
const seizes = seldomLike(/^[وف]?(?:قبضت?|تحفظت?|[يت]قبض)$/);
const isPay = seldomLike(/^(?:ال)?(?:راتب|رواتب|اجر[ةه]?|اجور|ثمن|مبلغ|مبالغ|اموال?)ا?(?:ه|ها|هم)?$/);

/** «قبضت الشرطة في المدينة على 16 شخصا»: where those begin who are seized. */
function seizureAt(tokens: readonly Token[], at: number): number | null {
  if (!seizes(tokens[at])) return null;
  for (let i = at + 2; i <= at + SEIZERS; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' && !isOpeningMark(token) && !isClosingMark(token)) return null;
    if (isPay(token)) return null;
    if (token?.text === 'على') return i + 1;
  }
  return null;
}

/** Words between «أودت» and whom: «أودت الحرب المستمرة منذ أبريل 2023 بالآلاف». */
const CARRIED = 12;
const carriesOff = tokenLike(/^[وف]?(?:او|يو|تو)د(?:ى|ي|ت)$/);

/** «أودى الحريق بستة أشخاص», never «أودى بآمال 20 لاعبا». */
function carriesPeople(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + CARRIED; i++) {
    const text = tokens[i]?.text ?? '.';
    if (text === '.') return false;
    if (text[0] !== 'ب') continue;
    // «أودت به وبزوجته»
    if (/^ب(?:ه|ها|هم|هما)$/.test(text) || /^ب(?:ال)?والد(?:ين|يه|يها|يهم)$/.test(text)) return true;
    if (readCount(tokens, text === 'ب' ? i + 1 : i) !== null) return true;
  }
  return false;
}

/** «وفر 100 ألف شخص إلى تشاد», not «وفرت 500 وظيفة». */
function isFleeing(tokens: readonly Token[], at: number): boolean {
  const count = readCount(tokens, at);
  const arePeople = count?.counted.is === 'people' || count?.counted.is === 'generic';
  return arePeople && /^(?:الى|الي|من|عن|نحو|باتجاه)$/.test(tokens[count.to]?.text ?? '');
}

/** «فقد الجيش في الكمين عشرة من جنوده». */
function losesSoldiers(tokens: readonly Token[], at: number, verb: number): boolean {
  for (let i = at; i < at + 6; i++) {
    const count = readCount(tokens, i);
    if (count) return areSoldiers(tokens, count) || areLosses(tokens, count, verb);
  }
  return false;
}

/** «فقد ثلاثة», «فقد نحو مئة», «فقد في البحر 20», «فقدت سيدة». */
function losesPeople(tokens: readonly Token[], at: number, verb: number): boolean {
  const next = tokens[at];
  if (losesItsOwn(tokens, verb)) return true;
  if (next?.kind !== 'word' || tellsWhenOrWhere(next)) return true;
  if (next.text.startsWith('ال'))
    return readCount(tokens, at) !== null || losesSoldiers(tokens, at + 1, verb);
  return isSomebody(next) || isPeopleWord(next.text) || readCount(tokens, at) !== null;
}

const isSomebody = tokenLike(/^(?:شخص|اخر|اخرى|(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[ةه]?)$/);

/** Whether what happened to people may begin with a form. */
export const mayBeginAnchor = (form: Form): boolean => anchorWord(form) !== null;

const NO_WORD = {
  tally: false,
  anchor: null as Anchor | null,
  loses: false,
  captures: false,
  shares: false,
  provides: false,
  victims: null as CasualtyKind | null,
};

/** What a word may be the beginning of; null for most. */
const anchorWord = ofForm((form) => {
  if (form.kind !== 'word') return null;
  const { text } = form;
  const tally = TALLY.has(text) || TALLY.has(bareWord(text));
  // «وفرت فرصا»: to provide, not to flee.
  const provides = /^وفرت?$/.test(text);
  // «وحيد»: alone, and nobody is put down.
  if (text === 'وحيد') return null;
  const conjoined = text.replace(/^[وف](?=.{3})/, '');
  // «تحتجزهم»
  const verb =
    VERBS.get(text) ??
    VERBS.get(provides ? text.slice(1) : conjoined) ??
    VERBS.get(conjoined.replace(/(?<=.{3})(?:هم|هن|هما|نا)$/, ''));
  const anchor = verb ?? lookUp(NOUNS, text) ?? null;
  const victims = /^[وفب]?ال/.test(text) ? lookUp(VICTIMS, text) : VICTIMS.get(text);
  if (!anchor && victims?.number === 'many') return { ...NO_WORD, victims: victims.kind };
  const shares = fateOfOne(text) !== null;
  const isWord = anchor || tally || shares || framesOf(form).length > 0;
  if (!isWord && !PHRASES.begins(form, 'conjunction')) return null;
  return {
    ...NO_WORD,
    shares,
    tally,
    anchor,
    provides,
    loses: /^و?(?:فقدت?|فقدنا|[نيت]فقد|خسر(?:ت|نا|وا)?|[نيت]خسر)$/.test(text),
    captures: /^[وبل]?اسر$/.test(text),
  };
});

const framesOf = ofForm(({ text }) => {
  const conjoined = text.replace(/^[وف](?=.{3})/, '');
  return FRAMES.filter(({ verbs }) => verbs.has(text) || verbs.has(conjoined));
});

const isAmong = seldomLike(/^[وف]?(?:بينهم|منهم|بينهن|منهن)$/);
const isHarmed = seldomLike(/^(?:اصيب(?:ا|وا|تا|ت)?|جرح(?:ا|وا)?|مصاب(?:ان|ين|ون|ا|ة)?)$/);
const isAttempt = seldomLike(/^(?:ال)?محاول[ةه]$/);

/** «لقي … حتفهم»: what a verb and its complement further on say together. */
export function frameAt(tokens: readonly Token[], at: number, longest = LONGEST_FRAME): CasualtyKind | null {
  const frames = tokens[at] ? framesOf((tokens[at] as Token).form) : [];
  if (frames.length === 0) return null;
  // «عبروا الحدود», never «عبر التلفزيون … الحدود».
  const isThrough = /^[وف]?عبر/.test(tokens[at]?.text ?? '') && readCount(tokens, at + 1) === null;
  const end = isThrough ? at + CROSSING : at + longest;
  for (let i = at + 1; i < end; i++) {
    const next = tokens[i];
    if (!next || next.kind === 'break' || next.text === '.') return null;
    // «تعرضوا للخطف … وتعرض آخرون لحروق»: the nearest.
    const frame = frames.find(({ complements }) => complements.has(next.text));
    // «نقل 21 بحارا بينهم اثنان أصيبا بحروق»: said of some of them.
    const isOfSome = frame && tokens.slice(at + 2, i - 1).some(isAmong) && isHarmed(tokens[i - 1]);
    // «أقدم على محاولة الانتحار»
    if (frame && !isAttempt(tokens[i - 1])) return isOfSome ? null : frame.kind;
  }
  return null;
}
