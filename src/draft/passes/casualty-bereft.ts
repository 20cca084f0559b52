import { seldomLike, type Token } from '#arabic/tokens.ts';
import { readCount } from './casualty-counts.ts';

const loses = seldomLike(/^[وف]?فقدت?$/);
const weLose = seldomLike(/^[وف]?(?:فقدنا|خسرنا)$/);
const isCommunity = seldomLike(
  /^ال(?:عائل[ةه]|اسر[ةه]|قري[ةه]|بلد[ةه]|قبيل[ةه]|مدين[ةه]|حي|مخيم|مدرس[ةه]|جامع[ةه]|نقاب[ةه]|وزار[ةه]|هيئ[ةه]|منظم[ةه]|مهن[ةه])$/,
);
/** Adjectives of who lost somebody. */
const MOST_ADJECTIVES = 2;

/** «فقدت القرية 12 من شبابها»: who is lost to a family or a place is dead. */
export function losesItsOwn(tokens: readonly Token[], verb: number): boolean {
  // «فقدنا ثلاثة من زملائنا»
  const ours = weLose(tokens[verb]) ? readCount(tokens, verb + 1) : null;
  if (ours?.counted.is === 'people' && /.{3}نا$/.test(tokens[ours.counted.at]?.text ?? '')) return true;
  if (!loses(tokens[verb]) || !isCommunity(tokens[verb + 1])) return false;
  for (let i = verb + 2; i <= verb + 2 + MOST_ADJECTIVES; i++) {
    const count = readCount(tokens, i);
    if (count) return count.counted.is === 'people' && /ها?$/.test(tokens[count.counted.at]?.text ?? '');
    if (!/^ال/.test(tokens[i]?.text ?? '')) return false;
  }
  return false;
}
