import { testOfForm } from '#arabic/forms.ts';
import { speechWord } from '#arabic/speech.ts';
import { seldomLike, tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import { placeRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

/** Words between «بحسب» and where a source has its seat. */
const SOURCE = 8;
/** Words between who speaks for a body and where he does. */
const ENVOY_REACH = 10;
const isPress = tokenLike(/^(?:ال|لل?)?(?:صحفيين|صحافيين|صحفي|صحافي|موتمر|مءتمر)$/);
const isSeat = tokenLike(/^(?:م?قر|مقار)(?:ها|ه|هم)?$|^(?:ال)?مقر$/);

/** «من مقرها في الناقورة»: where a body sits. */
export const isSeatOf = ({ from, before }: LocatedMention, tokens: readonly PlaceToken[]) =>
  // «رأس في مقر الإمارة بكذا اجتماعا»: something happens there.
  before.locative && isSeat(tokens[from - 2]) && tokens[from - 3]?.text !== 'في';

const isAccording = tokenLike(/^[وفل]?(?:بحسب|حسب|حسبما|وفق|وفقا|طبقا|نقلا)$/);

/** «بحسب منظمة الصحة العالمية في جنيف», «قالت للصحافيين في جنيف» */
export function isOfSource({ from, before }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (!before.locative) return false;
  if (isToldToPress(from, tokens)) return true;
  for (let i = from - 1; i > from - SOURCE && i >= 0; i--) {
    const token = tokens[i] as PlaceToken;
    if (token.kind !== 'word') return false;
    if (isAccording(token)) return true;
  }
  return false;
}

const isToldToPress = (from: number, tokens: readonly PlaceToken[]) =>
  [2, 3].some((k) => isPress(tokens[from - k]));

/** Words between who speaks and where his office is. */
const OFFICE_REACH = 11;
const isHead = tokenLike(
  /^(?:ال)?(?:رءيس|رييس|رءيسه|رييسه|مدير|مديره|خبير|خبيره|باحث|باحثه|استاذ|استاذه|عضو)$/,
);

const isEnvoy = tokenLike(
  /^[وفل]?(?:ال)?(?:ممثل|ممثله|ممثلو|ممثلي|منسق|منسقه|مبعوث|مبعوثه|سفير|سفيره|مندوب|مندوبه|مكتب|بعثه|مرصد|معهد|رءيسه|متحدثا|متحدثه|مراسل|مراسلنا)$/,
);
const isSaid = testOfForm(
  ({ kind, text }) => kind === 'word' && (speechWord(text)?.form === 'verb' || SHOWS.test(text)),
);
/** Who speaks in a town, and what tells from another country. */
const isSpokesman = seldomLike(/^[وفل]?(?:ال)?(?:متحدث|ناطق)$/);
const isObserver = seldomLike(/^(?:ال)?(?:نظام|مركز|هيءه|هييه|مصلحه)$/);
const SHOWS = /^[وف]?(?:اظهر|اظهرت|سجل|سجلت|رصد|رصدت)$/;
const THAT = /^(?:ان|انه|انها|بان|بانه|بانها|انهم|:)$/;

/** «قال ممثل اليونيسف في كذا إن», «متحدثا للصحافيين في كذا»: where somebody of a body speaks. */
export function isSpokenAt(
  { from, to, before, type }: LocatedMention,
  tokens: readonly PlaceToken[],
  home: boolean,
): boolean {
  if (!before.locative) return false;
  if (isToldToPress(from, tokens) || (!home && isSaidFrom(from, to, tokens))) return true;
  // «أكدت الحركة في كذا في بيان أن»
  const inWriting =
    tokens[to]?.text === 'في' && /^(?:بيان|تصريح|تصريحات|رساله)$/.test(tokens[to + 1]?.text ?? '');
  // «قال رئيس لجنة الطيران في كذا»: whose office is abroad.
  const abroad = !home && tokens[from - 1]?.text === 'في';
  if (!inWriting && !abroad && !THAT.test(tokens[to]?.text ?? '')) return false;
  let envoy = inWriting;
  for (let i = from - 1; i > from - (abroad ? OFFICE_REACH : ENVOY_REACH) && i >= 0; i--) {
    const token = tokens[i] as PlaceToken;
    // «قال فلان، المتحدث باسم الشرطة في كذا:»
    if (envoy && token.text === '،') continue;
    if (token.kind !== 'word') return false;
    // «هدد بقتل السفير في كذا»
    if (abroad && placeRules().isEventWord(token.form)) return false;
    envoy ||=
      isEnvoy(token) ||
      (abroad && isHead(token)) ||
      (abroad ? isObserver(token) : type !== 'country' && isSpokesman(token));
    if (envoy && isSaid(token.form)) return true;
  }
  return false;
}

const isVoice = seldomLike(
  /^(?:ال)?(?:متحدث|متحدثه|ناطق|ناطقه|مسوول|مسوولون|وزير|وزاره|خارجيه|مصدر|مصادر|رييس|رءيس|بيت|حكومه|كرملين)$/,
);

/** «وفي واشنطن، أعلن متحدث عسكري أن»: at the beginning of a sentence. */
function isSaidFrom(from: number, to: number, tokens: readonly PlaceToken[]): boolean {
  const before = tokens[from - 2];
  if (tokens[from - 1]?.text !== 'وفي' && tokens[from - 1]?.text !== 'في') return false;
  if (before?.kind === 'word' || before?.kind === 'number') return false;
  const verb = tokens[to]?.text === '،' ? to + 1 : to;
  const said = tokens[verb];
  return said !== undefined && isSaid(said.form) && isVoice(tokens[verb + 1]);
}

const isMinistry = tokenLike(/^[وفبل]?(?:وزاره|رياسه|رءاسه)$/);
const isOfMinistry = tokenLike(/^ال[\u0621-\u064a]{3,}$/);
const isPreceding = tokenLike(
  /^(?:بحسب|حسب|وفق|وفقا|ل|عن|من|ان|و?قالت|و?اعلنت|و?ذكرت|و?اكدت|و?افادت|و?نعته|و?نعتها|و?نعت)$/,
);
const MINISTRY_REACH = 4;

/** «بحسب وزارة الصحة في بيروت»: where a government sits. */
export function isMinistryThere({ from, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if ((type !== 'capital' && type !== 'city') || tokens[from - 1]?.text !== 'في') return false;
  for (let i = from - 2; i >= from - MINISTRY_REACH; i--) {
    if (isMinistry(tokens[i])) return isPreceding(tokens[i - 1]) || tokens[i]?.text.startsWith('ل') === true;
    if (!isOfMinistry(tokens[i])) return false;
  }
  return false;
}
