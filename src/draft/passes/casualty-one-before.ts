import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { frameAt } from './casualty-anchors.ts';
import { exactly } from './casualty-counted.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { endsPeople, isOneInAccusative } from './casualty-ones.ts';
import { PLURAL_VERBS, VERBS } from './casualty-words.ts';

/** Words between the verb and «حتفه», «إلى المستشفى». */
const NEAR_VERB = 4;

/** As a doer would have somebody behind them, alone they say what befell the one before: «أن سائحا خطف في الصحراء». */
const befell = tokenLike(
  /^(?:غرق|اعدم|ذبح|انتحر|صعق|شنق|اعتقل|اوقف|احتجز|خطف|اختطف|سجن|حبس|اقتيد|فقد|عولج|اسعف|طعن|اختنق)ت?$|^(?:قض|اختف)(?:ى|ت)$/,
);
const metHarm = tokenLike(/^(?:لقيت?|لقى|فارقت?|قضى|قضت|نقلت?|ادخلت?|تعرضت?|فقدت?)$/);

/**
 * «إن بحارا فلبينيا قُتل», «أن شرطيا أصيب», «أن عاملا لقي حتفه»: one person whose verb comes behind. The words between
 * are what he is.
 */
export function oneBefore(tokens: readonly Token[], at: number): Count | null {
  const token = tokens[at];
  if (!token || !isOneInAccusative(token.form) || !/^[وب]?ان$/.test(tokens[at - 1]?.text ?? '')) return null;
  // «ضابطا برتبة رائد»
  const after = tokens[at + 1]?.text === 'برتبة' ? at + 3 : at + 1;
  for (let i = after; i < after + 3; i++) {
    const word = tokens[i];
    if (word?.kind !== 'word') return null;
    const kind = befellAt(tokens, i);
    if (kind) {
      const counted = { is: 'victims', kind, at } as const;
      return { ...exactly(1, { from: at, to: i + 1, counted }), who: at };
    }
    if (!/(ا|ي|ية|يه|ة)$/.test(word.text)) return null;
  }
  return null;
}

/** Words of when and where between who did it and to how many. */
const MOST_BETWEEN = 4;

/** «إن مسلحا طعن صباح اليوم ثلاثة»: he did it. */
const countsWhom = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 1 + MOST_BETWEEN).some((_, k) => readCount(tokens, at + 1 + k) !== null);

/** What the verb at token `at` says to have befallen the one before it; null where he did it, or it is no such verb. */
function befellAt(tokens: readonly Token[], at: number): CasualtyKind | null {
  const verb = tokens[at] as Token;
  const met = metHarm(verb) ? frameAt(tokens, at, NEAR_VERB) : null;
  if (met === 'killed' || met === 'injured' || met === 'detained') return met;
  const told = PLURAL_VERBS.has(verb.text) ? undefined : VERBS.get(verb.text);
  if (!told) return null;
  const next = tokens[at + 1];
  if (!told.needsPeople)
    // «قتل زوجته»: he did it.
    return /.{2}(ه|ها|هم|هما)$/.test(next?.text ?? '') || readCount(tokens, at + 1) ? null : told.kind;
  // «أن قاضيا قضى بسجنه»
  const rules = passes(verb) && /^ب/.test(next?.text ?? '');
  return befell(verb) && endsPeople(next) && !rules && !countsWhom(tokens, at) ? told.kind : null;
}

const passes = tokenLike(/^قض(?:ى|ت)$/);
