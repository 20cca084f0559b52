import { countryOfNisba } from '#arabic/countries.ts';
import { testOfForm } from '#arabic/forms.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { isOpeningMark, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { adjectivesEnd } from './casualty-adjectives.ts';
import { caseOf, exactly } from './casualty-counted.ts';
import {
  CONSTRUCT_DUALS,
  DUALS,
  FRAME_VERBS,
  isPeopleWord,
  ONES,
  PEOPLE_FORMS,
  PLURAL_VERBS,
  POSSESSED_DUALS,
  VICTIMS,
  WORK,
} from './casualty-words.ts';
import { isInstitution } from './speaker-words.ts';

/** Two of whom a word alone counts: «جنديين», «ورجلان», «قتيلين»; null for most words. */
export const dualOf = rememberWords((word: string) => {
  // «وافدين», «باحثين», «لاجئين»: a letter of their own.
  const isPeople = PEOPLE_FORMS.has(word);
  const conjoined = isPeople ? word : word.replace(/^[وف](?=.{4})/, '');
  const bare = isPeople ? word : conjoined.replace(/^[بل](?=.{5})/, '');
  const victim = VICTIMS.get(word) ?? VICTIMS.get(conjoined) ?? VICTIMS.get(bare);
  // «فرنسيان», «والدان» begin with a letter of their own.
  const isWhole =
    DUALS.has(word) ||
    VICTIMS.has(word) ||
    PEOPLE_FORMS.has(word) ||
    (/يان$/.test(word) && countryOfNisba(word) !== undefined);
  const base = {
    conjoined: conjoined !== word && !isWhole,
    /** «بشابين»: counted where what is done to them takes «ب» («أودى بشابين»). */
    throughB: conjoined.startsWith('ب') && bare !== conjoined && !isWhole,
  };
  if (victim?.number === 'two') return { ...base, is: 'victims', kind: victim.kind } as const;
  // «مفقودين اثنين»: many of them, but for the word behind.
  if (victim?.number === 'many' && /(?:ين|ان)$/.test(word))
    return { ...base, is: 'many', kind: victim.kind } as const;
  if ([word, conjoined, bare].some((form) => DUALS.has(form))) return { ...base, is: 'people' } as const;
  // «هولنديان»
  if ([word, bare].some((form) => /يان$/.test(form) && countryOfNisba(form) !== undefined))
    return { ...base, is: 'people' } as const;
  // «شرطيين كانا في الحافلة»: the verb behind tells two from many.
  if ([word, conjoined, bare].some((form) => POSSESSED_DUALS.has(form)))
    return { ...base, is: 'people' } as const;
  if (/ين$/.test(bare) && (isPeopleWord(bare) || isPeopleWord(conjoined)))
    return { ...base, is: 'perhaps' } as const;
  // «رجلا أمن», «عاملا إغاثة»: two before a body.
  if (
    [conjoined, bare].some((form) => CONSTRUCT_DUALS.has(form)) ||
    (/[^اىي]ا$/.test(bare) && ONES.has(bare))
  )
    return { ...base, is: 'construct' } as const;
  return /^(شخصان|شخصين|اخران|اخريان|حالتان|حالتين)$/.test(bare)
    ? ({ ...base, is: 'generic' } as const)
    : null;
});

const areTwo = seldomLike(/^[وف]?[بل]?الاثن(?:ان|ين|تان|تين)$/);
const areOther = seldomLike(/^الاخر(?:ان|ين|يان|يين)$/);

/** «إصابة الاثنين الآخرين»: two, and no Monday. */
const otherTwo = (tokens: readonly Token[], at: number) =>
  areTwo(tokens[at]) && areOther(tokens[at + 1])
    ? exactly(2, { from: at, to: at + 2, counted: { is: 'generic', at: at + 1 } })
    : null;

const arePupils = seldomLike(/^و?طالبان$/);
const befallsThem = seldomLike(/^[وف]?(?:اصيب|توفي|توفى|لقي|قتل|جرح|فقد|غرق)$/);
const tellsTwoMore = seldomLike(/^(?:اخران|مصابان|اثنان)$/);

/** «أصيب طالبان»: two pupils, as the verb is theirs and not the movement's. */
const twoPupils = (tokens: readonly Token[], at: number) =>
  arePupils(tokens[at]) && (befallsThem(tokens[at - 1]) || tellsTwoMore(tokens[at + 1]))
    ? exactly(2, { from: at, to: at + 1, counted: { is: 'people', at } })
    : null;

/** Two by words that mean a day or a movement elsewhere. */
export const twoByContext = (tokens: readonly Token[], at: number) =>
  otherTwo(tokens, at) ?? twoPupils(tokens, at);

/** «قتل مسلحان شرطيا»: whom they killed. */
export const isOneObject = (token: Token | undefined): boolean =>
  token !== undefined && ONES.has(token.text) && /[^ا]ا$/.test(token.text);

/** «كانا», «حاولا», «اثنين», «جثتيهما». */
export function isDualBehind(tokens: readonly Token[], noun: number): boolean {
  // «شرطيين سوريين كانا في الحافلة»
  const end = adjectivesEnd(tokens, noun, noun + 1);
  // «مهاجمين آخرين قتلا»
  const at = tokens[end]?.text === 'اخرين' ? end + 1 : end;
  const next = tokens[at];
  // «نعت نقابة المعلمين اثنين»: the union's, and more than two.
  const isOfBody = /^ال/.test(tokens[noun]?.text ?? '') && isInstitution(tokens[noun - 1]?.text ?? '');
  // «رجال الإطفاء المتطوعين توفيا»: what they are, who were counted before.
  const isAdjective = /^ال/.test(tokens[noun]?.text ?? '') && /^ال/.test(tokens[noun - 1]?.text ?? '');
  if (isOfBody || isAdjective) return false;
  // «أن مزارعين غرقا», «أن مسعفين نقلا إلى المستشفى»
  const isVerb = mayBeVerb(next) && /^[وب]?ان$/.test(tokens[noun - 1]?.text ?? '');
  return next?.kind === 'word' && (isVerb || tellsTwo(next.form) || isThirdBehind(tokens, at));
}

const mayBeVerb = tokenLike(/^(?:غرقا|نقلا|دهسا|صعقا|ذبحا|شنقا|طعنا|حبسا|اسرا)$/);
const isThird = tokenLike(/^و?ثالث[ةه]?$/);

/** «مقتل مهربين وإصابة ثالث»: two, as there is a third. */
const isThirdBehind = (tokens: readonly Token[], at: number): boolean =>
  isThird(tokens[at]) || (/^و/.test(tokens[at]?.text ?? '') && isThird(tokens[at + 1]));

const tellsTwo = testOfForm(
  ({ text }) =>
    /^(?:كانا|كانتا|اثنين|اثنتين|حاولا|يعملان|يستقلان)$|.{3}هما$/.test(text) ||
    (/[^و]ا$/.test(text) && (PLURAL_VERBS.has(text) || FRAME_VERBS.has(text))),
);

/** «مرضان وهما مسؤولان عن ثلث الوفيات»: what they bring about, and no officials. */
const areAnswerable = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === 'عن' && /^[وف]?مس[ؤئ]ول(?:ان|ين|تان|تين)$/.test(tokens[at]?.text ?? '');

/** «قضى عاملا صيانة», «مصرع سائقا شاحنة»: two, before what they do; «قتل عاملا بريئا» is another matter. */
export function areOfWork(tokens: readonly Token[], at: number): boolean {
  const { text = '', kind } = tokens[at + 1] ?? {};
  // «أن شابا نقل إلى المستشفى»: what was done with him.
  const isMoved = text === 'نقل' && /^(?:الى|الي|على)$/.test(tokens[at + 2]?.text ?? '');
  return kind === 'word' && /[^ةىاي]ا$/.test(tokens[at]?.text ?? '') && isWork(text) && !isMoved;
}

/** «غواصا قبالة الميناء», «سائحا نهاية الأسبوع»: where and when, and no work. */
const WHERE_AND_WHEN =
  /^(?:قبال[ةه]|نتيج[ةه]|بداي[ةه]|نهاي[ةه]|غدا[ةه]|عشي[ةه]|خشي[ةه]|صبيح[ةه]|ليل[ةه]|ساع[ةه]|لحظ[ةه]|مر[ةه]|فجا[ةه]|مباشر[ةه]|عنو[ةه]|خلس[ةه])$/;
const isWork = (text: string): boolean =>
  WORK.has(text) ||
  (/^(?![وبلكف]).{3,}ة$|^(?:اسعاف|اطفاء|انقاذ|حراس[ةه]|نقل)$/.test(text) && !WHERE_AND_WHEN.test(text));

/** «إصابة شرطيين», «وفاة عاملين»: many of them would be «أفراد شرطة», «عمال». */
export function areTwoPolicemen(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:شرطيين|عاملين)$/.test(tokens[at]?.text ?? '') &&
    /(?:مقتل|اصاب[ةه]|مصرع|استشهاد|وفا[ةه]|ب?حيا[ةه])$/.test(tokens[at - 1]?.text ?? '')
  );
}

const areTwoBehind = tokenLike(/^اثن(?:ين|ان|تين|تان)$/);
const areCases = tokenLike(/^[وب]?حالت[اي]$/);

/** «أصيب والداه», but «قرب منزل والديه». */
const areTheirParents = (tokens: readonly Token[], at: number): boolean =>
  /^والد[اي]ه/.test(tokens[at]?.text ?? '') && !isHarm(tokens[at - 1]);

const isHarm = seldomLike(
  /^[وف]?(?:مقتل|مصرع|استشهاد|وفا[ةه]|اصاب[ةه]|[يت]?قتل|توفي|اصيب|استشهد|جرح|لقي|اعتقال|اعتقل)$/,
);

/** Whether a word of two at token `at` counts nobody whom something befell. */
export const areNotMeant = (tokens: readonly Token[], at: number): boolean =>
  areAnswerable(tokens, at) || areTheirParents(tokens, at);

/** «حالتي وفاة», «حالتا اعتقال». */
export function twoCases(tokens: readonly Token[], at: number) {
  // «مفقودين اثنين»
  const two = areTwoBehind(tokens[at + 1]) ? dualOf(tokens[at]?.text ?? '') : null;
  if (two?.is === 'many')
    return exactly(2, { from: at, to: at + 2, counted: { is: 'victims', kind: two.kind, at } });
  const text = tokens[at]?.text ?? '';
  const kind = areCases(tokens[at]) ? caseOf(tokens[at + 1]?.text ?? '') : null;
  if (!kind) return null;
  const counted = { is: 'victims', kind, at: at + 1 } as const;
  return exactly(2, { from: at, to: at + 2, counted, conjoined: text.startsWith('و') });
}

/** «البلدان ضحيتان لطغيان الحلفاء»: no people, who would be «ضحيتان في انهيار». */
export const areVictimsOf = (tokens: readonly Token[], at: number): boolean => {
  const of = tokens[isOpeningMark(tokens[at + 1]) ? at + 2 : at + 1]?.text ?? '';
  return /^[وب]?ضحيت[اي]ن$/.test(tokens[at]?.text ?? '') && /^ل.{3}/.test(of) && !isPeopleWord(of);
};

/** «أودى بشابين», «الإطاحة بمهربين»; «التحرش بطالبتين» is no word of what is counted. */
export function isDoneTo(tokens: readonly Token[], at: number): boolean {
  if (/^وب/.test(tokens[at]?.text ?? '')) return true;
  // «أودى الحريق بشابين»
  for (let i = at - 1; i >= at - 1 - MOST_BETWEEN && i >= 0; i--) {
    if (doesTo(tokens[i])) return true;
    if (tokens[i]?.kind !== 'word' || isPreposition(tokens[i])) return false;
  }
  return false;
}

const isPreposition = tokenLike(/^(?:في|فى|من|على|الى|الي|عن|بعد|قبل|مع|خلال|و.{3,})$/);

/** Words of what does it, between the verb and whom. */
const MOST_BETWEEN = 3;

const doesTo = tokenLike(
  /^[وفلب]?(?:ال)?(?:اود(?:ى|ت|وا)|[يت]ود[يى]|اطاح(?:ت|وا|ة|ه)?|[يت]طيح|ايقاع|اوقع(?:ت|وا)?|[يت]وقع|فتك(?:ت|وا)?|[يت]فتك|امسك(?:ت|وا)?|امساك|[يت]مسك|نكل(?:ت|وا)?|تنكيل|زج|غدر(?:ت|وا)?|عصف(?:ت)?|حياة|ارواح|الامر|الاتصال|لحق(?:ت)?|حل(?:ت)?)$/,
);
