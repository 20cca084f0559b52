import { type Token, tokenLike } from '#arabic/tokens.ts';
import { isFigures } from './source-end.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { isInstitution, ORGANISATIONS_TRIE, SKIPPABLE } from './speaker-words.ts';
import { readWithout } from './subject-before.ts';

export const isMade = tokenLike(
  /^(?:وضع|اعد|اجر[اى]?|نشر|اورد|جمع|اعلن|قدم|اصدر|بث|وزع|اذاع|سجل|كشف)ت?(?:ها|ه)?$/,
);
const isOfIt = tokenLike(/^عن(?:ها|ه)$/);
/** Words that say which of the figures: «الحصيلة الرسمية الجديدة التي». */
const MOST_SAID_OF_THEM = 3;

/** «حسب أرقام وضعتها الوكالة», «بحسب آخر حصيلة أعلنتها الوزارة», «بحسب تعداد لوكالة الأنباء»: whose they are. */
export function whoseFigures(tokens: readonly Token[], from: number, end: number): SpeakerPhrase | null {
  const at = /^ل?(?:اخر|احدث)$/.test(tokens[from]?.text ?? '') ? from + 1 : from;
  if (!isFigures(tokens[at]?.text ?? '')) return null;
  for (let i = at + 1; i <= Math.min(at + 1 + MOST_SAID_OF_THEM, end - 2); i++) {
    const { text = '', kind } = tokens[i] ?? {};
    if (kind !== 'word') break;
    // «الشروحات المقدمة بعين المكان من طرف القائد»
    const past = SKIPPABLE.longestAt(tokens, i)?.to ?? i;
    if (past > i) {
      i = past - 1;
      continue;
    }
    // «حصيلة كشفت عنها الوزارة»
    if (isMade(tokens[i])) return readSpeaker(tokens, isOfIt(tokens[i + 1]) ? i + 2 : i + 1, end);
    if (/^(?:ال)?صادر[ةه]?$/.test(text) && tokens[i + 1]?.text === 'عن')
      return readSpeaker(tokens, i + 2, end);
    // «الشروحات المقدمة من طرف قائد الحماية المدنية»
    if (text === 'من' && /^(?:طرف|قبل)$/.test(tokens[i + 1]?.text ?? ''))
      return readSpeaker(tokens, i + 2, end);
    const whose = /^ل.{3}/.test(text) ? readWithout(tokens, i, end, 'ل') : null;
    if (whose) return whose;
    if (i > at + 1 && !/^ال/.test(text)) break;
  }
  // «حسب تقديرات الجيش»
  const isOf = isInstitution(tokens[at + 1]?.text ?? '') || ORGANISATIONS_TRIE.longestAt(tokens, at + 1);
  return isOf ? readSpeaker(tokens, at + 1, end) : null;
}
