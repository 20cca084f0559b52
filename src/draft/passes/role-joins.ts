import { closeOf } from '#arabic/quotations.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import { LONGEST_MARKED_NAME } from './read-body.ts';
import { canBeginName } from './read-name.ts';
import { endsDescription, isSaidNext } from './speaker-limits.ts';
import {
  CHANNELS,
  isComplement,
  isDefinite,
  isGivenName,
  isInstitution,
  isOrdinaryWord,
  ORGANISATIONS_TRIE,
  placeEnd,
  TIMES,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

/** Whether «في», «باسم» … goes on with the role: «مسؤول في الوقاية المدنية», not «الوزير في بيان». */
export function joins(tokens: readonly Token[], at: number, limit: number, definiteHead: boolean): boolean {
  const joiner = tokens[at]?.text ?? '';
  const next = tokens[at + 1];
  // «الناطق باسم الحكومة في #صنعاء»
  if (next?.text === '#' && placeEnd(tokens, at + 2) > at + 2) return true;
  if (next?.kind !== 'word' || at + 1 >= limit)
    return (
      joiner === 'باسم' && next !== undefined && closeOf(tokens, at + 1, at + LONGEST_MARKED_NAME) !== null
    );
  if (joiner === 'باسم' || joiner === 'بلسان') return true;
  // «صرخت إحدى النازحات في وجه الموظف»
  if (/^(?:وجه|حضور|انتظار|غضون)$/.test(next.text)) return false;
  if (CHANNELS.has(next.text) || CHANNELS.has(withoutArticle(next.text)) || TIMES.has(next.text))
    return false;
  const place = placeEnd(tokens, at + 1) > at + 1;
  if (!place && endsDescription(next.form)) return false;
  const body = isInstitution(next.text) || ORGANISATIONS_TRIE.longestAt(tokens, at + 1) !== null;
  // «النائب عن المنطقة حسن قبيسي»
  const named = isDefinite(next.text) && isGivenName(tokens[at + 2]?.text ?? '');
  if (joiner === 'عن') return place || body || named || isComma(tokens[at + 2]);
  // «صاح أحد الأقارب من آخر القاعة»: where he stood.
  if (joiner === 'من' && isSomewhere(tokens[at + 1])) return false;
  if (joiner === 'من') return !definiteHead && (body || place || isOrdinaryWord(next.text));
  if (!definiteHead) return true;
  // «الباحث في الشأن الإيراني»
  if (/^(?:ال)?(?:شان|شؤون|شوون|مجال|علوم|قطاع)$/.test(next.text)) return true;
  // «السفير التركي في ماليزيا أورهان دمير»
  return body || isComplement(next.text) || (place && nameFollows(tokens, placeEnd(tokens, at + 1)));
}

const isSomewhere = tokenLike(/^(?:اخر|داخل|خلف|وراء|خارج|بعيد|فوق|تحت|بين|امام|على)$/);

/** «في عسير العقيد محمد العاصمي», «في جازان بيشي الصرخي أن» */
function nameFollows(tokens: readonly Token[], at: number): boolean {
  const rank = TITLES_TRIE.longestAt(tokens, at);
  if (rank?.value.kind === 'rank') return canBeginName(tokens, rank.to);
  const text = tokens[at]?.text ?? '';
  if (canBeginName(tokens, at)) return mayName(text);
  return !isDefinite(text) && !isOrdinaryWord(text) && isSaidNext(tokens, at + 2);
}

const mayName = (text: string) => isGivenName(text) || !isOrdinaryWord(text);
