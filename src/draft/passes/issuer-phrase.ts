import { testOfForm } from '#arabic/forms.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { cutClitic, type ReadHead, type SpeakerPhrase, shifted } from './speaker.ts';
import { isInstitution, isMedium, ORGANISATIONS_TRIE, TITLES_TRIE, withoutArticle } from './speaker-words.ts';

/** The longest name of a body, in tokens. */
const LONGEST_BODY = 16;

const MADE = /^(?:عرض|نشر|اعد|اصدر|بث|اذاع|وضع|كتب|اجرى?)ت?(?:ه|ها)$/;
export const isReceived = tokenLike(/^[وف]?(?:ورد|وصل|تلقى|تلقت|استقبل|استقبلت)$/);
const isTheDocument = testOfForm(({ text }) => /^(?:البيان|البلاغ)$/.test(text));
export const isDocument = testOfForm(({ text }) =>
  /^(?:بيان|بلاغ|تقرير|دراسة|مذكرة|نشرة|وثيقة|افتتاحية)$/.test(text),
);

const isMade = tokenLike(
  /^(?:اصدر|نشر|وزع|بث|تلا|تل|وجه|اذاع|كتب|القى|الق|نقل|ترك|خلف|سجل|بعث|ارسل)(?:ه|ها|ته|تها)$/,
);
const isFromWhom = tokenLike(/^(?:ال)?(?:صادر[ةها]?|صدر)$/);

/** «صادر عن المجلس», «الذي نشرته القيادة»: where whoever issued a document begins; null where that is not said. */
export function behindIssuing(tokens: readonly Token[], at: number): number | null {
  if (isFromWhom(tokens[at])) return tokens[at + 1]?.text === 'عن' ? at + 2 : at + 1;
  const verb = /^(?:الذي|التي)$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
  if (verb > at && tokens[verb]?.text.startsWith('صدر') && tokens[verb + 1]?.text === 'عن') return verb + 2;
  // «البيان الذي بثه التلفزيون»: a medium carries what others have written.
  const maker = tokens[verb + 1]?.text ?? '';
  // «رسالة بعث بها المدير»
  const isSent = /^(?:بعث|تقدم|ادلى|ادل|ارسل)ت?$/.test(tokens[verb]?.text ?? '');
  if (isSent && /^به[ا]?$/.test(maker)) return verb + 2;
  return isMade(tokens[verb]) && !isMedium(maker) && !isMedium(withoutArticle(maker)) ? verb + 1 : null;
}

/** «بيان صادر عن المجلس», «بلاغ للمديرية»: the council speaks. */
export function readIssuer(
  tokens: readonly Token[],
  from: number,
  end: number,
  objects: boolean,
  readHead: ReadHead,
): SpeakerPhrase | null {
  const { text, form } = tokens[from] as Token;
  // «بيان مشترك للنقابتين»
  const described =
    isDocument(form) &&
    /^(?:مشترك|رسمي|مقتضب|سنوي|جديد|حديث|داخلي|سري)[ةه]?$/.test(tokens[from + 1]?.text ?? '');
  const at = described ? from + 2 : from + 1;
  if (at >= end) return null;
  const next = tokens[at] as Token;
  // «تقرير عرضه تلفزيون الجبل»
  if (text === 'تقرير' && MADE.test(next.text)) {
    const maker = readHead(tokens, at + 1, end, objects);
    return maker && { ...maker, from };
  }
  // «أضاف البيان الصادر عن القيادة أن»
  if (isTheDocument(form)) {
    const named = behindIssuing(tokens, at);
    const issuer = named === null ? null : readHead(tokens, named, end, objects);
    return issuer && { ...issuer, from };
  }
  if (!isDocument(form)) return null;
  const whose = next.text.startsWith('ل') ? cutClitic(next, tokens[at + 1]) : null;
  if (whose && (isInstitution(whose.text) || TITLES_TRIE.get(whose.text) !== undefined)) {
    const changed = tokens.slice(at, Math.min(end, at + LONGEST_BODY));
    changed[0] = whose;
    const issuer = readHead(changed, 0, changed.length, objects);
    return issuer && { ...shifted(issuer, at), without: 'ل' };
  }
  // «بيان وزارة الدفاع», «بيان الحكومة»
  if (isInstitution(next.text) || ORGANISATIONS_TRIE.longestAt(tokens, at) !== null) {
    const issuer = readHead(tokens, at, end, objects);
    return issuer && { ...issuer, from };
  }
  // «بيان رسمي من حاكم الولاية»
  const who = tokens[at + 1]?.text ?? '';
  if (next.text === 'من' && at + 1 < end && (isInstitution(who) || TITLES_TRIE.get(who) !== undefined))
    return readHead(tokens, at + 1, end, objects);
  const named = behindIssuing(tokens, at);
  const issuer = named === null ? null : readHead(tokens, named, end, objects);
  return issuer && { ...issuer, from };
}
