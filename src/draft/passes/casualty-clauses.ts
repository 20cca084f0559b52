import { testOfForm } from '#arabic/forms.ts';
import { isOpeningMark, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { tellsWhenOrWhere } from './casualty-circumstance.ts';
import type { Count } from './casualty-counts.ts';
import { areCalls } from './casualty-harmless.ts';
import { bareWord, CALAMITY, LED_OUT, MEMBERS, OFFICES, SOUGHT, SURVIVORS } from './casualty-words.ts';
import type { Range } from './speaker.ts';

/** «فيما», «حيث», «مضيفا»: what was said to have happened before it is over. */
const endsClause = testOfForm(
  ({ text, kind }) =>
    kind === 'word' &&
    /^[وف]?(?:فيما|بينما|حيث|لعل|عندما|حينما|بعدما|قبلما|لكن|لكنه|لكنها|اذ|كما|علما|مضيف[اةه]{1,2}|مشير[اةه]{1,2}|مؤكد[اةه]{1,2}|موضح[اةه]{1,2}|لافت[اةه]{1,2}|مبين[اةه]{1,2}|منوه[اةه]{1,2}|متابع[اةه]{1,2}|حوكم|[يت]حاكم|ادين|ادينوا|دين|اتهم|معلن[اةه]{1,2}|كاشف[اةه]{1,2}|مطالب[اةه]{1,2}|داعي[اةه]{1,2})$/.test(
      text,
    ),
);

/** Whether a clause may end before a form. */
export const mayEndClause = testOfForm((form) => endsClause(form) || form.text === 'حين');

/** Whether a clause ends before token `at`: «فيما», «في حين»; «بعدما كانت 58» is said of the toll itself. */
export function endsClauseAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const isWhile = token.text === 'حين' && /^و?في$/.test(tokens[at - 1]?.text ?? '');
  return (isWhile || endsClause(token.form)) && !/^كانت?$/.test(tokens[at + 1]?.text ?? '');
}

/** «بينهم طفل، وأن اثنين»: no more of those. */
export const saysFurther = testOfForm(({ text }) => /^وان(?:ه|ها|هم)?$/.test(text));

/** «. », «؟»: what counts people does not reach beyond. */
export const endsSentence = testOfForm(({ text, kind }) => kind === 'mark' && /^[.؟?!…]$/.test(text));

/** «ظهر في فيديو اعتداء على عاملتين»: what befell them is another matter. */
export const areAttacked = (tokens: readonly Token[], { from, counted }: Count): boolean =>
  counted.is === 'people' && /^عل[ىي]$/.test(tokens[from - 1]?.text ?? '') && attacks(tokens[from - 2]);

const attacks = tokenLike(
  /^[وفبل]?(?:ال)?(?:اعتداء(?:ه|ها|هم)?|اعتدى|اعتدوا|تعد[يى]|تهجم|تطاول|تحريض|تجسس)$/,
);

const survives = testOfForm(({ text }) => SURVIVORS.has(text) || SURVIVORS.has(text.replace(/^[وفبل]/, '')));

/** «خمسة ناجين», «انتشل ستة أحياء», «12 على قيد الحياة». */
export function areAlive(tokens: readonly Token[], count: Count): boolean {
  const { from, to } = count;
  if (areHeard(tokens, count)) return true;
  for (let i = from; i <= to; i++) {
    const token = tokens[i];
    if (token?.kind === 'word' && survives(token.form)) return true;
  }
  return tokens[to]?.text === 'على' && tokens[to + 1]?.text === 'قيد' && tokens[to + 2]?.text === 'الحياة';
}

const carries = tokenLike(/^[وفب]?(?:[يت]?نقلت?|نقلوا|نقلنا)$/);
const areCarriedOff = tokenLike(/^نقل(?:هم|هما|هن|وا)$/);

const areOfThem = tokenLike(/^منه[من]$/);

/** «نُقل ثلاثة أشخاص إلى المستشفى», «وحالتين تم نقلهما»: what is done for those whom something else befell. */
export function areCarried(tokens: readonly Token[], { from, to, counted }: Count): boolean {
  if (counted.is === 'people' || counted.is === 'things') return false;
  if (counted.is === 'victims' && counted.kind !== 'injured') return false;
  if (areOfThem(tokens[to - 1])) return false;
  const behind = tokens[tokens[to]?.text === 'تم' ? to + 1 : to];
  return carries(tokens[from - 1]) || areCarriedOff(behind) || areCarriedToo(tokens, from, to);
}

/** Words between those who are carried one way and those who are carried another. */
const OTHER_WAY = 16;
const areCases = tokenLike(/^(?:حال[ةه]|حالات|حالتين|حالتان)$/);

/** «نقل 4 حالات بالطائرة و3 حالات مع الفرق»: carried like the first. */
function areCarriedToo(tokens: readonly Token[], from: number, to: number): boolean {
  if (!areCases(tokens[to - 1])) return false;
  if (!/^و/.test(tokens[from]?.text ?? '') && tokens[from - 1]?.text !== 'و') return false;
  for (let i = from - 1; i > from - OTHER_WAY && i >= 0 && tokens[i]?.text !== '.'; i--)
    if (carries(tokens[i])) return true;
  return false;
}

const areHearts = tokenLike(/^[وب]?(?:امال|احلام|طموح|طموحات|قلوب|حلم|فرح[ةه]|انفاس|عقول)$/);

/** «خمس سيارات», «قتل آمال 30 ألف مشجع», «أسر قلوب ثلاثة ملايين»: no people, or something of theirs. */
export const isOfThings = (tokens: readonly Token[], { from, to, min, counted }: Count): boolean =>
  counted.is === 'things' ||
  areCalls(tokens, { from, to }) ||
  areHearts(tokens[from - 1]) ||
  isTitled(tokens, from) ||
  // «هوية واحد فقط من القتلى»: no more were known.
  (min === 1 && isIdentity(tokens[from - 1]));

const isIdentity = tokenLike(/^[وب]?هوي[ةه]$/);

/** Words of a title before a number in it. */
const TITLE = 4;
export const isWork = tokenLike(
  /^[وفبل]?(?:ال)?(?:فيلم|مسلسل|رواي[ةه]|كتاب|لعب[ةه]|مسرحي[ةه]|قصيد[ةه]|اغني[ةه]|وثائقي)$/,
);

/** «فيلم "مقتل 12 رجلا"»: what it is called. */
function isTitled(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= at - TITLE && i > 0; i--)
    // «الفيلم اللبناني «مقتل بائع الورد»», «رواية سامي نصر «…»»
    if (isOpeningMark(tokens[i])) return [1, 2, 3, 4].some((k) => isWork(tokens[i - k]));
  return false;
}

const hears = tokenLike(
  /^[وفبل]?(?:ال)?(?:استماع|استمع|استمعت|شهادات|شهاد[ةه]|افادات|اقوال|تعويض|تعويضات|محامو|محامي|محامون)$|^[وف]?[يت]?(?:احتال|حتال|نصب|ابتز|بتز|خدع)(?:ت|وا|ون)?$/,
);
const sues = tokenLike(/^(?:الادعاء|ب?دعاوى|ب?دعوى|ب?شكوى|ب?شكاوى|شهاداتهم|شهادتهم|بشهاداتهم|افاداتهم)$/);
/** Words between victims and the court that they turn to. */
const BEFORE_COURT = 4;

/** «احتالت على 3 آلاف ضحية», «الاستماع إلى 2500 ضحية», «4000 ضحية اتخذوا صفة الادعاء»: victims who live to tell of it. */
function areHeard(tokens: readonly Token[], { from, to, counted }: Count): boolean {
  if (counted.is !== 'victims' || !/^ضحي[ةه]$|^ضحايا$/.test(tokens[counted.at]?.text ?? '')) return false;
  for (let i = from - 1; i >= Math.max(0, from - BEFORE_COURT); i--) if (hears(tokens[i])) return true;
  for (let i = to; i < Math.min(tokens.length, to + BEFORE_COURT * 2); i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || token.text === '.') return false;
    if (sues(token)) return true;
  }
  return false;
}

/** «و5 في إدلب»: a place right behind the number, or those who are left. */
export function isPlaced(tokens: readonly Token[], { numberTo }: Count): boolean {
  return /^(?:في|فى|قرب|داخل|خارج|شمال|جنوب|شرق|غرب|ب(?:ال)?(?:اختناق|رصاص|شظايا|جروح|جراح|حروق|غاز|كسور|طعن|دهس|غرق|لدغ|لسع|صعق|انهيار|تسمم).*)$/.test(
    tokens[numberTo]?.text ?? '',
  );
}

/** «سقوط ثلاثة مرشحين», «رحيل مدربين», «إيقاف لاعبين»: out of office, and not dead or seized. */
export function areOusted(tokens: readonly Token[], { counted, from, to }: Count, anchor: Range): boolean {
  if (counted.is !== 'people') return false;
  const who = tokens[counted.at]?.text ?? '';
  // «سقط اثنان من وزرائه»
  const whole = who.replace(/ا[ئؤ](?:ه|ها|هم)$/, 'اء').replace(/(?<=.{3})(?:ه|ها|هم)$/, '');
  // «أطاحت بوزيرين»
  const fallen = who.replace(/^ب(?=.{4})/, '');
  if (![who, bareWord(who), whole, bareWord(whole), fallen].some((office) => OFFICES.has(office)))
    return false;
  // «أوقف الجنود خمسة وزراء»: seized.
  const bySoldiers = tokens.slice(anchor.to, from).some(({ form }) => seizes(form));
  return mayOust(tokens[anchor.from]) && !bySoldiers && !tokens.slice(to, to + OF_HARM).some(isHarmed);
}

const seizes = testOfForm(({ text }) =>
  /^(?:ال)?(?:جنود|جيش|شرط[ةه]|امن|قوات|مسلحون|انقلابيون|متمردون|مخابرات|استخبارات|درك|سلطات)$/.test(text),
);

/** Words between them and what they are accused of, or what befell them. */
const OF_HARM = 6;
/** «توقيف مديرين بتهمة الاختلاس», «فقدان لاعبين في غرق قارب»: out of no office. */
const isHarmed = (token: Token): boolean => isCharge(token) || CALAMITY.has(bareWord(token.text));
const isCharge = seldomLike(
  /^(?:بتهم[ةه]|بتهم|بشبه[ةه]|للاشتباه|لاتهام.{1,2}|لتورط.{1,2}|متورطين|متهمين|غرق|انقلاب|مداهم[ةه]|مداهمات|امني[ةه])$/,
);

const mayOust = tokenLike(
  /^[وفبل]?(?:ال)?(?:سقوط|سقطت?|يسقط|تسقط|سقطوا|رحيل|رحلت?|رحلوا|ترحيل|ايقاف|اوقفت?|يوقف|توقيف|فقدت?|فقدان|يفقد|تصفية|تحييد|استبعاد|اطاحت?|اطاحة|يطيح|تطيح)$/,
);

/** Words between the police and those whom they look for. */
const HUNT = 16;

/** «البحث عن ثلاثة مشتبه بهم»: on the run. */
export function areSought(tokens: readonly Token[], { counted, from }: Count, isSearch: boolean): boolean {
  // «38 مفقودا» are lost, whoever looks for them.
  if (counted.is === 'victims') return false;
  const who = counted.is === 'people' ? bareWord(tokens[counted.at]?.text ?? '') : '';
  if (areSuspects.test(who)) return true;
  // «أعلنت الشرطة فقدان ثلاثة متسلقين»: lost, whoever says so.
  if (!isSearch) return false;
  let isHunted = SOUGHT.has(who);
  for (let i = from - 1; i > from - HUNT && i >= 0; i--) {
    // «تبحث فرق الإنقاذ عن ثلاثة عمال»
    if (rescues(tokens[i])) return false;
    isHunted ||= hunts(tokens[i]);
  }
  return isHunted;
}

const areSuspects =
  /^(?:مشتبه|مطلوب|مشبوه|متهم|مسلح|مهاجم|مجرم|ارهابي|منفذ)(?:ا|ين|ون|ان)?$|^(?:فار|هارب|سجين|لص)(?:ا|ين|ون|ان)?$|^(?:جان|جناة|سجناء|لصوص)$/;
export const rescues = tokenLike(
  /^(?:ال)?(?:انقاذ|منقذون|منقذين|غواصون|غواصين|غواصو|اطفاء|اسعاف|انقاض|ركام|سيول|امواج|خفر|اغاثة)$/,
);

const hunts = tokenLike(
  /^[وفبل]?(?:ال)?(?:شرط[ةه]|قبض|امن(?:ي[ةه])?|مباحث|استخبارات|مخابرات|انتربول|محققون|محققين)$/,
);

const fights = tokenLike(/^(?:جندي|جنود|عسكري|مقاتل|مسلح|عنصرا|عناصر|ضابطا|ضباط)/);
const hasLost = tokenLike(/^[وف]?(?:فقدت|[يتن]?خسر(?:ت|نا|وا)?)$/);

/** «خسر الجيش 40 مقاتلا», «فقدت البلاد 300 عسكري»: it did; of men who are missing «فقد» is said. */
export const areLosses = (tokens: readonly Token[], { counted }: Count, verb: number): boolean =>
  counted.is === 'people' && (weLost(tokens[verb]) || (fights(tokens[counted.at]) && hasLost(tokens[verb])));

/** «فقدنا خمسة من زملائنا» */
const weLost = tokenLike(/^[وف]?فقدنا$/);

/** «فقد الجيش عشرة من جنوده»: an army's losses are dead. */
export function areSoldiers(tokens: readonly Token[], { counted }: Count): boolean {
  if (counted.is !== 'people') return false;
  const bare = /^(.{3,}?)(?:ه|ها|هم|نا)$/.exec(tokens[counted.at]?.text ?? '')?.[1];
  if (bare === undefined) return false;
  return MEMBERS.has(bare) || MEMBERS.has(`${bare}ن`) || FIELDED.has(bare);
}

/** «رجالها», «ضباطه»: whom a force has in the field. */
const FIELDED = new Set(['رجال', 'افراد', 'ضباط', 'مقاتلي', 'مسلحي', 'مسعفي', 'جنود', 'عناصر']);

/** «إجلاء 600 راكب»: led out of danger, and not driven from home. */
export function areLedOut(tokens: readonly Token[], { counted }: Count): boolean {
  return counted.is === 'people' && LED_OUT.has(bareWord(tokens[counted.at]?.text ?? ''));
}

/** «طفلين شقيقين», «منتسبين اثنين»: the same two, where they stand right behind those; not «وأحد المارة». */
export const areSame = (tokens: readonly Token[], { from, counted, min, max, conjoined }: Count): boolean =>
  !conjoined && tokens[from]?.text !== 'واحد' && (counted.is === 'people' || (min === 2 && max === 2));

/** «مدينة من 240 ألف نسمة» */
export const areInhabitants = (tokens: readonly Token[], { to }: Count): boolean =>
  tokens[to - 1]?.text === 'نسمة';

/** «خطف», «اعتقل»: to no thing does it happen. */
export const isOnlyOfPeople = testOfForm(({ text }) =>
  /(?:عتقل|عتقال|ختطف|ختطاف|خطف|مقتل|مصرع|استشهد|استشهاد|توفي|وفا[ةه]|لقي|لقوا)/.test(text),
);

/** «فقدت أمها وخمسة من إخوتها», «فقد ثلاثة منهم أطرافهم»: somebody or something is lost to them. */
export function areBereft(tokens: readonly Token[], { counted, to }: Count): boolean {
  const isTheirs = (text: string | undefined) =>
    /^.{3,}(?:ه|ها|هم)$/.test(text ?? '') && !isAmongThem(text ?? '');
  return isTheirs(tokens[to]?.text) || (counted.is === 'people' && isTheirs(tokens[counted.at]?.text));
}

/** «فقد 20 شخصا بينهم طفلان» */
export const isAmongThem = (text: string) => /^(?:بين|من|ضمن|معظم|اغلب|غالبيت|جميع|كل)(?:هم|ها)$/.test(text);

/** «فيما تقول الحكومة إنهم لا يتجاوزون ألفين», «على أنهم 43»: of those whom the sentence counted. */
export function areThey(tokens: readonly Token[], { from, to, counted, min, max }: Count): boolean {
  const they = tokens[from - 1]?.text ?? '';
  if (counted.is !== 'nothing') return false;
  return min === max
    ? /^ب?ان(?:هم|هن)$/.test(they) && (tokens[to]?.kind !== 'word' || tellsWhenOrWhere(tokens[to]))
    : /^(?:ب?ان|عدد)(?:هم|هن)$/.test(they);
}
