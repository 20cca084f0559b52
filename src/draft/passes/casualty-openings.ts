import { ofForm } from '#arabic/forms.ts';
import { mayBeginAnchor } from './casualty-anchors.ts';
import { endsClause } from './casualty-clauses.ts';
import { mayBeginCount } from './casualty-counts.ts';
import { mayBeMarkedDual } from './casualty-doubts.ts';
import { isOneInAccusative } from './casualty-ones.ts';
import { mayBeginAmong, mayBeVictims } from './casualty-unnumbered.ts';
import { isPeopleWord, NOT_COUNTED, RELEASED } from './casualty-words.ts';
import { mayBeginZero } from './casualty-zero.ts';

/** «أفرج», «أطلق»: who is counted behind it is free again. */
export const isReleasing = ofForm(
  ({ text, kind }) => kind === 'word' && RELEASED.has(text.replace(/^[وف](?=.{3})/, '')),
);
/** «وتضرر»: another verb, or something else that is joined. */
export const mayBeginClause = ofForm(({ text }) => /^و.{4}/.test(text) && !isPeopleWord(text));

/** Most words: neither a count nor what happened, a zero or a part begins with them. */
export const isIdle = ofForm(
  (form) =>
    !isReleasing(form) &&
    !mayBeginClause(form) &&
    !endsClause(form) &&
    !NOT_COUNTED.begins(form) &&
    !mayBeginCount(form) &&
    !mayBeginZero(form) &&
    !mayBeginAmong(form) &&
    !mayBeVictims(form) &&
    !isOneInAccusative(form) &&
    !mayBeMarkedDual(form) &&
    !mayBeginAnchor(form),
);
