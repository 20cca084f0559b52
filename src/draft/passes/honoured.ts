import { wordSet } from '#arabic/fold.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { isDefinite, isGivenName } from './speaker-words.ts';

/** How one speaks of people in office: «معالي سامي نصر». */
export const HONOURS = wordSet('دولة معالي سعادة فخامة سيادة عطوفة سماحة فضيلة نيافة غبطة قداسة جلالة سمو');

const HIS = /^(دول|معالي|سعاد|فخام|سياد|عطوف|سماح|فضيل|نياف|غبط|قداس|جلال|سمو)ت?(?:ه|ها)$/;

/** «معاليه», «سعادتها»: whoever was spoken of so. */
export const isHonoured = tokenLike(HIS);

/** «معاليه» as a speaker whom his office alone names. */
export function readHonoured(tokens: readonly Token[], from: number): SpeakerPhrase {
  const role = { from, to: from + 1 };
  const gender = tokens[from]?.text.endsWith('ها') ? 'f' : 'm';
  return { ...role, name: null, role, kind: 'person', gender };
}

/** The name is looked for among so many tokens. */
const FAR = 400;

/** The token behind the last «معالي» before «معاليه», where a name or an office begins; null where there is none. */
export function honouredBefore(tokens: readonly Token[], at: number): number | null {
  const honour = HIS.exec(tokens[at]?.text ?? '')?.[1];
  if (honour === undefined) return null;
  for (let i = at - 1; i >= Math.max(0, at - FAR); i--) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== 'word' || !text.startsWith(honour) || !HONOURS.has(text)) continue;
    const next = tokens[i + 1]?.text ?? '';
    if (isGivenName(next) || isDefinite(next)) return i + 1;
  }
  return null;
}
