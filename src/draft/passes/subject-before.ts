import { type SpeechWord, speechWord } from '#arabic/speech.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import { isPeopleWord } from './casualty-words.ts';
import { skip } from './skip-to-speaker.ts';
import { cutClitic, type Range, type SpeakerPhrase, shifted } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import {
  CLAUSE_STARTERS,
  isDefinite,
  isGivenName,
  isIn,
  isInstitution,
  isNisba,
  isOrdinaryWord,
  TITLES_TRIE,
} from './speaker-words.ts';

const isAsFor = (token: Token | undefined) => token?.text === 'اما' || token?.text === 'واما';
const LONGEST_SUBJECT = 26;
/** A relative clause's noun has at most so many words. */
const LONGEST_NOUN = 10;

/** «بوتين قال»، «أما مدرب العراق، الإسباني خافيير مونتيرو، فرأى»: the subject before its verb, or null. */
export function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  word: SpeechWord,
  sentence: Range,
): SpeakerPhrase | null {
  let from = firstWord(tokens, sentence.from, verb);
  for (let i = verb - 1; i >= sentence.from && i > verb - LONGEST_SUBJECT; i--) {
    // «مقتل ستة، والجماعة تقول إنها …»
    if (isComma(tokens[i]) && isInstitution((tokens[i + 1]?.text ?? '').replace(/^و/, ''))) {
      if ((tokens[i + 1]?.text ?? '').startsWith('و')) {
        from = i + 1;
        break;
      }
    }
    // «غير أن» begins a clause, «غير الحكومية» is of a name.
    if (
      CLAUSE_STARTERS.has(tokens[i]?.text ?? '') &&
      !(tokens[i]?.text === 'غير' && isDefinite(tokens[i + 1]?.text ?? '')) &&
      // «ماركو فان هوتن، مدير المتحف، قال»
      !(tokens[i]?.text === 'فان' && !tokens[i]?.hamza && i > from && tokens[i - 1]?.kind === 'word')
    ) {
      from = i + 1;
      break;
    }
  }
  // «وقال» goes on; «أما … فقال» has its subject before.
  const topic = isAsFor(tokens[from - 1]) || isAsFor(tokens[from]);
  if (word.conjunction !== '' && !topic) return null;
  const start = /^(اما|واما|لكن|وكان|وكانت|كان|كانت)$/.test(tokens[from]?.text ?? '') ? from + 1 : from;
  if (verb - start > LONGEST_SUBJECT || start >= verb) return null;
  const first = tokens[start]?.text ?? '';
  const phrase =
    readSpeaker(tokens, start, verb) ??
    (first.startsWith('و') ? readWithout(tokens, start, verb, 'و') : null);
  if (!phrase || !mayBegin(tokens, phrase)) return null;
  // «وأعاد الرئيس نشر الصورة معلقا»: a verb, and no name behind «و».
  if (phrase.without && phrase.kind === 'person' && !phrase.role && !isGivenName(first.slice(1))) return null;
  if (/^[وف]?(بخصوص|بشان|بصدد|حول|لكون|بفضل)$/.test(first)) return null;
  const told = pastPerfect(tokens, skip(tokens, pastAside(tokens, phrase, verb), verb));
  const behind = pastWithholding(tokens, told, verb);
  // «أما الممثل، جان أوري، فقد لفت»
  const between = topic && tokens[behind]?.text === 'فقد' ? behind + 1 : behind;
  const parenthesis =
    tokens[between]?.text === '(' && tokens.slice(between, verb).some((t) => t.text === ')');
  return between >= verb || parenthesis ? phrase : null;
}

/** Words that say where somebody is: «صاحب متجر قرب محطة الحافلات قال». */
const LONGEST_WHERE = 6;

function pastAside(tokens: readonly Token[], { to, role, name }: SpeakerPhrase, verb: number): number {
  const isWhere = /^(?:قرب|في|فى|عند|داخل|خارج|امام|خلف|وسط|شمال|جنوب|شرق|غرب|على)$/.test(
    tokens[to]?.text ?? '',
  );
  if (!isWhere || (role === null && name === null) || verb - to > LONGEST_WHERE)
    return pastRelative(tokens, to, verb);
  const plain = tokens.slice(to, verb).every((t) => t.kind === 'word' && speechWord(t.text) === null);
  return plain ? verb : to;
}

/** Behind the signs that a line may begin with: «‼️ الجيش يعلن». */
function firstWord(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    tokens[at]?.kind === 'mark' &&
    /^[^\p{L}\p{N}\p{Ps}\p{Pi}"]+$/u.test(tokens[at]?.text ?? '')
  )
    at++;
  return at;
}

/** «المعارضة، التي قاطعت الجلسة، وصفت»: behind the comma that ends what is said of the subject. */
function pastRelative(tokens: readonly Token[], from: number, verb: number): number {
  if (!isComma(tokens[from]) || !/^(الذي|التي|الذين|وهو|وهي|وهم)$/.test(tokens[from + 1]?.text ?? ''))
    return from;
  const comma = tokens.slice(from + 2, verb).findIndex(isComma);
  return comma < 0 ? from : from + 3 + comma;
}

/** «أن الوزارة كانت قد أعلنت»: past what puts the verb into the past. */
function pastPerfect(tokens: readonly Token[], from: number): number {
  const was = /^كان(?:ت|وا)?$/.test(tokens[from]?.text ?? '') ? from + 1 : from;
  return tokens[was]?.text === 'قد' ? was + 1 : was;
}

/** «مسؤول طلب عدم نشر اسمه قال»: past what a source asks for itself. */
export function pastWithholding(tokens: readonly Token[], from: number, verb: number): number {
  if (
    !/^(طلب|طلبت|تحدث|تحدثت|فضل|فضلت|رفض|رفضت|اشترط|اشترطت|طالبا|طالبة|مفضلا|مشترطا|رافضا|لم|لا)$/.test(
      tokens[from]?.text ?? '',
    )
  )
    return from;
  const end = tokens
    .slice(from, verb)
    .findIndex((t) => /^(اسمه|اسمها|اسمائهم|هويته|هويتها|هوياتهم|باسمه|باسمها)$/.test(t.text));
  return end < 0 ? from : skip(tokens, from + end + 1, verb);
}

/** A clause begins with its subject only where that is a title, a body or a name; else it begins with a verb. */
function mayBegin(tokens: readonly Token[], phrase: SpeakerPhrase): boolean {
  const first = tokens[phrase.from]?.text ?? '';
  return phrase.role !== null || phrase.kind === 'body' || isGivenName(first) || !isOrdinaryWord(first);
}

/** «رئيس الوفد الذي قال»: the noun that ends right before the relative pronoun. */
export function nounBeforeRelative(
  tokens: readonly Token[],
  relative: number,
  from: number,
): SpeakerPhrase | null {
  const end = isComma(tokens[relative - 1]) ? relative - 1 : relative;
  // «منذ تولي الرئيس … الذي»: a noun that is none of a person may begin what is read as a name.
  let unlikely: SpeakerPhrase | null = null;
  for (let start = Math.max(from, end - LONGEST_NOUN); start < end; start++) {
    const phrase = named(tokens, start, end) ?? readSpeaker(tokens, start, end);
    if (phrase?.to !== end || (phrase.from !== start && phrase.from !== start + 1)) continue;
    // «شارك في القمة رئيس الوزراء سامي نصر الذي قال»: he was there.
    if (isIn(tokens[phrase.from - 1]) && TITLES_TRIE.longestAt(tokens, phrase.from + 1)) continue;
    if (isThing(tokens, phrase)) continue;
    // «الخبير محمود نصر من جامعة الخليج، الذي رأى»: he, and not the university.
    const before = phrase.from - 1;
    if (phrase.gender === 'f' && phrase.kind === 'body' && isHe(tokens[relative]) && isOfBody(tokens[before]))
      return nounBeforeRelative(tokens, before, from);
    if (phrase.role || phrase.kind === 'body' || isGivenName(tokens[phrase.from]?.text ?? '')) return phrase;
    unlikely ??= phrase;
  }
  return unlikely;
}

const isHe = tokenLike(/^الذي$/);
const isOfBody = tokenLike(/^(?:من|في|فى|لد[ىي])$/);

/** «مقابل 39 لأوسورتو الذي قال»: a name behind «ل», which the text has without it, too. */
function named(tokens: readonly Token[], at: number, end: number): SpeakerPhrase | null {
  const { text = '' } = tokens[at] ?? {};
  const bare = text.slice(1);
  if (at + 1 !== end || text[0] !== 'ل' || bare.length < 4 || isGivenName(text) || isDefinite(bare))
    return null;
  return tokens.some((token) => token.text === bare) ? readWithout(tokens, at, end, 'ل') : null;
}

/** «الهجوم الانتحاري الذي قال»: the attack has said nothing. */
function isThing(tokens: readonly Token[], { from, to, kind }: SpeakerPhrase): boolean {
  const head = tokens[from]?.text ?? '';
  if (kind !== 'body' || !isDefinite(head) || isInstitution(head)) return false;
  const isKind = to - from === 1 && /ي[ةه]?$/.test(head);
  if (isKind && /^(?:[وف]?[بكل]?ال|لل)/.test(tokens[from - 1]?.text ?? '')) return true;
  return isOrdinaryWord(head) && !isPeopleWord(head) && !isNisba(head);
}

const isSaying = ({ text }: Token): boolean => speechWord(text)?.form === 'verb' && !isGivenName(text);

/** The speaker whose first word has `clitic` written on it: «وفقاً لوزارة الصحة», «للوزارة», «ورئيس البلدية قال». */
export function readWithout(
  tokens: readonly Token[],
  from: number,
  end: number,
  clitic: 'ل' | 'و' | 'ب',
  objects = false,
): SpeakerPhrase | null {
  const first = tokens[from];
  if (first?.kind !== 'word' || !first.text.startsWith(clitic)) return null;
  // «عن لجان المقاومة»: its own letter.
  if (clitic === 'ل' && isInstitution(first.text)) return null;
  const changed = tokens.slice(from, Math.min(end, from + LONGEST_SUBJECT));
  changed[0] = cutClitic(first, changed[1]);
  // «وألمح مصدر»: a verb, and nobody's name.
  if (clitic === 'و' && isSaying(changed[0])) return null;
  const phrase = readSpeaker(changed, 0, changed.length, objects);
  return phrase && { ...shifted(phrase, from), without: clitic };
}
