import { testOfForm } from '#arabic/forms.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { beginsLine } from './begins-line.ts';
import { beginsCircumstance } from './casualty-circumstance.ts';
import { caseOf, exactly, isOneOfMore, isOneWord } from './casualty-counted.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { isCause, isDenied, isFalling } from './casualty-unnumbered.ts';
import { lookUp, VICTIMS } from './casualty-words.ts';
import { isIn } from './speaker-words.ts';

const isMore = seldomLike(/^(?:ثان|ثالث|رابع|خامس|اخر|جديد|مدني|.{2,}ي)[ةه]?$/);
const isHow = seldomLike(/^(?:متاثر[اةه]|فجرا|صباحا|مساء|ليلا|غرقا|حرقا|دهسا|اختناقا)$/);

/** «بإطلاق نار», «متأثرا بجراحه», «فلسطيني برصاص»: whether the words at `i` say how it came, nothing but an adjective before. */
function isCausedAt(tokens: readonly Token[], i: number, first: number): boolean {
  if (i > first && !isMore(tokens[first])) return false;
  // «قتيل ثان في المواجهات»
  const isAnother = i > first && /^(?:ثان|ثالث|رابع|خامس|اخر|جديد)[ةه]?$/.test(tokens[first]?.text ?? '');
  const cause = tokens[i];
  return isHow(cause) || (isCause(cause) && (!isIn(cause) || isAnother || isEvent(tokens[i + 1])));
}

const ONE_VICTIM = /^(?:قتيل|شهيد|جريح)[ةه]?$/;
const isVictim = tokenLike(ONE_VICTIM);

const isBody = seldomLike(/^و?جث(?:[ةه]|مان)$/);
const finds = seldomLike(
  /^[وفبل]?(?:ال)?(?:عثور|عثر|عثرت|عثروا|انتشال|انتشلت?|[يت]نتشل|انتشلوا|اكتشاف|اكتشفت?|ظهور|ظهرت|[يت]لفظ|لفظ)$/,
);
const isUnknown = seldomLike(
  /^(?:مجهول|متحلل|متفحم|متعفن|هامد|عائم|مقطوع|ملقا|مشوه|محترق|اخر|جديد|ثاني|ثالث|رابع|خامس)[ةه]?$|^اخرى$/,
);

/** «العثور على جثة مجهولة الهوية», «انتشلت الفرق جثة من النهر»: one body, and nobody is named. */
function oneBody(tokens: readonly Token[], at: number): Count | null {
  if (!isBody(tokens[at])) return null;
  const verb = /^عل[ىي]$/.test(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1;
  if (![0, 1, 2, 3].some((k) => finds(tokens[verb - k]))) return null;
  const next = tokens[at + 1];
  // «انتشال جثة شهيد»
  const isDead = VICTIMS.get(next?.text ?? '')?.kind === 'killed';
  if (isDead && !isName(tokens[at + 2]))
    return exactly(1, { from: at, to: at + 2, counted: { is: 'victims', kind: 'killed', at } });
  if (next?.kind === 'word' && !isUnknown(next) && !endsBody(next)) return null;
  return exactly(1, { from: at, to: at + 1, counted: { is: 'victims', kind: 'killed', at } });
}

const isName = (token: Token | undefined) => token?.kind === 'word' && !endsBody(token);
const endsBody = seldomLike(/^(?:في|فى|من|على|قرب|داخل|تحت|وسط|قبال[ةه]|طاف[يةه]{1,2}|بعد|ب.{3,}|و.{3,})$/);

/** «أدت إلى سقوط شهيد وإصابة شخصين», «أسفرت عن قتيل»: one, and what told of him stands right before. */
function oneFallen(tokens: readonly Token[], at: number): Count | null {
  const kind = isVictim(tokens[at]) ? VICTIMS.get(tokens[at]?.text ?? '')?.kind : undefined;
  if (!kind || !isFalling(tokens, at) || isDenied(tokens, at)) return null;
  // «سقوط شهيد الواجب سامي نصر», «سقوط شهيدي»: who is named.
  const next = tokens[at + 1];
  if (next?.kind === 'word' && !beginsCircumstance(next)) return null;
  return exactly(1, { from: at, to: at + 1, counted: { is: 'victims', kind, at } });
}

const isEvent = seldomLike(
  /^(?:ال)?(?:انفجار|قصف|غار[ةه]|هجوم|حادث|حادث[ةه]|انهيار|تفجير|اشتباك|اشتباكات|شجار|مشاجر[ةه]|حريق|تصادم|انقلاب|اعتداء|كمين|اطلاق|تدهور|سقوط)$/,
);

/** «قتيل بإطلاق نار», «شهيد وجريحة في قصف»: one, with whom a headline begins; «جريح في المشفى يروي» tells of somebody. */
function oneInHeadline(tokens: readonly Token[], at: number): Count | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!isVictim(token) || next?.kind !== 'word' || !beginsLine(tokens, at)) return null;
  const joined = /^و(.{3,})$/.exec(next.text)?.[1] ?? '';
  const isCaused = [at + 1, at + 2].some((i) => isCausedAt(tokens, i, at + 1));
  if (!isCaused && !ONE_VICTIM.test(joined)) return null;
  const kind = VICTIMS.get(token?.text ?? '')?.kind;
  return kind ? exactly(1, { from: at, to: at + 1, counted: { is: 'victims', kind, at } }) : null;
}

/** «قتيل وجريحان», «ثلاثة قتلى وجريح»: one victim beside others. */
export function oneVictimAt(tokens: readonly Token[], at: number): Count | null {
  const token = tokens[at];
  if (!token || !isOneVictim(token.form)) return null;
  if (/حال[ةه]$/.test(token.text)) return oneCaseAt(tokens, at);
  const single =
    oneOnly(tokens, at) ??
    oneHurtSo(tokens, at) ??
    oneFallen(tokens, at) ??
    oneInHeadline(tokens, at) ??
    oneBody(tokens, at);
  if (single) return single;
  const word = token.text;
  // «خمسة قتلى وإصابة 12 شخصا»: what befell those who are counted behind.
  if (/(?:اصاب|وفا)[ةه]$/.test(word) && !endsThere(tokens, at + 1)) return null;
  // «وفاة» has a «و» of its own.
  const isApart = tokens[at - 1]?.text === 'و';
  const conjoined = isApart || (word.startsWith('و') && !VICTIMS.has(word));
  const kind = VICTIMS.get(conjoined && !isApart ? word.slice(1) : word)?.kind;
  const beside = conjoined ? tokens[isApart ? at - 2 : at - 1] : tokens[at + 1];
  const other = VICTIMS.get((beside?.text ?? '').replace(/^و(?=.{4})/, ''));
  const counted =
    !conjoined &&
    /^و/.test(beside?.text ?? '') &&
    readCount(tokens, beside?.text === 'و' ? at + 2 : at + 1)?.counted.is === 'victims';
  const joins = conjoined
    ? other?.number === 'many' ||
      other?.number === 'two' ||
      oneFallen(tokens, at - 1) !== null ||
      isOneMoreThere(tokens, at) ||
      oneInHeadline(tokens, at - 1) !== null
    : counted || other?.number === 'two';
  if (!kind || !joins || (other && other.kind === kind)) return null;
  return exactly(1, { from: at, to: at + 1, counted: { is: 'victims', kind, at }, conjoined });
}

/** Words between the victims of one place and the one of the next. */
const NEXT_PLACE = 12;

/** «شهيدان في غارة على الجبل وشهيد في السهل»: one more, elsewhere. */
function isOneMoreThere(tokens: readonly Token[], at: number): boolean {
  // «بين قتيل وجريح», «سبع حالات وفاة وإصابة»: how many of each nobody says.
  if (!isIn(tokens[at + 1]) && tokens[at + 1]?.text !== 'من') return false;
  if (lookUp(VICTIMS, tokens[at - 1]?.text ?? '')) return false;
  for (let i = at - 1; i > at - NEXT_PLACE && i >= 0; i--) {
    const { kind, text } = tokens[i] as Token;
    if (kind === 'break' || text === '.') return false;
    if (lookUp(VICTIMS, text)) return true;
  }
  return false;
}

/** «وفاة في حادث», «وفاة و3 إصابات» */
const endsThere = (tokens: readonly Token[], at: number) =>
  tokens[at]?.kind !== 'number' &&
  (tokens[at]?.kind !== 'word' ||
    (tokens[at]?.text === 'و' && tokens[at + 1]?.kind === 'number') ||
    isCause(tokens[at]) ||
    /^و.{3}/.test(tokens[at]?.text ?? ''));

/** «خمس إصابات وحالة وفاة», «تسجيل حالة وفاة». */
function oneCaseAt(tokens: readonly Token[], at: number): Count | null {
  const kind = isSoBad(tokens[at + 1]) ? 'injured' : caseOf(tokens[at + 1]?.text ?? '');
  const before = tokens[at - 1]?.text ?? '';
  const conjoined = tokens[at]?.text.startsWith('و') === true;
  const opens = beginsLine(tokens, at);
  const behind = tokens[at + 2];
  const isTold = conjoined
    ? VICTIMS.has(before)
    : comesOf(tokens, at) ||
      (opens &&
        behind !== undefined &&
        (isCause(behind) || VICTIMS.has(behind.text.replace(/^و(?=.{4})/, '')))) ||
      /^(?:تسجيل|سجلت?|تسجل|رصد|رصدت|وقوع|وجود)$/.test(before) ||
      /^واحد[ةه]$/.test(tokens[at + 2]?.text ?? '');
  // «حالة احتجاز لراكب»: stuck in a car.
  if (!isTold || (kind !== 'killed' && kind !== 'injured')) return null;
  // «حالة حرجة» alone is an ill one, too.
  if (isSoBad(tokens[at + 1]) && !conjoined) return null;
  const counted = { is: 'victims', kind, at: at + 1 } as const;
  return exactly(1, { from: at, to: at + 2, counted, conjoined });
}

const isSoBad = seldomLike(/^(?:خطير|خطر|حرج|بليغ|بالغ|متوسط|طفيف|بسيط)[ةه]$/);
const brings = seldomLike(/^[وف]?(?:نتجت?|[يت]نتج|نجمت?|[يت]نجم|اسفرت?|خلفت?|تبين|اتضح|وجدت?|رصدت?|سجلت?)$/);
/** Words of what it was and where, before what it led to. */
const CAUSE = 6;

/** «نتج عن التصادم إصابة …», «وجدت الفرقة حالة وفاة»: whether that which led to it stands before. */
function comesOf(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - CAUSE && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || lookUp(VICTIMS, token.text)) return false;
    if (brings(token)) return !isDenied(tokens, at);
  }
  return false;
}

/** «نتج عنه إصابة متوسطة وإصابة خطيرة», «وفاة وإصابة أخرى»: one who was hurt, and how badly. */
function oneHurtSo(tokens: readonly Token[], at: number): Count | null {
  const { text = '' } = tokens[at] ?? {};
  if (!/^و?اصاب[ةه]$/.test(text)) return null;
  const next = tokens[at + 1];
  const conjoined = text[0] === 'و';
  const isOneMore = [1, 2, 3].some((k) => lookUp(VICTIMS, tokens[at - k]?.text ?? '')?.number === 'one');
  const isTold = comesOf(tokens, at) || (conjoined && (isSoBad(tokens[at - 1]) || isOneMore));
  const isOther = conjoined && next?.text === 'اخرى';
  if (!isTold || !(isSoBad(next) || isOther)) return null;
  const counted = { is: 'victims', kind: 'injured', at } as const;
  return exactly(1, { from: at, to: at + 2, counted, conjoined });
}

/** «قتيل واحد», «إصابة واحدة»: one, and it is said. */
function oneOnly(tokens: readonly Token[], at: number): Count | null {
  if (!isOneWord(tokens[at + 1]) || isOneOfMore(tokens, at + 1) || isDenied(tokens, at)) return null;
  const kind = lookUp(VICTIMS, tokens[at]?.text ?? '')?.kind;
  if (!kind) return null;
  const counted = { is: 'victims', kind, at } as const;
  const conjoined = tokens[at]?.text.startsWith('و') === true;
  return exactly(1, { from: at, to: at + 2, counted, conjoined });
}

/** Whether a single victim may stand at a form. */
export const isOneVictim = testOfForm(({ text }) =>
  /^و?(?:قتيل[اةه]?|شهيد[اةه]?|جريح[اةه]?|جث[ةه]|جثمان|اصاب[ةه]|وفا[ةه]|حال[ةه])$/.test(text),
);
