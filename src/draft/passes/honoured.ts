import { wordSet } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { isDefinite, isGivenName } from './speaker-words.ts';

/** How one speaks of people in office: «معالي سامي نصر». */
const HONOURS = wordSet('دولة معالي سعادة فخامة سيادة عطوفة سماحة فضيلة نيافة غبطة قداسة جلالة سمو');

/** «معالي». */
export const isBareHonour = testOfForm(({ text }) => HONOURS.has(text));

/** «معالي», «ومعالي». */
export const isHonour = testOfForm(
  ({ text }) => HONOURS.has(text) || (text[0] === 'و' && HONOURS.has(text.slice(1))),
);

const STEMS = [...HONOURS].map((word) => word.replace(/ة$/, '')).join('|');
const HIS = new RegExp(`^(${STEMS})ت?(?:ه|ها)$`);

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
/** Behind «سمو الشيخ», a name begins within so many words. */
const LONGEST_TITLE = 4;

/** The words behind the last «معالي» before «معاليه», one of which is a name; empty where there is none. */
export function honouredBefore(tokens: readonly Token[], at: number): string[] {
  const honour = HIS.exec(tokens[at]?.text ?? '')?.[1];
  if (honour === undefined) return [];
  for (let i = at - 1; i >= Math.max(0, at - FAR); i--) {
    const { kind, text } = tokens[i] as Token;
    // «صاحب السمو الملكي الأمير خالد» … «وقال سموه»
    const isHis = text.startsWith(honour) && HONOURS.has(text);
    if (kind !== 'word' || !(isHis || text === `ال${honour}`)) continue;
    const next = tokens[i + 1]?.text ?? '';
    if (isGivenName(next) || isDefinite(next))
      return tokens.slice(i + 1, i + 1 + LONGEST_TITLE).map((token) => token.text);
  }
  return [];
}
