import { closeOf } from '#arabic/quotations.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import { isPeopleWord } from './casualty-words.ts';
import { afterFlash, whoseView } from './colon-speaker.ts';
import { afterDateline } from './dateline.ts';
import { isAge, isForeignName } from './name-before-age.ts';
import type { PeopleBook } from './people-book.ts';
import type { Resolved } from './resolved.ts';
import type { Range } from './speaker.ts';
import { endsDescription, isPrepositional } from './speaker-limits.ts';
import { readSpeaker } from './speaker-phrase.ts';
import {
  BACKGROUND,
  isDefinite,
  isDefiniteAt,
  isGivenName,
  isInstitution,
  isNisba,
  isOrdinaryWord,
  TIMES,
  TITLES_TRIE,
  TURNS,
} from './speaker-words.ts';
import { readWithout } from './subject-before.ts';

/** What may stand before the verb that a sentence begins with. */
const standsBefore = tokenLike(/^[وف]?(بينما|فيما|لكن|كما|ثم|قد|لقد|لم|لن|لا|ما|كان|كانت|اما|اذ|حيث)$/);
/** «في المؤتمر الصحافي، …», «أمام حشد من أنصاره، …»: where and when, up to a comma. */
const isCircumstance = tokenLike(
  /^[وف]?(في|فى|على|من|مع|بعد|قبل|خلال|امام|عقب|اثر|منذ|عند|لدى|تحت|فوق|وسط|بين|الى|عبر|حول|عن|بحضور|حيث|عندما|حين|بعدما|قبيل|قرب|داخل|خارج|قبالة|رغم|صباح|مساء|فجر|ظهر|ليل|امس|اليوم|يوم)$/,
);
/** So many tokens at most stand before the comma. */
const LONGEST_CIRCUMSTANCE = 14;

const isWhen = tokenLike(/^[وف]?(?:حين|حينما|عندما|لما|بعدما|فيما|بينما)$/);

/** «وبجانبه تقف ابنته» */
const isBeside = tokenLike(/^[وف]?(?:ب?جانب|ب?جوار|ب?قرب|امام|خلف|حول|عند)(?:ه|ها|هم)$/);

const isHers = tokenLike(/^.{3,}ها$/);

/** A body in quotation marks has at most so many tokens with them. */
const LONGEST_MARKED_NAME = 4;

/** The subject of a sentence that begins with a verb («استقبل الرئيس …») or with it. */
export function subjectOf(
  reading: Reading,
  sentence: Range,
  before: number,
  book: PeopleBook,
  gender: 'm' | 'f' | null,
): Resolved | null {
  const { tokens } = reading;
  // «"رأيته يبتعد وهو ينادي"، تقول بصوت خافت»: what is said, and not who says it.
  if ((closeOf(tokens, sentence.from, before) ?? 0) > sentence.from + LONGEST_MARKED_NAME) return null;
  // «سامي نصر- الغد- تبوك: أكدت»: who writes does not say it.
  const story = afterFlash(tokens, afterDateline(tokens, sentence.from, sentence.to));
  if (story >= before) return null;
  const from = firstOfClause(tokens, story, before);
  const head = tokens[from]?.text ?? '';
  const joined =
    (head.startsWith('وال') || head.startsWith('فال')) && isInstitution(head.slice(1))
      ? readWithout(tokens, from, before, 'و')
      : null;
  if (joined?.from === from) return book.resolve(joined, gender);
  const nominal =
    isInstitution(head) ||
    isDefiniteAt(tokens, from) ||
    // «كانت عائلات العمال تنتظر»
    isPeopleWord(head) ||
    isFullName(tokens, from, before) ||
    TITLES_TRIE.longestAt(tokens, from) !== null;
  // «وحذت حذوها رئيسة البنك»: an object before the subject.
  const behindObject = isHers(tokens[from + 1]) && !isGivenName(tokens[from + 1]?.text ?? '');
  const named = isGivenName(head) ? [from, from + 1] : behindObject ? [from + 2] : [from + 1, from];
  for (const start of nominal ? [from] : named) {
    if (start >= before || tokens[start]?.kind !== 'word') continue;
    const phrase = readSpeaker(tokens, start, before, true);
    // «وبعث إلينا أحد الآباء»
    const toUs =
      phrase?.from === start + 1 && /^(الينا|لنا|لي|له|لها|عليه|عليها)$/.test(tokens[start]?.text ?? '');
    if (!phrase || (phrase.from !== start && !toUs)) {
      const known = book.bySurname(start, gender);
      if (known) return known;
      continue;
    }
    const first = tokens[start]?.text ?? '';
    // «يبلغ عمر هذه الطيور»: a first name alone is likelier a noun.
    const alone = !phrase.role && phrase.kind === 'person' && phrase.to - phrase.from === 1;
    // «تمسك نادية بصورة أخيها»: a name, where what follows can belong to no noun.
    const isName = isGivenName(first) && start > from && endsNoun(tokens, phrase.to);
    // «وقفت مانانا، وهي أم لثلاثة، تصرخ»
    const told = phrase.kind === 'person' && start > from && isTold(tokens, phrase.to);
    if (alone && !isName && !told && !book.knows(phrase)) continue;
    // «وكان ماريك نوفاك (27 عاماً) في العربة»
    const introduced =
      phrase.kind === 'person' && phrase.to - phrase.from > 1 && tokens[phrase.to]?.text === '(';
    const foreign = phrase.kind === 'person' && isForeignName(tokens, phrase);
    if (
      introduced ||
      foreign ||
      told ||
      phrase.role ||
      book.knows(phrase) ||
      isInstitution(first) ||
      isGivenName(first)
    )
      return ofVerb(
        book.resolve(phrase, gender ?? (start > from ? genderOfVerb(head) : null)),
        start > from ? head : '',
      );
  }
  // «حين دخلت الطبيبة المخيم، لم تجد دواء»: of both clauses.
  const within = { from: sentence.from + 1, to: sentence.to };
  return isWhen(tokens[sentence.from]) ? subjectOf(reading, within, before, book, gender) : null;
}

/** «، وهي»: a comma, and more of whoever was named before it. */
const isTold = (tokens: readonly Token[], comma: number): boolean =>
  isComma(tokens[comma]) && tells(tokens[comma + 1]);

const tells = tokenLike(/^(?:وهو|وهي|الذي|التي)$/);

/** «في», «أمام», «بصورة», a sign: no noun stands in the construct state before them. */
function endsNoun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || isCircumstance(token) || isPrepositional(token.form)) return true;
  // «بدأت سهى تبكي»
  return /^[يت].{2,4}$/.test(token.text) && isOrdinaryWord(token.text) && !isNisba(token.text);
}

/** «وتنقلت والي الولاية، فضيلة نصر»: she, whatever the gender of her title. */
const ofVerb = (subject: Resolved, verb: string): Resolved =>
  !subject.isBody && subject.name !== null && genderOfVerb(verb) === 'f'
    ? { ...subject, gender: 'f' }
    : subject;

const setsApart = tokenLike(/^[،,(]$/);

/** «إيلا نور، وهي ممرضة، …»: a sentence begins with a full name where it goes on so. */
function isFullName(tokens: readonly Token[], from: number, before: number): boolean {
  if (!setsApart(tokens.slice(from + 2, from + 6).find((t) => t.kind === 'mark'))) return false;
  const phrase = readSpeaker(tokens, from, before);
  if (phrase?.from !== from || phrase.kind !== 'person' || !phrase.name) return false;
  // «وفي الباحة وقفت مانانا، وهي والدة أحدهم»: a verb, and then her name.
  const last = tokens[from - 1];
  if (last?.kind === 'word' && !standsBefore(last)) return false;
  const { to } = phrase.name;
  return isForeignName(tokens, phrase.name) && (isTold(tokens, to) || isAge(tokens, to));
}

/** Of the subject behind a verb; null where its form does not tell («تحدث», «تجلس»). */
function genderOfVerb(verb: string): 'm' | 'f' | null {
  if (verb.length >= 4 && verb.endsWith('ت')) return 'f';
  return /^[وف]?(كان|ي.{2,})$/.test(verb) ? 'm' : null;
}

/** Past «من جهته،», «وفي المؤتمر الصحافي،», «وبينما»: where the verb or the subject stands. */
function firstOfClause(tokens: readonly Token[], start: number, before: number): number {
  const turn =
    TURNS.longestAt(tokens, start, 'conjunction') ?? BACKGROUND.longestAt(tokens, start, 'conjunction');
  let from = turn ? turn.to : start;
  for (let i = from; i < before; i = from) {
    while (tokens[from]?.text === '،' || tokens[from]?.text === ',') from++;
    const next = pastCircumstance(tokens, from, before);
    if (next === from) break;
    from = next;
    if (from === i) break;
  }
  // «غير أن», «إلا أن»
  if (tokens[from + 1]?.text === 'ان' && /^(غير|الا)$/.test(tokens[from]?.text ?? '')) from += 2;
  // «وبينما لم يشتبك الجنرال …»
  while (from < before && (standsBefore(tokens[from]) || isBeside(tokens[from]))) from++;
  return from;
}

/** Behind the comma that ends a circumstance before the verb; `from` where none stands there. */
function pastCircumstance(tokens: readonly Token[], from: number, before: number): number {
  if (!isCircumstance(tokens[from])) return from;
  // «ظهر القائد في شريط»: he appeared, and it was not noon.
  const somebody =
    TITLES_TRIE.longestAt(tokens, from + 1) !== null ||
    isGivenName(tokens[from + 1]?.text ?? '') ||
    (isDefinite(tokens[from + 1]?.text ?? '') && !TIMES.has(tokens[from + 1]?.text ?? ''));
  if (somebody && /^[وف]?ظهر$/.test(tokens[from]?.text ?? '')) return from;
  for (let i = from + 1; i < Math.min(before, from + LONGEST_CIRCUMSTANCE); i++) {
    const { kind, text, form } = tokens[i] as Token;
    if (text === '،' || text === ',') return (isTold(tokens, i) && verbBefore(tokens, from, i)) || i + 1;
    // «وعند المدخل يقف كريم منصور»
    const verb = kind === 'word' && i > from + 1 && stands(tokens[i]) && !isGivenName(text);
    if (verb && (isGivenName(tokens[i + 1]?.text ?? '') || isTold(tokens, i + 2))) return i;
    if (kind === 'word' && i > from + 1 && (isThere(tokens, i, before) || actsThere(tokens, i, before)))
      return i;
    if (kind === 'mark' && !/^["«»“”()]$/.test(text)) return from;
    if (kind === 'word' && i > from + 6 && endsDescription(form) && !isCircumstance(tokens[i])) return from;
  }
  return from;
}

/** A verb before its subject, as far as its form tells. */
const stands = tokenLike(/^(?:[يت].{2,}|كان|.{2,}ت)$/);

/** A name before a comma has at most so many words. */
const LONGEST_NAME = 4;

/** «وفي الباحة جلس كريم، وهو شقيق أحدهم، يبكي»: the verb before a name that ends at a comma; null where none stands. */
function verbBefore(tokens: readonly Token[], from: number, comma: number): number | null {
  for (let i = Math.max(from + 3, comma - LONGEST_NAME); i < comma; i++)
    if (isGivenName(tokens[i]?.text ?? '') && !isDefiniteAt(tokens, i - 1)) return i - 1;
  return null;
}

/** «وعلى الرصيف شاب يحكي», «وإلى جواره امرأة تردد»: somebody without a name, where that is at an end, and what they do. */
function isThere(tokens: readonly Token[], at: number, before: number): boolean {
  const place = tokens[at - 1]?.text ?? '';
  if (!isDefiniteAt(tokens, at - 1) && !/.{2}(?:ه|ها|هم)$/.test(place)) return false;
  if (isDefiniteAt(tokens, at) || TITLES_TRIE.longestAt(tokens, at)?.value.kind !== 'person') return false;
  const phrase = readSpeaker(tokens, at, before);
  return phrase?.from === at && (phrase.to === before || /^[يت].{2,}/.test(tokens[phrase.to]?.text ?? ''));
}

/** «وإلى جانبها رفع السائق كريم صالح لافتة»: a verb behind where it was, and an office and a name behind the verb. */
function actsThere(tokens: readonly Token[], at: number, before: number): boolean {
  const { text = '', form } = tokens[at] ?? {};
  const place = tokens[at - 1]?.text ?? '';
  if (!form || !(isDefiniteAt(tokens, at - 1) || /.{2}(?:ه|ها|هم)$/.test(place))) return false;
  if (isDefiniteAt(tokens, at) || isGivenName(text) || isPrepositional(form) || isCircumstance(tokens[at]))
    return false;
  if (isInstitution(text) || TITLES_TRIE.longestAt(tokens, at) !== null) return false;
  if (TITLES_TRIE.longestAt(tokens, at + 1) === null) return false;
  const phrase = readSpeaker(tokens, at + 1, before, true);
  return phrase?.from === at + 1 && phrase.role !== null && phrase.name !== null;
}

const TOPIC = /^[وف]?(اما|غير|الا|لكن|بينما|بيد)$/;
/** «وكان رد الوزير سريعاً: "…"», «وجوابها: "…"». */
const SAYING_NOUNS =
  /^[وف]?(?:ال)?(رد|جواب|اجابة|تعليق|تبرير|كلام|رسالة|عبارة|جملة|صرخة|نداء|وصية|شهادة|خلاصة|حجة|سؤال|كلمات|كلمة|نصيحة|لسان حال)(ها|ه|هم|ته|تها|تهم)?$/;

/**
 * Whose the words behind a colon are in a sentence without a verb of saying: «أما الحارس فله رأي آخر: "…"»,
 * «لم يخف الصائغ خيبته: "…"», «وجوابه: "…"».
 */
export function saidByColon(
  reading: Reading,
  sentence: Range,
  colon: number,
  book: PeopleBook,
): Resolved | null {
  const { tokens } = reading;
  const holder = whoseView(tokens, sentence.from, colon);
  if (holder) return book.resolve(holder, null);
  for (let i = colon - 1; i >= sentence.from && i > colon - 8; i--) {
    const noun = SAYING_NOUNS.exec(tokens[i]?.text ?? '');
    if (!noun) continue;
    const suffix = noun[2];
    if (suffix) return book.lastSpeaker({ gender: suffix.endsWith('ها') ? 'f' : 'm', plural: null }, false);
    const phrase = readSpeaker(tokens, i + 1, colon, true);
    if (phrase?.from === i + 1 && (phrase.role || book.knows(phrase))) return book.resolve(phrase, null);
  }
  // «ضم المدرب كلاً من: "…"» lists names; «أما المدرب فمتفائل: "…"» quotes him.
  const topic = TOPIC.test(tokens[sentence.from]?.text ?? '');
  if (!topic && !(isAtLength(tokens, colon + 2) && mayGoOnToSay(tokens, sentence.from, colon))) return null;
  const phrase = subjectOf(reading, sentence, colon, book, null);
  if (!phrase || phrase.isBody) return null;
  return topic || (phrase.name !== null && TITLES_TRIE.get(phrase.name.split(' ')[0] ?? '') === undefined)
    ? phrase
    : null;
}

/** Words of a quotation that is no name and no label. */
const FEWEST_WORDS = 6;
const isQuotationMark = tokenLike(/^["«»“”]$/);

const isAtLength = (tokens: readonly Token[], from: number): boolean =>
  tokens.length > from + FEWEST_WORDS && !tokens.slice(from, from + FEWEST_WORDS).some(isQuotationMark);

/** Verbs of whoever meets with the words of another. */
const meets = tokenLike(
  /^[وف]?(?:تلقى|تلقت|يتلقى|تتلقى|سمع|سمعت|يسمع|تسمع|قرا|قرات|يقرا|تقرا|شاهد|شاهدت|يشاهد|تشاهد|راى|رات|يرى|ترى|وجد|وجدت|يجد|تجد|عثر|عثرت|وصل|وصلت|يصل|تصل|تذكر|تذكرت|يتذكر|تتذكر|نقل|نقلت|رفع|رفعت|يرفع|ترفع|حمل|حملت|يحمل|تحمل|طرح|طرحت|واجه|واجهت|يواجه|تواجه)$/,
);
/** What bears words that somebody else may have written. */
const bears = tokenLike(
  /^[وفبل]?(?:ال)?(?:لافت[ةه]|لافتات|كتاب|رواي[ةه]|لوح[ةه]|عنوان|شعار|ملصق|قصيد[ةه]|اغني[ةه]|مقال|تقرير|بيان|خبر|قرار|قانون|ماد[ةه]|بند|مطلب|مطالب|سؤال|اسئل[ةه])$/,
);

/** «وتستعيد سلمى نصر تلك الليلة: "…"»: a verb of something else, and nothing that bears the words. */
function mayGoOnToSay(tokens: readonly Token[], from: number, colon: number): boolean {
  for (let i = from; i < colon; i++) if (meets(tokens[i]) || bears(tokens[i])) return false;
  return true;
}
