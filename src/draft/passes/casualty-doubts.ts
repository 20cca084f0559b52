import { testOfForm } from '#arabic/forms.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { type Count, opensMarks, readCount } from './casualty-counts.ts';
import {
  type Anchor,
  bareWord,
  CALAMITY,
  ENDS_OF_LIFE,
  ILLNESS,
  isPeopleWord,
  lookUp,
  MATCH_INCIDENTS,
  NOUNS,
  OF_THEM,
  PLURAL_VERBS,
  TEAM_MATES,
  VERBS,
  VICTIMS,
} from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** What may stand behind a number of people that has no noun: «وإصابة 7 في …», «لقي نحو 37 مصرعهم». */
const BEHIND_PEOPLE =
  /^(في|اضاف[ةه]|فضلا|علاو[ةه]|باستثناء|من|اثر|جراء|خلال|بينهم|معظمهم|اغلبهم|غالبيتهم|جلهم|و|ب|عدد|كحصيلة|على|الي|الى|عند|حتى|قرب|داخل|خارج|وسط|للاشتباه|لاتهام|لتورط|فيما|بينما|حين|لدى|اذ|بجروح|حالتهم|لم|يتلقون|نقلوا|نقلا|توفوا|توفيا|فارقوا|فقط|يشتبه|متاثر|متفحم|حتفهم|حتفهما|مصرعهم|مصرعهما|تحت|حاليا|تقريبا|رسميا|اجمالا|امس|اليوم|يوم|(?:ال)(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعة)|مساء|صباح|ليل|فجر|ظهر|الان|لغاية|منذ|بعد|قبل|وفق|وفقا|بحسب|حسب|حسبما|قبال[ةه]|امام|نتيج[ةه]|اثناء|عقب|قبيل|الليل[ةه]|البارح[ةه]|جميعهم|كلهم|و?هم|و?هما|و?هن|كانا|كانوا|كما|(?:شمال|جنوب|شرق|غرب)ي?$)/;

/** A number without a noun: «وإصابة 7», «مقتل 12 وإصابة 30», never a date or a clock. */
export function mayBePeople(tokens: readonly Token[], count: Count): boolean {
  const next = tokens[count.numberTo];
  if (count.min === null && count.max === null && count.counted.is === 'nothing')
    return (
      next?.kind !== 'word' || /^(في|من|اثر|جراء|و|بين|عام|على|خلال|منذ|الى|حتى|عند|قرب)/.test(next.text)
    );
  return next?.kind !== 'word' || BEHIND_PEOPLE.test(next.text);
}

/** Whether a mark may make two of a word, as it may of many of them. */
export const mayBeMarkedDual = testOfForm(({ text }) => /ين?$/.test(text) && isPeopleWord(text));

/** «متطوّعَين»: the mark alone tells two from many. */
export function markedDual({ tokens, article }: Reading, at: number): Count | null {
  const token = tokens[at];
  if (!token || !mayBeMarkedDual(token.form)) return null;
  // «أنصار المرشحين»: of the two who are spoken of.
  if (token.text.startsWith('ال') && !deedOf(tokens[at - 1]?.text ?? '')) return null;
  if (!/\u064eين?$/.test(article.text.slice(token.start, token.end))) return null;
  const counted = { is: 'people', at } as const;
  const rest = {
    approximate: null,
    numberTo: at,
    conjoined: token.text.startsWith('و'),
    digits: false,
    meantFor: false,
  };
  return { from: at, to: at + 1, min: 2, max: 2, counted, ...rest };
}

/** «عشرات القتلى والجرحى»: as vague for the second as for the first. */
export function bothOf(tokens: readonly Token[], count: Count): (Count & { kind: CasualtyKind }) | null {
  const { counted, to, min, max } = count;
  const next = tokens[to];
  if (counted.is !== 'victims' || min !== null || max !== null || !/^و/.test(next?.text ?? '')) return null;
  const victim = lookUp(VICTIMS, next?.text ?? '');
  if (victim?.number !== 'many' || victim.kind === counted.kind) return null;
  const { kind } = victim;
  return { ...count, from: to, to: to + 1, numberTo: to, counted: { is: 'victims', kind, at: to }, kind };
}

/** Words in which it is told where the dead of one toll died. */
const SHARED = 30;
const shares = tokenLike(/^[وف]?(?:[يت]توزع|توزعت?|توزعوا|موزع[ةه]|موزعين|موزعون)$/);

/** «وتوزعت الحصيلة على 12 قتيلا في الجنوب وتسعة في الشمال»: of those who were counted before. */
function areShared(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - SHARED && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || token.text === '.') return false;
    if (shares(token)) return true;
  }
  return false;
}

export const areAmongIt = tokenLike(/^و?(?:بينها|منها)$/);

/** «قتلوا», «أصابوا»: what those who were told of did. */
export const harmed = tokenLike(/^[وف]?(?:قتلوا|اصابوا|خطفوا|اعتقلوا|اسروا|جرحوا)$/);

/** «15 منهم», «15 من بين القتلى», «9 من المصابين»: of those who were counted before. */
export function isOfThem(
  tokens: readonly Token[],
  { from, numberTo, to, counted, min }: Count,
  isToldOn = false,
): boolean {
  if (counted.is === 'victims' && min !== null && tokens[numberTo]?.text === 'من') return true;
  // «56 وفاة، بينها 40 في الجنوب»
  if (counted.is === 'nothing' && areAmongIt(tokens[from - 1])) return true;
  if (min !== null && areShared(tokens, from)) return true;
  const first = tokens[numberTo]?.text ?? '';
  // «12 وفاة، ثمان منها في الشمال»
  if (isToldOn && counted.is === 'nothing' && first === 'منها') return true;
  if (to <= numberTo) return false;
  // «فتحوا النار على عمال فقتلوا تسعة منهم»: of those, of whom nobody was counted.
  if (!isToldOn && OF_THEM.has(first) && harmed(tokens[from - 1])) return false;
  return OF_THEM.has(first) || (first === 'من' && to > numberTo + 1 && tokens[numberTo + 1]?.text === 'بين');
}

/** Words between a number and the illness that it is of. */
const NEAR_ILLNESS = 14;

/** «إصابات بالكوليرا»: ill, and not hurt. */
export function speaksOfIllness(tokens: readonly Token[], sentence: Range, count: Range): boolean {
  const from = Math.max(sentence.from, count.from - NEAR_ILLNESS);
  const to = Math.min(sentence.to, count.to + NEAR_ILLNESS);
  for (let i = from; i < to; i++) if (isIllness(tokens[i])) return true;
  return false;
}

/** «بالكوليرا», «الحمى» */
export const isIllness = (token: Token | undefined): boolean =>
  token !== undefined && tellsOfIllness(token.form);

const tellsOfIllness = testOfForm(({ text }) => {
  const bare = bareWord(text);
  const stem = bare.startsWith('ب') ? bare.slice(1) : bare;
  return [text, bare, `ال${bare}`, stem, `ال${stem}`].some((word) => ILLNESS.has(word));
});

/** «أصيب اثنان من زملائه»: in a match, where the sentence speaks of no disaster. */
export function areHurtInSport(tokens: readonly Token[], { counted }: Count, { from, to }: Range): boolean {
  const noun = counted.is === 'people' || counted.is === 'victims' ? (tokens[counted.at]?.text ?? '') : '';
  // «عودة المصابين الثلاثة إلى التدريبات»: whom the reader knows.
  const areKnown = counted.is === 'victims' && noun.startsWith('ال');
  if (counted.is !== 'people' && !areKnown) return false;
  const who = bareWord(noun);
  const areMates = TEAM_MATES.has(who) || TEAM_MATES.has(who.replace(/ائ(?:ه|ها|هم)$/, 'اء'));
  // «أصيب مهاجم الفريق»: who attacks or guards a goal is told by the field.
  let isPlayed = areMates;
  for (let i = from; i < to; i++) {
    const { form } = tokens[i] as Token;
    if (isCalamity(form)) return false;
    isPlayed ||= isOfField(form);
  }
  return areMates || (isPlayed && (areKnown || mayPlay(tokens[counted.at])));
}

const mayPlay = tokenLike(/^(?:مهاجم|حارس|قائد|جناح|ظهير)ا?$/);
const isOfField = testOfForm(({ text }) =>
  /^[وبلف]?(?:ال)?(?:ملاعب|مبارا[ةه]|مباريات|تدريبات|مران|شوط|منتخب|مرمى|دوري|هداف)$/.test(text),
);

/** «يغيب ثلاثة للإصابة»: in a story of sport, where the sentence speaks of no crowd, police or disaster. */
export function isOfMatch(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (isIncident((tokens[i] as Token).form)) return false;
  return true;
}

const isIncident = testOfForm(({ text }) => MATCH_INCIDENTS.has(text) || MATCH_INCIDENTS.has(bareWord(text)));

const isCalamity = testOfForm(({ text }) => CALAMITY.has(text) || CALAMITY.has(bareWord(text)));

/** «توقيف اثنين من الموظفين عن العمل». */
export function isSuspension(tokens: readonly Token[], { from: at, to: from }: Range): boolean {
  // «أوقف المجلس صرف رواتب 700 موظف»: something of theirs.
  const before = tokens[at - 1];
  // «أوقف القاضي تنفيذ الحكم بحق خمسة»
  if (isDue(before) || /^(?:بحق|ضد)$/.test(before?.text ?? '')) return true;
  // «توقف 40 طبيبا عن استقبال المرضى»: they did.
  if (stop(before) && tokens.slice(from, from + 5).some(({ text }) => text === 'عن')) return true;
  for (let i = from; i < from + 5; i++)
    if (
      tokens[i]?.text === 'عن' &&
      /^(العمل|المباريات|اللعب|الدراس[ةه]|التدريس|الخدم[ةه]|مهام(?:ه|ها|هم)|منصبه|الطيران|الكتاب[ةه])$/.test(
        tokens[i + 1]?.text ?? '',
      )
    )
      return true;
  return false;
}

const stop = tokenLike(/^[وف]?توقفت?$/);
const isDue = tokenLike(
  /^(?:رواتب|راتب|اجور|معاشات|مستحقات|صرف|عمل|قبول|تعيين|توظيف|تسجيل|قيد|عقود|منح|حسابات|اموال|ارصدة|ارصده|خدمات|تراخيص|رخص|تاشيرات|جوازات|جنسيات|بطاقات|انفاس|اجازات|اجازة|علاوات|حقوق)$/,
);

/** «مصرع وإصابة 6 أشخاص», «90 قتيلا وجريحا», «40 بين قتيل وجريح»: how many of which nobody says. */
export function mixedKinds(
  tokens: readonly Token[],
  { from, to, counted }: Count,
): { kinds: [CasualtyKind, CasualtyKind]; to: number } | null {
  const deeds = mixedDeeds(tokens, from) ?? eitherOf(tokens, to);
  if (deeds) return { kinds: deeds, to };
  const between = betweenBehind(tokens, to);
  const [one, other] =
    tokens[between]?.text === 'بين'
      ? [tokens[between + 1]?.text, tokens[between + 2]?.text]
      : [counted.is === 'victims' ? tokens[to - 1]?.text : undefined, tokens[to]?.text];
  const left = lookUp(VICTIMS, one ?? '');
  // «50 وفاة وإصابة», but «12 وفاة وإصابة طفل»
  if (left?.number === 'one' && left.kind === 'killed' && isHarm(tokens[between]))
    return isSomebody(tokens, between + 1) ? null : { kinds: ['killed', 'injured'], to };
  const right = lookUp(VICTIMS, other ?? '');
  if (!left || !right || !/^و/.test(other ?? '') || left.kind === right.kind) return null;
  // «11 نازحا وإصابة العشرات»: what befell others.
  if (isSomebody(tokens, between + 1)) return null;
  // «90 قتيلا وجريحا», but «12 قتيلا وجريحان», «ثلاثة قتلى وجريح».
  const isBetween = tokens[between]?.text === 'بين';
  // «قتيل وجريح في قصف»: one of either.
  if (!isBetween && counted.is === 'victims' && counted.at === from && to === from + 1) return null;
  const isSingle = isBetween
    ? right.number === 'one' || left.number === right.number
    : right.number === 'one' && left.number === 'one';
  return isSingle ? { kinds: [left.kind, right.kind], to: isBetween ? between + 3 : to + 1 } : null;
}

const endsWho = tokenLike(/^(?:[وف].{3}.*|في|على|خلال|عن|الى|مع|بعد)$/);
/** Words of whom those are who are counted. */
const LONGEST_WHO = 5;

/** «عشرات المسلحين بين قتلى وجرحى», «عشرات من عناصر الحركة سقطوا بين قتيل وجريح»: where «بين» stands; else where the count ends. */
function betweenBehind(tokens: readonly Token[], to: number): number {
  for (let i = to; i <= to + LONGEST_WHO; i++) {
    const token = tokens[i];
    if (token?.text === 'بين') return i;
    if (token?.kind !== 'word' || endsWho(token)) return to;
  }
  return to;
}

/** «مصرع وإصابة 6 أشخاص», «قُتل أو أصيب 40 جنديا». */
function mixedDeeds(tokens: readonly Token[], from: number): [CasualtyKind, CasualtyKind] | null {
  // «مصرع وإصابة "12" شخصا»
  const last = opensMarks(tokens[from - 1]) ? from - 2 : from - 1;
  const second = tokens[last]?.text ?? '';
  const isOr = tokens[last - 1]?.text === 'او';
  if (!isOr && !second.startsWith('و')) return null;
  const first = tokens[last - (isOr ? 2 : 1)]?.text ?? '';
  if (PLURAL_VERBS.has(first)) return null;
  const [a, b] = [deedOf(first), deedOf(second)];
  return a && b && (isOr || !a.needsPeople) && a.kind !== b.kind ? [a.kind, b.kind] : null;
}

const isHarm = tokenLike(/^واصاب[ةه]$/);
const isSomebody = (tokens: readonly Token[], at: number): boolean =>
  readCount(tokens, at) !== null ||
  isPeopleWord(tokens[at]?.text ?? '') ||
  /^(?:واحدة|اخرين|اخرون|اخريات)$/.test(tokens[at]?.text ?? '');

const KILLED = { kind: 'killed' } as const;
/** Words of whom they are before what befell them. */
const MOST_OF_WHOM = 4;

/** «65 مقاتلا قتلوا أو أسروا», «لقي 90 مهاجرا حتفهم أو فقدوا» */
function eitherOf(tokens: readonly Token[], at: number): [CasualtyKind, CasualtyKind] | null {
  const other = tokens[at + 1]?.text === 'او' ? PLURAL_VERBS.get(tokens[at + 2]?.text ?? '') : undefined;
  if (other && other.kind !== 'killed' && ENDS_OF_LIFE.has(tokens[at]?.text ?? ''))
    return ['killed', other.kind];
  // «350 ألف جندي روسي قتلوا أو أصيبوا», «12 من مراقبي الأمم المتحدة قتلوا أو أصيبوا»
  let verb = at;
  while (verb < at + MOST_OF_WHOM && tokens[verb]?.kind === 'word' && tokens[verb + 1]?.text !== 'او') verb++;
  if (tokens[verb + 1]?.text !== 'او') return null;
  const [a, b] = [verb, verb + 2].map((i) =>
    // «لقوا حتفهم أو فقدوا»
    ENDS_OF_LIFE.has(tokens[i]?.text ?? '') ? KILLED : PLURAL_VERBS.get(tokens[i]?.text ?? ''),
  );
  return a && b && a.kind !== b.kind ? [a.kind, b.kind] : null;
}

/** What a word says happened to people: «مقتل», «أصيب». */
export const deedOf = rememberWords(
  (word: string): Anchor | undefined =>
    VERBS.get(word) ?? VERBS.get(word.replace(/^[وف](?=.{3})/, '')) ?? lookUp(NOUNS, word),
);
