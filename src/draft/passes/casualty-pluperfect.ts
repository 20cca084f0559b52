import { fold } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import { isGone } from './casualty-days.ts';
import { EARLIER_DID, EARLIER_SAID, EVENTS, lookUp, NOUNS } from './casualty-words.ts';

/** Words between «كانت» and «قد». */
const PLUPERFECT = 14;

/**
 * A word that tells of another time than the article's. A weak one may as well tell the same event again: then its
 * figure is one that the article has elsewhere. `back`: figures before it are meant as well.
 */
export interface PastCue {
  at: number;
  weak: boolean;
  back: boolean;
  /** Whether a word of today behind it brings the sentence back to the present. */
  over: boolean;
  /** Told behind the news, or the news itself: a figure that is larger than one of today is of the former. */
  wide?: boolean;
  /** Told by the sentence before of the event that this one goes on with. */
  goesOn?: boolean;
}

const TOLL = fold('حصيلة');

/** «وكانت الجماعة قد أعلنت»: what a party to the fight claims is not taken back; what it did is long done. */
const saysOfItself = (text: string) =>
  /^(?:ال)?(?:جماع[ةه]|حرك[ةه]|تنظيم|جمعي[ةه]|ميليشيا|مليشيا|فصيل|فصائل|كتائب|متمردون|مسلحون|جبه[ةه])$/.test(
    text,
  );

const isOutcome = tokenLike(/^ال(?:حصيل[ةه]|محصل[ةه]|نتيج[ةه]|نتائج)$/);

/** «وكان أحد ثلاثة قتلوا»: what he was. */
const isOneOf = tokenLike(/^(?:احد|احدى|ضمن|واحد[اةه])$/);
const isAside = tokenLike(/^(حين|عندما|حيث|الذي|التي|الذين|بينما|فيما)$/);
const saidEarlier = (token: Token | undefined) => token?.kind === 'word' && EARLIER_SAID.has(token.text);
const wasEarlier = testOfForm(({ text }) => EARLIER_SAID.has(text) || EARLIER_DID.has(text));

const goesOn = seldomLike(/^[وف]?(?:بينما|عندما|حين|حينما|لما)$/);
const isBefore = seldomLike(/^قد$/);
const isSo = seldomLike(
  /^(?:مركون|متوقف|مزروع|مخبا|مخبئ|موضوع|محمل|متجه|مليئ|مليء|ملغوم|مفخخ|معبا|محشو|متمركز|منتشر|موجود|متواجد|مكتظ|مزدحم|متوجه|عائد|قادم|عالق|نائم)(?:[اةه]|ين|ون|ات)?$/,
);
const goesOnWith = seldomLike(
  /^[يت](?:قل|حمل|نقل|ستقل|ضم|سير|توجه|تجه|بحر|قود|سبح|ستعد|عمل)(?:ون|ان|ها|هم|هما)?$/,
);

/** «وكانت الوزارة قد أعلنت مقتل 11»: what was said or had happened before. */
export function pluperfect(tokens: readonly Token[], at: number): PastCue | null {
  const said = { at, weak: false, back: false, over: false };
  const [next, after] = [tokens[at + 1]?.text ?? '', tokens[at + 2]?.text ?? ''];
  if (/^(من|بين|بينهم|في|هناك|على|علي)$/.test(next)) return null;
  // «بينما كان المصنع يعمل قتل خمسة»: meanwhile.
  const isMeanwhile = goesOn(tokens[at - 1]) && !tokens.slice(at + 1, at + PLUPERFECT).some(isBefore);
  if (isMeanwhile) return null;
  // «كان القارب يقل 120 شخصا»: what it was about.
  if (goesOnWith(tokens[at + 1]) || goesOnWith(tokens[at + 2])) return null;
  // «إن سيارة كانت مركونة قرب السوق انفجرت»: how it stood.
  const isState = isSo(tokens[at + 1]) && !tokens.slice(at + 1, at + PLUPERFECT).some(isBefore);
  if (isState) return null;
  const ofItself = saysOfItself(next);
  if (isItself(tokens, at + 1)) return null;
  // «حتى مساء الأحد كانت الشرطة قد أوقفت 19»
  for (let i = at - 1; i > at - 6 && i >= 0; i--) if (/^و?حتى$/.test(tokens[i]?.text ?? '')) return null;
  // «وكانت الحصيلة مقتل ثلاثة», «وكانت النتائج قتل 20»: what it came to.
  if (isOutcome(tokens[at + 1]) && lookUp(NOUNS, after)) return null;
  if (next === TOLL || next === `ال${TOLL}`) return said;
  if (next.endsWith(TOLL) && /^ال(سابق|اول|اولي)[ةه]?$/.test(after)) return said;
  for (let i = at + 1; i < at + PLUPERFECT; i++) {
    const token = tokens[i];
    // «وكانت وزارة الصحة، أعلنت مقتل 11»: a comma between who and what.
    if (token?.text === '،' && i > at + 1 && saidEarlier(tokens[i + 1])) continue;
    if (!token || token.kind === 'break' || /^[.،؛]$/.test(token.text)) return null;
    if (isOneOf(token)) return null;
    if (isAside(token)) return relativeOf(tokens, i, at);
    // Where it was said or had happened, it may be the same told again.
    // «وكان آخر هجوم قد وقع مطلع الشهر»: surely another than today's.
    if (ofItself && (EARLIER_SAID.has(token.text) || token.text === 'ان')) return null;
    if (token.text === 'قد' && !ofItself) return { ...said, weak: !/^(?:اخر|اخرها)$/.test(next) };
    if (i === at + 1 || next === 'عدد') continue;
    // «كانت تتعقب الخاطفين» goes on.
    if (wasEarlier(token.form) && !/^(?:ي|تت).{3,}/.test(next))
      return { ...said, weak: !isLongGone(tokens, i) };
  }
  return null;
}

/** Words in which a sentence says of which week an event was. */
const DATED = 20;

/** «وكان التفجير قد أسفر عن 53 قتيلا»: the event that the article is about, unless it is dated. */
function isItself(tokens: readonly Token[], at: number): boolean {
  const [event, after] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
  if (!/^ال/.test(event) || !EVENTS.has(event) || /^(?:ال.*|على|في|ضد|قرب|داخل|الذي|التي)$/.test(after))
    return false;
  for (let i = at + 1; i < at + DATED; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') return true;
    if (isGone(token.form) || /^(?:عام|العام)$/.test(token.text)) return false;
  }
  return true;
}

/** Words between what had happened and when. */
const WHEN = 5;

/** «وكان خمسة قُتلوا الأسبوع الماضي»: it surely is not the news. */
function isLongGone(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < at + WHEN && tokens[i]?.kind === 'word'; i++)
    if (isGone((tokens[i] as Token).form)) return /^ال(?:اسبوع|شهر|عام)$/.test(tokens[i - 1]?.text ?? '');
  return false;
}

/** «وكانت الاشتباكات التي اندلعت فجرا قد أسفرت عن»: only «قد» still makes it a time before. */
function relativeOf(tokens: readonly Token[], from: number, at: number): PastCue | null {
  for (let i = from; i < from + PLUPERFECT; i++) {
    const text = tokens[i]?.text ?? '.';
    if (/^[.،؛:]$/.test(text)) return null;
    if (text === 'قد') return { at, weak: true, back: false, over: false };
  }
  return null;
}
