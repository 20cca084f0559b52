import NAMING from '#arabic/data/naming-cues.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { isComma, isDash, seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import {
  COMPLEMENTIZERS,
  isGivenName,
  placeEnd,
  QUOTE_OPENERS,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

const NAMING_NOUNS = new Set(NAMING.nouns.map(fold));
/** By their last word as it may stand: what may be written on the first word of a phrase is on a single one. */
const NAMING_PHRASES = new Map<string, string[][]>();
for (const phrase of NAMING.phrases.map((written) => fold(written).split(' ')))
  for (const clitic of phrase.length === 1 ? ['', 'و', 'ل', 'ب'] : ['']) {
    const last = clitic + phrase.at(-1);
    NAMING_PHRASES.set(last, [...(NAMING_PHRASES.get(last) ?? []), phrase]);
  }

/** What stands directly before a quotation's opening mark (token `open`): `naming` «بعنوان», `named` «رواية». */
export type Lead =
  | 'colon'
  | 'complementizer'
  | 'naming'
  | 'named'
  | 'preposition'
  | 'quotation'
  | 'line'
  | 'item'
  | 'stop'
  | 'other';

/** A sign that begins a line of a list. */
function isBullet(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const begins = !before || before.kind === 'break';
  return (
    begins && (token?.kind === 'number' || (token?.kind === 'mark' && !/^["«»“”'().:،,؟!]$/.test(token.text)))
  );
}

/** The colon before a quotation, perhaps at the end of the line above; where there is none, the mark itself. */
export function colonBefore(tokens: readonly Token[], open: number): number {
  let at = open - 1;
  if (isBullet(tokens, at)) at--;
  const above = tokens[at]?.kind === 'break';
  if (above) at--;
  return tokens[at]?.text === ':' && !(above && isByline(tokens, at)) ? at : open;
}

const LONGEST_BYLINE = 8;
/** A byline stands under the headline, and not further down. */
const LONGEST_HEADLINE = 40;
const isWriting = tokenLike(/^(?:كتب|كتبت|تقرير|تحقيق|متابعة|تغطية|اعداد|اعد|اعدت|اعدها|حوار)$/);

/** «الرباط – سلمى منصور:», «كتبت سلمى منصور:» on a line of its own: who wrote the article. */
function isByline(tokens: readonly Token[], colon: number): boolean {
  let from = colon;
  while (from > 0 && colon - from < LONGEST_BYLINE && tokens[from - 1]?.kind !== 'break') from--;
  if (from > LONGEST_HEADLINE || tokens[from - 1]?.kind !== 'break') return false;
  const writing = isWriting(tokens[from]);
  const first = tokens[from]?.text ?? '';
  if (!writing && (isGivenName(first) || TITLES_TRIE.get(first) !== undefined)) return false;
  const dash = writing ? from + 1 : Math.max(placeEnd(tokens, from), from + 1);
  const name = isDash(tokens[dash]) ? dash + 1 : writing ? dash : colon;
  return isGivenName(tokens[name]?.text ?? '');
}

export function leadOf(tokens: readonly Token[], open: number): Lead {
  let before = open - 1;
  while (isComma(tokens[before])) before--;
  const comma = before < open - 1;
  const item = isBullet(tokens, before);
  if (item) before--;
  const token = tokens[before];
  if (token?.kind === 'break' && tokens[before - 1]?.text === ':')
    return isByline(tokens, before - 1) ? 'line' : 'colon';
  if (!token || token.kind === 'break') return item ? 'item' : 'line';
  if (token.text === ':') return 'colon';
  if (token.text === '.' || token.text === '؟' || token.text === '!') return 'stop';
  if (token.kind === 'mark' && /["»”]/.test(token.text)) return 'quotation';
  if (isNaming(tokens, before)) return 'naming';
  if (COMPLEMENTIZERS.has(token.text) || endsOpener(tokens, before)) return 'complementizer';
  if (token.text === 'باسم' || token.text === 'بلسان') return 'naming';
  if (/^(ب|ل|عن|من|ك|الى|على)$/.test(token.text)) return 'preposition';
  // «أمام مشرحة المدينة، "ولم يعطونا …"»: what stands behind a comma is no name of the noun.
  if (endsAudience(tokens, before)) return 'complementizer';
  if (comma) return 'other';
  // «قال لنا عبر الهاتف "…"»: a telephone with its article is no make.
  if (token.text === 'الهاتف') return 'other';
  // «أعلنت رئيسة "اتحاد الكتاب" أن»
  // «طالبا عدم ذكر اسمه "…"»: withheld, and nobody is named.
  if (withholds(tokens[before - 1]) && isIdentity(token)) return 'other';
  const office = TITLES_TRIE.get(token.text)?.needsComplement === true;
  return office || isNamingNoun(token.text) || isDescribedWork(tokens, before) ? 'named' : 'other';
}

/** «فيلمه الجديد "…"», «الحملة الوطنية "…"»: an adjective between what has a name and the name. */
export function isDescribedWork(tokens: readonly Token[], last: number): boolean {
  const [noun, adjective] = [tokens[last - 1]?.text ?? '', tokens[last]?.text ?? ''];
  return isAdjective(adjective) && isWork(tokens[last - 1]) && /^[وفبكل]*(?:ال|ل)|(?:ه|ها|هم)$/.test(noun);
}

const isAdjective = rememberWords((word: string) =>
  /^ال(?:.{3,}ي[ةه]?|جديد[ةه]?|اخير[ةه]?|شهير[ةه]?|اول[ىي]?|ثاني[ةه]?|ثالث[ةه]?|قصير[ةه]?|طويل[ةه]?|سابق[ةه]?|مقبل[ةه]?|قادم[ةه]?|معروف[ةه]?|صادر[ةه]?|ناجح[ةه]?)$/.test(
    word,
  ),
);

/** «فيلمه "…"», «الرواية "…"», «مبادرتها "…"»: what has a title, however long, and where nobody speaks. */
export const isWork = tokenLike(
  /^[وفبكل]?(?:ال|ل)?(?:فيلم|كتاب|رواي|اغني|مسرحي|قصيد|ديوان|مقال|مسلسل|لوح|البوم|وثائقي|كليب|برنامج|بحث|دراس|مذكرات|يوميات|محاضر|نشيد|انشود|سلسل|بودكاست|مبادر|حمل|مشروع)[ةته]?(?:ه|ها|هم)?$/,
);

/** «رواية», «والفيلم», «بحملتها», «فيلمه». */
const isNamingNoun = rememberWords((word: string) =>
  [word, word.replace(/^[وفبلك](?=.{4})/, '')].some((noun) => {
    const bare = withoutArticle(noun);
    return (
      NAMING_NOUNS.has(noun) ||
      NAMING_NOUNS.has(bare) ||
      NAMING_NOUNS.has(bare.replace(/(ها|هم|ه)$/, '')) ||
      // «مبادرتها»
      NAMING_NOUNS.has(bare.replace(/ت(?:ها|هم|ه)$/, 'ة'))
    );
  }),
);

function endsOpener(tokens: readonly Token[], last: number): boolean {
  for (let from = last; from > last - 2 && from >= 0; from--) {
    const match = QUOTE_OPENERS.longestAt(tokens, from);
    if (match && match.to === last + 1) return true;
  }
  return false;
}

const isSaying = tokenLike(/^(?:بالقول|بقوله|بقولها|بقولهم|قائلا|قائلة|قائلين)$/);

/** «بالقول إلى الصحافيين الحاضرين "…"»: to whom, between «بالقول» and the mark. */
function endsAudience(tokens: readonly Token[], last: number): boolean {
  for (let i = last - 1; i > last - 5 && i >= 0; i--) {
    if (!isSaying(tokens[i])) continue;
    const next = tokens[i + 1]?.text ?? '';
    return /^(الى|امام|في|عن|ردا|عبر|خلال|بعد|عقب)$/.test(next) || /^لل?.{3,}/.test(next);
  }
  return false;
}

/** «ما سماه», «المعروف باسم»: the phrase ends right before the mark, its «ب» perhaps written on its own. */
function isNaming(tokens: readonly Token[], last: number): boolean {
  return (NAMING_PHRASES.get(tokens[last]?.text ?? '') ?? []).some((phrase) => {
    const from = last - phrase.length + 1;
    // «طلب عدم كشف اسمه، "…"»: withheld, and nobody is named.
    if (phrase.length === 1 && /^اسم/.test(phrase[0] ?? '') && withholds(tokens[from - 1])) return false;
    return from >= 0 && phrase.every((word, i) => sameWord(tokens[from + i]?.text ?? '', word, i === 0));
  });
}

const isIdentity = seldomLike(/^(?:اسم|اسماء|هوي|هويات|صف|لقب)ت?(?:ه|ها|هم)?$|^اسمائ/);
const withholds = tokenLike(/^ب?(?:عن|ذكر|كشف|نشر|اعلان|افصاح|ايراد)$/);

function sameWord(text: string, wanted: string, isFirst: boolean): boolean {
  return (
    text === wanted || (isFirst && (text === `و${wanted}` || text === `ل${wanted}` || text === `ب${wanted}`))
  );
}

/** «"…"، تحكي نعيمة» */
export function followsQuotation(tokens: readonly Token[], at: number): boolean {
  return isComma(tokens[at - 1]) && /^[»”"›}’❞]$/.test(tokens[at - 2]?.text ?? '');
}
