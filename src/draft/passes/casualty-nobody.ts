import { testOfForm } from '#arabic/forms.ts';
import { readNumber } from '#arabic/numbers.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { areAttacked, areBereft, areLedOut, areOusted, areSought } from './casualty-clauses.ts';
import type { Count } from './casualty-counts.ts';
import { areHurtInSport, isIllness, isOfMatch, isSuspension, speaksOfIllness } from './casualty-doubts.ts';
import type { Fate } from './casualty-fates.ts';
import { isLeaving } from './casualty-leaving.ts';
import { didNotDie, isNotOne } from './casualty-not-dead.ts';
import { isFraud } from './casualty-tallies.ts';
import { areTrapped } from './casualty-trapped.ts';
import type { Range } from './speaker.ts';

/** What a sentence has said by the time it counts people. */
export interface Said {
  anchor: { at: number; to: number } | null;
  /** Nobody was counted in this clause before. */
  isFirst: boolean;
  /** «أفرج عن» stands right before. */
  isFree: boolean;
  story: StoryKind;
}

/** Counted, and no casualties: set free, at work no more, gone home, in a match. */
export function isNobody(
  tokens: readonly Token[],
  sentence: Range,
  count: Count,
  kind: CasualtyKind,
  fate: Fate | null,
  { anchor, isFirst, isFree, story }: Said,
): boolean {
  const mayBeFree =
    count.counted.is !== 'victims' ||
    kind === 'detained' ||
    kind === 'displaced' ||
    mayBeSaved(tokens[count.counted.at]);
  return (
    (mayBeFree && !isHarmedSo(fate, count) && isFree) ||
    (story === 'sport' && kind !== 'killed' && isOfMatch(tokens, sentence)) ||
    (kind === 'detained' && isSuspension(tokens, count)) ||
    (kind === 'missing' && !fate && areNotLost(tokens, count, tokens[anchor?.at ?? -1]?.text ?? '')) ||
    (kind === 'injured' && fate?.kind !== 'injured' && arePatients(tokens, count, anchor)) ||
    (kind === 'displaced' && areAided(tokens, count)) ||
    (kind === 'injured' && areBodies(tokens, count)) ||
    (kind === 'detained' && areFreed(tokens, count)) ||
    (!fate && areAttacked(tokens, count)) ||
    (kind !== 'killed' && wereOnce(tokens, count)) ||
    (count.min ?? 0) >= (kind === 'detained' ? MILLION : MILLION * 1000) ||
    (kind === 'missing' && areFound(tokens, count)) ||
    (kind === 'killed' && areCheated(tokens, count, anchor)) ||
    (kind === 'injured' && areAbsent(tokens, count)) ||
    isEachYear(tokens, count) ||
    isNotOne(tokens, count) ||
    isTakenBack(tokens[count.from - 1]) ||
    isSomebodys(tokens[count.from - 1]) ||
    isOfCrew(tokens, count) ||
    (kind === 'killed' && anchor !== null && didNotDie(tokens, count, anchor.at)) ||
    (kind === 'detained' && areTrapped(tokens, count, anchor?.at ?? -1)) ||
    isLeaving(tokens, count, kind) ||
    (kind === 'displaced' && !fate && !areDrivenOut(tokens, count, anchor) && areLedOut(tokens, count)) ||
    (kind === 'injured' && areDownhearted(tokens, count)) ||
    (kind === 'injured' && isFirst && areHurtInSport(tokens, count, sentence)) ||
    (anchor !== null && areOusted(tokens, count, { from: anchor.at, to: anchor.to }))
  );
}

/** «إنقاذ غريقين»: those who are saved were about to drown. */
const mayBeSaved = tokenLike(/^(?:ال)?(?:غريق(?:ا|ين|ان|[ةه])?|غرقى|غارق(?:ا|ين|ون)?)$/);

/** «وفاة والد خمسة لاعبين», «وله خمسة أبناء»: his, and it befell him. */
const isSomebodys = seldomLike(
  /^[وف]?(?:له|لها|لديه|لديها|عنده|عندها|والد[ةه]?|ابن[ةه]?|شقيق[ةه]?|زوج[ةه]?|نجل|حفيد[ةه]?|وقت|ذهن|حماس[ةه]?|مشاعر|قلوب|احلام|امال|فرح[ةه]|طموح|طموحات|كرام[ةه]|معنويات|خيال|وجدان|اذهان)$/,
);

/** «خمس وفيات وليس ثماني»: the number that was wrong. */
const isTakenBack = tokenLike(/^[وف]?(?:ليس|ليست|ليسوا)$/);

/** «ضبطت الجمارك سبعة ملايين»: money. */
const MILLION = 1_000_000;

/** «نجا 15 شخصا، ستة منهم أصيبوا»: what is said of them at once. */
const isHarmedSo = (fate: Fate | null, { to }: Range): boolean =>
  fate?.at === to && (fate.kind === 'missing' || fate.kind === 'injured' || fate.kind === 'killed');

/** «نزح», «تهجير»: from home, whoever they are; «إجلاء» of passengers is none. */
const isDrivenOut = tokenLike(/^[وفب]?(?:[يت]?نزح(?:ت|وا|ون)?|نزوح|[يت]?هجرت?|تهجير|[يت]?شردت?|تشريد|تشرد)$/);

const areDrivenOut = (tokens: readonly Token[], { from }: Range, anchor: Said['anchor']): boolean =>
  anchor !== null && from - anchor.to <= 2 && isDrivenOut(tokens[anchor.at]);

const isFormer = tokenLike(/^سابق(?:ا|ان|ين|ون|[ةه]|ات)?$/);

/** «ستة معتقلين سابقين» */
const wereOnce = (tokens: readonly Token[], { counted, to }: Count): boolean =>
  counted.is === 'victims' && isFormer(tokens[to]);

const areVictimsOf = seldomLike(/^[وبل]?(?:ال)?ضحي[ةه]$|^[وبل]?(?:ال)?ضحايا$/);
/** Words between victims and what they fell for. */
const CHEATED = 6;

/** «راح ضحية الاحتيال 45 متقاعدا», «وقع 300 شخص ضحايا لعملية نصب»: alive. */
function areCheated(tokens: readonly Token[], { from, to }: Count, anchor: Said['anchor']): boolean {
  const told = tokens.slice(Math.min(anchor?.at ?? from, from), to + CHEATED);
  return told.some(isFraud) && told.some(areVictimsOf);
}

const forInjury = seldomLike(/^للاصاب[ةه]$/);
const isExposed = seldomLike(/^[وف]?[يت]?تعرض/);
/** Words between those who are hurt and that they were. */
const EXPOSED = 8;

/** «غاب ثلاثة للإيقاف وخمسة للإصابة»: why they are absent; «تعرض خمسة للإصابة» are hurt. */
const areAbsent = (tokens: readonly Token[], { from, to }: Count): boolean =>
  tokens.slice(from, to + 1).some(forInjury) &&
  !tokens.slice(Math.max(0, from - EXPOSED), to).some(isExposed);

const wereSo = tokenLike(/^كان(?:ا|ت|تا|وا|ن)?$/);

const finds = tokenLike(/^[وفب]?(?:ال)?(?:عثر|عثور)ت?$/);
/** Words between «عثر» and whom: «عثر رجال الدرك على». */
const FINDERS = 4;

/** Words between those who are found and how. */
const SAFE = 4;
const areSafe = seldomLike(/^(?:سالم(?:ا|[ةه]|ين|ون|ات|تين)?|احياء|معافين)$/);

/** «عثر على طفلين كانا مفقودين», «على فتاتين كانتا مفقودتين» */
function areFound(tokens: readonly Token[], { from, to }: Range): boolean {
  // «عثر على خمسة متسلقين مفقودين سالمين»
  const isSafe = tokens[from - 1]?.text === 'على' && tokens.slice(to, to + SAFE).some(areSafe);
  if (isSafe && tokens.slice(Math.max(0, from - 1 - FINDERS), from - 1).some(finds)) return true;
  const on = wereSo(tokens[to]) ? from - 1 : wereSo(tokens[from - 1]) ? from - 3 : -1;
  return tokens[on]?.text === 'على' && tokens.slice(Math.max(0, on - FINDERS), on).some(finds);
}

/** Words between those who are struck and by what. */
const STRUCK = 3;
const isFeeling = tokenLike(
  /^ب(?:ال)?(?:احباط|صدم[ةه]|خيب[ةه]|ملل|دهش[ةه]|ذهول|خوف|قلق|غرور|ياس|جنون|اكتئاب)$/,
);

/** «أصيب 40 موظفا بالإحباط»: a feeling, and no wound. */
const areDownhearted = (tokens: readonly Token[], { to }: Range): boolean =>
  tokens.slice(to, to + STRUCK).some(isFeeling);

/** «ويتلقى 12 ناجيا العلاج», «أوقفت أربعة من الناجين»: survivors, and counted all the same. */
export const mayHaveLived = (fate: Fate | null, near: { kind: CasualtyKind } | null): boolean =>
  fate?.kind === 'injured' || near?.kind === 'injured' || near?.kind === 'detained';

/** «أصيبت ممرضتان بجروح» is no infection, whatever else the sentence speaks of; «طفل مصاب بالشلل» is one. */
const mayBeIll = (tokens: readonly Token[], fate: Fate | null): boolean =>
  fate?.kind !== 'injured' || isIllness(tokens[fate.to]);

/** «إصابة ثلاثة من طاقمها المؤلف من خمسة»: how many there were. */
const isOfCrew = (tokens: readonly Token[], { from }: Range) =>
  tokens[from - 1]?.text === 'من' &&
  [4, 5, 6].some((k) => tokens[from - k]?.text === 'من') &&
  /^(?:ال)?(?:مؤلف|مكون|متالف|متكون)[ةه]?$/.test(tokens[from - 2]?.text ?? '');

/** «فقد الاتصال بثلاثة من جنوده»: they are, whose they may be. */
const isContact = tokenLike(/^الاتصال$/);

/** Bereft of somebody, or looked for by the police. */
function areNotLost(tokens: readonly Token[], count: Count, lost: string): boolean {
  // «فقدان 23 من أبنائها» is said of those who are gone.
  if (/مصير$/.test(lost)) return false;
  const isNoun = /فقدان|اختفاء/.test(lost) || isContact(tokens[count.from - 1]);
  return (
    (!isNoun && !/بحث/.test(lost) && areBereft(tokens, count)) || areSought(tokens, count, /بحث/.test(lost))
  );
}

/** «نقل 40 مريضا إلى مستشفى آخر»: ill already. */
function arePatients(tokens: readonly Token[], { counted }: Count, anchor: Said['anchor']): boolean {
  const isMoved = /^[وفب]?(?:[يت]?نقلت?|ادخلت?|اسعفت?|عولجت?|[يت]عالج|علاج)$/.test(
    tokens[anchor?.at ?? -1]?.text ?? '',
  );
  return isMoved && counted.is === 'people' && isPatient(tokens[counted.at]);
}

const isPatient = tokenLike(/^(?:مريض|مريضا|مريض[ةه]|مرضى|مرضي|مريضات|مدمن(?:ا|ين|ون|[ةه])?)$/);

/** Words between those who help and those who are helped. */
const HELP = 8;

/** «وزعت المنظمة سلالا على 5000 نازح»: told of the help, and no toll. */
function areAided(tokens: readonly Token[], { from, counted }: Count): boolean {
  if (counted.is !== 'victims') return false;
  for (let i = from - 1; i >= Math.max(0, from - HELP); i--) {
    const { form, text, kind } = tokens[i] as Token;
    if (kind === 'break' || text === '.') return false;
    if (aids(form)) return true;
  }
  return false;
}

const aids = testOfForm(({ text }) =>
  /^[وف]?(?:[يت]?وزعت?|[يت]?قدمت?|تقديم|توزيع|تسلمت?|حصلت?|التحقت?|ساعدت?|استفاد|استفادت|[يت]ستفيد|استهدفت?|زودت?|تزويد|تسليم|سلمت?|ل?(?:اغاث|مساعد)[ةه]|ل?ايواء)$/.test(
    text,
  ),
);

const endsPart = tokenLike(/^[.،؛:]$/);

/** Words between those who are counted and how often. */
const YEARLY = 6;
const isYearly = tokenLike(/^(?:سنويا|شهريا|يوميا)$/);
const isOfEachYear = tokenLike(/^ال(?:سنوي|شهري|يومي)[ةه]?$/);
const areVictims = tokenLike(/^[وب]?(?:ال)?(?:وفيات|اصابات|ضحايا|حالات)$/);

/** Words between a rate and those whom it counts. */
const RATE = 12;
const isUnit = tokenLike(
  /^(?:عام|سن[ةه]|سنوات|يوم|ايام|ساع[ةه]|ساعات|شهر|اشهر|اسبوع|دقيق[ةه]|دقائق|ثاني[ةه]|ثوان|ثواني)$/,
);
/** «كل عام», «كل عشر ثوان» */
const isEach = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'كل' && isUnit(tokens[readNumber(tokens, at + 1)?.to ?? at + 1]);

/** «يموت 600 ألف شخص سنويا»: a rate, and nothing that happened. */
function isEachYear(tokens: readonly Token[], { from, to }: Count): boolean {
  // «عدد الوفيات السنوية بهذا المرض نحو 7700»
  for (let i = from - 1; i > from - YEARLY && i >= 0; i--)
    if (isOfEachYear(tokens[i]) && areVictims(tokens[i - 1])) return true;
  // «تشهد البلاد كل عام سيولا تتسبب في مقتل المئات»
  for (let i = from - 1; i > from - RATE && i >= 0 && !endsPart(tokens[i]); i--)
    if (isEach(tokens, i)) return true;
  for (let i = to; i < to + YEARLY; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || endsPart(token)) return false;
    if (isYearly(token)) return true;
    if (isEach(tokens, i)) return true;
  }
  return false;
}

/** Words between bodies and what they bear. */
const BORNE = 12;
const isBody = tokenLike(/^[وبل]?(?:ال)?جث(?:[ةه]|ث|تين|تان|تي|تا)$/);
const areStruck = tokenLike(/^مصاب(?:ا|[ةه]|ين|ان|تين|تان)$/);

/** «جثتين قرب النهر مصابتين بطلقات»: how the dead were found. */
function areBodies(tokens: readonly Token[], { from, counted }: Count): boolean {
  // «27 جثة و30 مصابا»: others, who are counted.
  if (counted.is !== 'victims' || counted.at !== from || !areStruck(tokens[from])) return false;
  for (let i = from - 1; i > from - BORNE && i >= 0; i--) {
    if (isBody(tokens[i])) return true;
    if (tokens[i]?.kind === 'mark' || tokens[i]?.kind === 'break') return false;
  }
  return false;
}

/** «28 من الموقوفين أُطلق سراحهم», «عشرة أُفرج عنهم». */
function areFreed(tokens: readonly Token[], { to }: Count): boolean {
  const at = /^(?:قد|تم|جرى)$/.test(tokens[to]?.text ?? '') ? to + 1 : to;
  const said = `${tokens[at]?.text} ${tokens[at + 1]?.text}`;
  return /^(?:اطلق|اطلقت|اطلاق) سراح(?:هم|هن|هما)$|^(?:افرج|افرجت|الافراج) عن(?:هم|هن|هما)$|^(?:اخلي|اخلى|اخلاء) سبيل(?:هم|هن|هما)$/.test(
    said,
  );
}

const areFamilies = tokenLike(/^[وبل]?(?:اسر|عائلات|عوائل|اهالي|اهالى|ذوي|ذوى|ابناء|ورث[ةه]|ارامل|امهات)$/);
const honours = tokenLike(
  /^[وفبل]?(?:ال)?(?:[يت]?كرمت?|تكريم|[يت]?صرفت?|صرف|تعويضات?|[يت]?منحت?|منح|[يت]?زارت?|زيار[ةه]|استقبلت?|[يت]ستقبل|استقبال|التق(?:ى|ي|ت)|[يت]لتقي|لقاء|[يت]?وزعت?|توزيع|دعم|رعاي[ةه]|مساعد[ةه]|مساعدات|مساكن|وحدات|رواتب|عز(?:ى|ت)|تعزي[ةه])$/,
);
/** Words between those who honour families and the families. */
const HONOURED = 4;

/** «كرم المحافظ أسر 15 شهيدا»: told of the families, whenever those were killed. */
const isOfFamilies = (tokens: readonly Token[], { from, counted }: Count): boolean =>
  counted.is === 'victims' &&
  counted.kind === 'killed' &&
  areFamilies(tokens[from - 1]) &&
  tokens.slice(Math.max(0, from - 1 - HONOURED), from - 1).some(honours);

/** Why a count is left to the editor: ill and not hurt, or named for their families; null where it is not. */
export function doubtOf(
  tokens: readonly Token[],
  sentence: Range,
  count: Count,
  kind: CasualtyKind,
  fate: Fate | null,
  wasIll: boolean,
): 'illness' | 'families' | null {
  const areIll = kind === 'injured' && mayBeIll(tokens, fate);
  if (areIll && (wasIll || speaksOfIllness(tokens, sentence, count))) return 'illness';
  return isOfFamilies(tokens, count) ? 'families' : null;
}
