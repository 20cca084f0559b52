import { speechWord } from '#arabic/speech.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import type { Context } from '#draft/context.ts';
import type { Reading } from '#draft/reading.ts';
import { COMPLEMENTIZERS } from './speaker-words.ts';
import { summaryWords } from './summary-words.ts';

/** Where a sentence that points back does so: «أدى ذلك إلى», «قال في هذا الصدد». */
const POINTING = 3;

const isPointing = tokenLike(/^[وف]?[بلك]?(?:هذا|هذه|ذلك|تلك|هؤلاء|هذان|هذين|هاتان|هاتين)$/);
/** «هذا العام» points to no sentence. */
const isTime = tokenLike(
  /^ال(?:عام|سنة|شهر|اسبوع|يوم|صباح|مساء|ليلة|فجر|موسم|مرة|صيف|شتاء|خريف|ربيع|دورة|نسخة)$/,
);
const isKafDhalika = tokenLike(/^[وف]?كذلك$/);

/** A sentence whose sense hangs on another: tokens [from, to) as they are left after trimming. */
export function leans(reading: Reading, context: Readonly<Context>, from: number, to: number): boolean {
  return (
    opensWithin(reading.tokens, from) ||
    pointsBack(reading.tokens, from, to) ||
    hidesSpeaker(reading, context, from, to)
  );
}

/** «أما …», «لا سيما …»; a verb of saying leans only where its speaker is hidden. */
const opensWithin = (tokens: readonly Token[], from: number) =>
  summaryWords().dependentStarts.longestAt(tokens, from, 'conjunction') !== null &&
  speechWord(tokens[from]?.text ?? '')?.form !== 'verb';

function pointsBack(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from]?.kind !== 'word') return false;
  for (let i = from; i < Math.min(from + POINTING, to); i++)
    if (isPointing(tokens[i]) && !isKafDhalika(tokens[i]) && !isTime(tokens[i + 1])) return true;
  return false;
}

/** «قال المصدر إن …», «أضاف البيان: …»: some other sentence names the source more fully. */
export function hasBareSource(tokens: readonly Token[], from: number): boolean {
  if (!summaryWords().bareSources.has(tokens[from + 1]?.text ?? '')) return false;
  const next = tokens[from + 2];
  return next !== undefined && (next.kind === 'mark' || COMPLEMENTIZERS.has(next.text));
}

/** «وقال إن …»: whoever speaks is in an earlier sentence. */
function hidesSpeaker(
  { sentences, tokens }: Reading,
  { attributions }: Readonly<Context>,
  from: number,
  to: number,
): boolean {
  return attributions.some(
    (a) =>
      a.written === null &&
      a.verb !== null &&
      (a.cue.from === from || (a.cue.from === from + 1 && isAuxiliary(tokens[from]))) &&
      !isNamed(tokens[a.cue.to]) &&
      (sentences[a.sentence]?.to ?? 0) >= to,
  );
}

/** «كان قال», «قد أعلن»; not «لقي طالب مصرعه», whose student is no verb. */
const isAuxiliary = tokenLike(/^[وف]?(?:ل?قد|كانت?|كما|عاد|عادت)$/);

/** «أوردت الصحف أن»: a noun with its article behind the verb is its subject, found or not. */
const isNamed = tokenLike(/^ال.../);
