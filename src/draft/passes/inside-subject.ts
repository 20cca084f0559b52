import { testOfForm } from '#arabic/forms.ts';
import { speechOf } from '#arabic/speech.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { isPrepositional } from './speaker-limits.ts';
import { COMPLEMENTIZERS, JOINERS } from './speaker-words.ts';

/** A verb of saying and what is inside its subject stand at most so many tokens apart. */
const LONGEST_SUBJECT = 8;

const isBareSaying = testOfForm((form) => {
  const word = speechOf(form);
  const bare = word?.form === 'verb' && word.conjunction === '' && word.suffix === '';
  return bare && !/^[يت]/.test(form.text);
});

const endsSubject = testOfForm(
  ({ kind, text }) =>
    kind !== 'word' ||
    COMPLEMENTIZERS.has(text) ||
    JOINERS.has(text) ||
    /^(?:الذي|التي|الذين|قد|ما|كما|كان|كانت|ثم|لم|لا|هو|هي|وهو|وهي|حيث|حين|عندما|بعدما|فيما|بينما|اذ|في|فى|من|عن|على|الى|خلال|بعد|قبل|لدى|عبر|مع|امس|اليوم|نفسه|نفسها)$/.test(
      text,
    ),
);

export const isWherein = tokenLike(/^فيها?$/);

/**
 * Whether a word that looks like a verb of saying stands inside the subject of the verb before `from`: a name («قال المحلل
 * راين فوستر:», «قال العضو واصل أبو يوسف إن»), or what somebody did («قال ساكن جاء إلى السوق:»). No verb follows another
 * so, without a word that joins them.
 */
export function isInsideSubject(tokens: readonly Token[], from: number, at: number): boolean {
  if (from < 1 || at <= from || at > from + LONGEST_SUBJECT || !isBareSaying((tokens[at] as Token).form))
    return false;
  const verb = speechOf((tokens[from - 1] as Token).form);
  if (verb?.form !== 'verb' || verb.introduces !== 'often' || verb.doubtful || verb.suffix !== '')
    return false;
  // «نشر التلفزيون بيانا للوزارة جاء فيه أن»: the statement says so.
  if (
    isWherein(tokens[at + 1]) ||
    tokens[at + 1]?.kind !== 'word' ||
    COMPLEMENTIZERS.has(tokens[at + 1]?.text ?? '')
  )
    return false;
  if (isPrepositional((tokens[from] as Token).form)) return false;
  for (let i = from; i < at; i++) if (endsSubject((tokens[i] as Token).form)) return false;
  return true;
}
