import { testOfForm } from '#arabic/forms.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { isOfNow, isToday } from './casualty-status.ts';
import type { Range } from './speaker.ts';

/**
 * «قضت محكمة بسجن رجل دهس حشدا فقتل ستة»: what it gives its verdict on is long past. Where a sentence has told of a
 * court and its verdict; beyond its end for nowhere.
 */
export function verdictIn(tokens: readonly Token[], { from, to }: Range): number {
  let isCourt = false;
  let rules = false;
  for (let i = from; i < to; i++) {
    const { form } = tokens[i] as Token;
    isCourt ||= isOfCourt(form);
    rules ||= isVerdict(form);
    // «تنفيذ حكم القتل قصاصا في جان قتل اثنين», «القصاص من قاتل ثلاثة»
    if ((isCourt && rules) || isRetaliation(form)) return i;
  }
  return to;
}

const isOfCourt = testOfForm(({ text }) =>
  /^(?:ال)?(?:محكم[ةه]|قاض|قاضي|قاضيا|قضاء|محلفون|محلفين)$/.test(text),
);
const isRetaliation = testOfForm(({ text }) => /^[وبل]?(?:ال)?قصاصا?$/.test(text));
const isVerdict = testOfForm(({ text }) =>
  /^[وف]?(?:[يت]?قضت|قضى|حكمت?|ادانت?|دانت?|ادانته|دانته|براته?|ايدت|نقضت|خففت|اصدرت?|تقضي|يقضي|تدين|تصدر)$/.test(
    text,
  ),
);

/** In the story of a trial: what the court heard, and nothing that happens outside while it sits. */
export function isTriedNow(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++) {
    // «أمام مبنى المحكمة»
    const isOutside = isBefore(tokens[i]) && [1, 2].some((k) => isCourt(tokens[i + k]));
    if (isToday(tokens[i]) || isOfNow(tokens[i]) || isOutside) return false;
  }
  return true;
}

const isBefore = tokenLike(/^(?:امام|قرب|قبال[ةه])$/);
const isCourt = tokenLike(/^ال(?:محكم[ةه]|محاكم)$/);
