import { fold } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import type { SpeechWord } from '#arabic/speech.ts';
import { seldomLike, type Token } from '#arabic/tokens.ts';
import type { Cue } from './cue.ts';
import { isToll } from './may-be-said.ts';
import { pastPlace } from './source-end.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { isClosed } from './speaker-limits.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { isIn, TIMES } from './speaker-words.ts';
import { isMade, whoseFigures } from './whose-figures.ts';

/** «حصيلة صادرة عن جهاز الطوارئ» */
export const isIssued = testOfForm(({ text }) => /^صادر[ةه]$/.test(text));

/** «أرقام صادرة عن الوزارة» */
const areIssued = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === 'عن' && isIssued((tokens[at] as Token).form);

const areCounted = seldomLike(/^(?:احصائي[ةه]|احصائيات|احصاءات?|ارقام|معطيات|حصيل[ةه])$/);

/** «إحصائية للمفوضية»: whose the figures are. */
const areTheirs = (tokens: readonly Token[], at: number): boolean =>
  areCounted(tokens[at]) && /^ل.{3}/.test(tokens[at + 1]?.text ?? '');

const isWhich = seldomLike(/^الت[يى]$/);

/** «تشير الأرقام التي نشرتها الوزارة إلى أن», behind a verb: whose figures speak; null where no figures do, or nobody's. */
export const figuresAt = (
  tokens: readonly Token[],
  verb: number,
  said: number | null,
  end: number,
): SpeakerPhrase | null =>
  (said !== null && isWhich(tokens[verb + 2])) ||
  isMade(tokens[verb + 2]) ||
  areIssued(tokens, verb + 2) ||
  areTheirs(tokens, verb + 1)
    ? whoseFigures(tokens, verb + 1, said ?? end)
    : null;

/** «وكانت حصيلة سابقة أوردتها السلطات تحدثت عن 32»: whose the toll is. */
export function tollCue(
  tokens: readonly Token[],
  at: number,
  word: SpeechWord | null,
  end: number,
): Cue | null {
  const isFrom = areIssued(tokens, at);
  const isGiven = word && word.suffix !== '' && /^(?:اورد|اعلن|نشر|ذكر|اصدر)/.test(fold(word.lemma));
  if (!isGiven && !isFrom) return null;
  if (!isToll(tokens[at - 1]) && !isToll(tokens[at - 2])) return null;
  const from = isFrom ? at + 2 : at + 1;
  const phrase = readSpeaker(tokens, from, end);
  if (phrase?.from !== from) return null;
  // «… وفقدان ستة، في حصيلة جديدة أعلنتها الوزارة»: of the figures before it.
  const toll = isToll(tokens[at - 1]) ? at - 1 : at - 2;
  const whole = pastPlace(tokens, phrase.to);
  const behind = TIMES.has(tokens[whole]?.text ?? '') ? whole + 1 : whole;
  if (isIn(tokens[toll - 1]) && isClosed(tokens, behind))
    return { from: at, to: at + 1, word, phrase, saidFrom: null, backwards: true, silent: false };
  return { from: at, to: at + 1, word, phrase, saidFrom: phrase.to, backwards: false, silent: false };
}
