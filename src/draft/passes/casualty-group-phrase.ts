import { type Form, testOfForm } from '#arabic/forms.ts';
import { mayBeginNumber } from '#arabic/numbers.ts';
import { closeOf } from '#arabic/quotations.ts';
import { speechWord } from '#arabic/speech.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import {
  BODIES,
  bareWord,
  ENDS_OF_LIFE,
  EVENTS,
  FORCES,
  FRAME_PLACES,
  FRAME_VERBS,
  isPeopleWord,
  LEFT_BEHIND,
  NEED_COMPLEMENT,
  PLURAL_VERBS,
  VERBS,
  VICTIMS,
  WORK,
} from './casualty-words.ts';
import { isMasdar, isPrepositional, NAME_PARTS } from './speaker-limits.ts';
import {
  COMPLEMENTIZERS,
  isDefiniteAt,
  isGivenName,
  isInstitution,
  isNisba,
  isPlaceWord,
  ORGANISATIONS_TRIE,
  STOPS,
  TIMES,
} from './speaker-words.ts';
import { readWithout } from './subject-before.ts';

/** Words of a group behind its noun: «أفراد قوات الأمن», «عناصر تنظيم القاعدة في بلاد …» no more. */
const LONGEST = 5;
/** Adjectives and names behind what a noun is of: «قوات الأمن المركزي المصرية». */
const MOST_DEFINITE = 3;
/** Tokens of a name in marks: «أعضاء "بوكو حرام"». */
const LONGEST_NAME = 6;

/** «عناصر», «مقاتلي», «كتائب»: say little without what is behind them. */
export const waits = (text: string) =>
  !/^[وفبل]?(?:ال|لل)/.test(text) &&
  (NEED_COMPLEMENT.has(text) || NEED_COMPLEMENT.has(bareWord(text)) || isNamed(text));

/** «عناصر تنظيم داعش»: what is behind the body is its name. */
const isNamed = (text: string) =>
  /^(?:تنظيم|جماعة|حركة|حزب|ميليشيا|مليشيا|كتيبة|كتائب|لواء|الوية|فصيل|فصائل|فيلق|شركة|قبيلة|جبهة|وحدات|وحدة|شعبة|سرايا)$/.test(
    text,
  );

/** «قوات المخلوع صالح», «حراس الرئيس سامي نصر» */
export const BEFORE_A_NAME = /^ال(?:رئيس|زعيم|مخلوع|سابق|راحل|جنرال|مشير|فريق|لواء|عقيد)$/;
const isNamePart = (tokens: readonly Token[], at: number) => {
  const text = tokens[at]?.text ?? '';
  // «لاعبي الفريق صباح اليوم»
  if (TIMES.has(text) && isDefiniteAt(tokens, at + 1)) return false;
  return isGivenName(text) || NAME_PARTS.has(text) || tokens[at - 1]?.text === 'عبد';
};

/** Where a noun at token `at` ends with what it is of; `head`: the noun without what is written on it. */
export function phraseEnd(tokens: readonly Token[], at: number, head = tokens[at]?.text ?? ''): number {
  const isConstruct = waits(head);
  const known = ORGANISATIONS_TRIE.longestAt(
    tokens,
    at,
    head === tokens[at]?.text ? undefined : 'conjunction',
  );
  /** A noun that still waits for what it is of. */
  let open = isConstruct && !known;
  let i = known ? known.to : at + 1;
  if (BEFORE_A_NAME.test(head)) while (isNamePart(tokens, i)) i++;
  let definite = 0;
  for (const limit = i + LONGEST; i < limit; ) {
    const marked = open ? markedEnd(tokens, i) : null;
    if (marked !== null) return marked;
    const token = tokens[i];
    // «المهاجرين غير النظاميين»
    if (!open && token?.text === 'غير' && isDefiniteAt(tokens, i - 1) && isDefiniteAt(tokens, i + 1)) {
      i += 2;
      definite++;
      continue;
    }
    const ofVictims = i === at + 1 && areKin(tokens[at]) && isDefiniteAt(tokens, i);
    if (token?.kind !== 'word' || (ends(token) && !ofVictims && !isGeneral(tokens, i))) break;
    // «نساء تقل أعمارهن عن 25 عاما»
    if (/^[يت].{2}/.test(token.text) && /.{3}(?:هم|هن)$/.test(tokens[i + 1]?.text ?? '')) break;
    const { text } = token;
    const name = open ? ORGANISATIONS_TRIE.longestAt(tokens, i) : null;
    if (name) {
      i = name.to;
      open = false;
      continue;
    }
    const isDefinite = /^ال/.test(text);
    // «طفلا» in the accusative takes no complement.
    if (!open && (!isDefinite || definite >= MOST_DEFINITE)) break;
    // «عبر 900 لاجئ الحدود»
    if (!open && !BODIES.has(head) && LEFT_BEHIND.has(text)) break;
    // «أدخل عشرات العمال المستشفى»
    if (!open && /^ال/.test(tokens[i - 1]?.text ?? '') && FRAME_PLACES.has(text)) break;
    if (!isConstruct && !known && /^(?!ال).*(?:ا|ان)$/.test(head)) break;
    // «ستة متهمين الحبس»: with its «ن» it has no complement; «مساجين» are many of another kind.
    if (!open && !known && isDefinite && /^(?!ال|مساجين|مجانين).{3,}(?:[^اي]ين|ون)$/.test(head)) break;
    if (open && /[^ا]ا$/.test(head) && !isDefinite && !isPeopleWord(text) && !isInstitution(text)) break;
    if (!open) definite++;
    open = open && (waits(text) || (isInstitution(text) && !isDefinite));
    i++;
    if (BEFORE_A_NAME.test(text)) while (isNamePart(tokens, i)) i++;
  }
  return pastAllegiance(tokens, i);
}

const isGone = tokenLike(/^ال(?:ماض[يى]|جار[يى]|حال[يى]|مقبل|منصرم|فائت|فارط)$/);

/** «الأمن العام», and not «الأمن العام الماضي». */
const isGeneral = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'العام' &&
  /^ال(?:امن|جيش|حرس)$/.test(tokens[at - 1]?.text ?? '') &&
  !isGone(tokens[at + 1]) &&
  tokens[at + 1]?.kind !== 'number';

/** «ذوي المعتقلين», «أهالي القتلى» */
const areKin = tokenLike(/^[وبل]?(?:ذوي|ذوو|اهالي|اقارب|عائلات|اسر)$/);

/** Whether a word is none of a group. */
function ends({ text, form }: Token): boolean {
  return (
    // «فارق ستة ركاب الحياة»: what they lost is none of theirs.
    ENDS_OF_LIFE.has(text) ||
    STOPS.has(text) ||
    // «الزوار المتجهين إلى المدينة»: where they were on their way to.
    /^ال(?:متجه|متوجه|مشارك)(?:ين|ون)$/.test(text) ||
    COMPLEMENTIZERS.has(text) ||
    TIMES.has(text) ||
    PLURAL_VERBS.has(text) ||
    FRAME_VERBS.has(text) ||
    VICTIMS.has(text) ||
    VICTIMS.get(text.replace(/^ال/, ''))?.number === 'many' ||
    mayBeginNumber(form) ||
    endsGroup(form) ||
    // «عناصر بالمدينة», but «جنود بالجيش»
    (/^بال(?!غ|ون).{2}/.test(text) && !BODIES.has(text.slice(3))) ||
    isMeans(text, form) ||
    isHow(text) ||
    // «عمال بانهيار سقف», «جنود بارتجاج», but «عمال بناء».
    (/^ب.{3}/.test(text) &&
      (EVENTS.has(text.slice(1)) || EVENTS.has(`ال${text.slice(1)}`) || isMasdar(text.slice(1)))) ||
    // «أطفال أصغرهم في شهره السادس»
    /^(?:اصغر|اكبر|معظم|اغلب|غالبيت|جميع|كل|اعمار|بعض)(?:هم|هن|هما)$/.test(text) ||
    // «رجال أدينوا», «عمال لقوا»
    /.{3}وا$|^(?:لق|قض|فر|نج)وا$/.test(text) ||
    // «نساء يعملن», «عمال يستقلون»: what they do; «يمنيون» are a people.
    (/^ي.{3,}(?:ون|ن)$/.test(text) && !isNisba(text) && !isPeopleWord(text)) ||
    // «رجلا قال …», «عنصرا هددوا»: what they did; «أفراد أسرتها» are hers.
    (speechWord(text)?.form === 'verb' && !/^اسرت(?:ه|ها|هم)$/.test(text)) ||
    VERBS.has(text)
  );
}

const KILLS_BY =
  /^ب(?:مسي?ير[ةه]|طائر[ةه]|طائرات|طيران|صاروخ|صواريخ|قذيف[ةه]|قذائف|قنبل[ةه]|قنابل|لغم|الغام|شظي[ةه]|شظايا|سلاح|اسلح[ةه]|سكين|سكاكين|عبو[ةه]|عبوات|سيار[ةه]|شاحن[ةه]|حافل[ةه]|صاعق[ةه]|كهرباء|غاز|دهس|طعن|ضرب[ةه]|ضربات|اعير[ةه]|طلق|طلقات|حزام|مفخخ[ةه]|مدفعي[ةه]|كوليرا|سوق|سجن|منجم|شرق|غرب|وسط|شمال|جنوب)$/;

/** «جنود بعبوة ناسفة», «أطفال لعدم وجود دواء»: by what or why; «جنود بحرية», «سكان بغداد», «عناصر لواء» are theirs. */
const isMeans = (text: string, form: Form): boolean =>
  KILLS_BY.test(text) ||
  (/^(?:ب(?!ال)|ل(?!ل)).{3}|^لل.{2}/.test(text) &&
    (text[0] === 'ل' || text.length > 4) &&
    isPrepositional(form) &&
    !isPlaceWord(text) &&
    !isInstitution(text) &&
    !FORCES.has(text) &&
    !WORK.has(text) &&
    !BODIES.has(text));

const HOW =
  /^(?:متاثر(?:ين|ا|ون|ات)|دفع[ةه]|ابتداء|من(?:هم|هن|ها)|برتب[ةه]?|تقريبا|تحديدا|حاليا|قنصا|قصفا|ل(?:عدم|نقص|سبب))$/;

/** «أطفال تعذيبا», «جنود دفعة واحدة»: how; a noun that another is of has no ending of its own. */
const isHow = (text: string): boolean =>
  HOW.test(text) ||
  (/[^اي]ا$/.test(text) && isMasdar(text.slice(0, -1)) && !isPlaceWord(text) && !isPeopleWord(text));

const endsGroup = testOfForm(({ text }) =>
  /^(?:في|فى|من|فقط|اخر|اخرى|اخرون|اخرين|اخريات|اثر|جراء|خلال|بينهم|داخل|ال|البالغ|محاصرين|محاصرون|عالقين|عالقون|و(?!حد[اة]|زار|كال).*|(?:فضل|علاو[ةه]|اضاف[ةه])ا?|ل(?:ل)?(?:جروح|جراح|حروق|كسور|رضوض|كدمات|طعنات|طعن|اختناق|تسمم|خطف|اختطاف|اعتقال|اصاب[ةه]|اصابات|اعتداء|اشتباه|(?:اتهام|تورط).{0,3})|(?:اختناق|غرق|حرق|ذبح|دهس|شنق|خنق|صعق|رمي|رجم|جوع|عطش|برد|تجمد|طعن|هرب|فرار|خوف|جميع|مع|ايض|حت)ا|ب(?:رصاص|جروح|جراح|حروق|اصابات|نيران|انفجار|غارة|قصف|طلق|عيارات|هجوم).*|ب(?:ولاي|محافظ|مدين|منطق|بلد|قري|ناحي|مديري|ضاحي|عاصم|تهم|شبه)[ةه]|ب(?:حي|اقليم|دائر[ةه]|دوار|ريف|ضواحي|شارع|طريق|موجب|امر|قرار|دعوى|ذريع[ةه]|سبب|يد|ايدي))$/.test(
    text,
  ),
);

/** «(داعش)», «"بوكو حرام"»: where a name in marks that begins at token `at` ends; null where none does. */
export function markedEnd(tokens: readonly Token[], at: number): number | null {
  const [mark, first] = [tokens[at], tokens[at + 1]];
  // «عنصرا"، وأضاف "…"»: a mark that closes.
  const isOpen = mark?.kind === 'mark' && mark.end === first?.start && mark.start !== tokens[at - 1]?.end;
  if (!isOpen) return null;
  if (mark.text === '(') return tokens[at + 2]?.text === ')' ? at + 3 : null;
  const close = closeOf(tokens, at, at + LONGEST_NAME);
  return close === null ? null : close + 1;
}

/** «القوات الموالية للرئيس …», «المسلحين التابعين لها»: with those to whom they are loyal. */
export function pastAllegiance(tokens: readonly Token[], at: number): number {
  if (!/^(?:ال)?(?:موال|تابع|مؤيد|مساند)(?:ي?[ةه]|ين|ون)$/.test(tokens[at - 1]?.text ?? '')) return at;
  const { kind, text = '' } = tokens[at] ?? {};
  if (kind !== 'word' || !/^ل.{2}/.test(text)) return at;
  const whom = readWithout(tokens, at, at + LONGEST, 'ل');
  return whom?.from === at ? whom.to : at + 1;
}
