import { type Token, tokenLike } from '#arabic/tokens.ts';
import { COMPLEMENTIZERS } from './speaker-words.ts';

const isFinding = tokenLike(
  /^ال(?:تحقيق|تحقيقات|تحريات|نتائج|مؤشرات|معطيات|معلومات|دلائل|ادلة|قرائن|فحوص|فحوصات|معاينة|معاينات|وقائع)$|^(?:ال)?(?:حصيل[ةه]|ارقام|تقديرات|احصاءات|احصائيات)$|^(?:مؤشرات|فحوص|فحوصات)$/,
);

/** Words of what was found, before what it shows: «حصيلة مؤقتة تشير». */
const FINDINGS = 4;

/** «إن التحقيقات تفيد»: what an inquiry has found, in a clause that somebody tells. */
export function areFindings(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i > at - FINDINGS; i--)
    if (COMPLEMENTIZERS.has(tokens[i - 1]?.text ?? '')) return isFinding(tokens[i]);
  return false;
}
