import { type Form, testOfForm } from '#arabic/forms.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { mayBeginAnchor } from './casualty-anchors.ts';
import { mayEndClause } from './casualty-clauses.ts';
import { mayBeginCount, opensMarks, readCount } from './casualty-counts.ts';
import { mayBeMarkedDual } from './casualty-doubts.ts';
import { NEAR } from './casualty-kinds.ts';
import { mayBeBeside, mayBeOne } from './casualty-one-before.ts';
import { isOneVictim } from './casualty-one-victim.ts';
import { mayTellOfThose } from './casualty-told-before.ts';
import { mayBeginAmong, mayBeVictims } from './casualty-unnumbered.ts';
import { BODIES, bareWord, isPeopleWord, NOT_COUNTED, RELEASED } from './casualty-words.ts';
import { mayBeginZero } from './casualty-zero.ts';
import { isDefinite, isInstitution } from './speaker-words.ts';

/** «أفرج», «أطلق»: who is counted behind it is free again. */
const isReleasing = testOfForm(
  ({ text, kind }) => kind === 'word' && RELEASED.has(text.replace(/^[وف](?=.{3})/, '')),
);
const isFire = tokenLike(
  /^(?:ال)?(?:نار|رصاص|نيران|صاروخ|صواريخ|قذائف|قذيفة|قنابل|قنبلة|غاز|عيار|عيارات|حملة|عملية|مبادرة|سهام)(?:ا|ها)?$/,
);

/** Whether whoever is counted behind token `at` is free again; «إطلاق النار» sets nobody free. */
export const releasesAt = (tokens: readonly Token[], at: number): boolean =>
  isReleasing((tokens[at] as Token).form) &&
  !isFire(tokens[at + 1]) &&
  !isDemanded(tokens, at) &&
  !isInName(tokens, at);

/** «منظمة "إنقاذ الطفولة"», «لجنة إنقاذ المدينة»: what a body is called, and nobody was saved. */
function isInName(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[opensMarks(tokens[at - 1]) ? at - 2 : at - 1]?.text ?? '';
  return isInstitution(noun) && !isDefinite(noun) && tokens[at + 1]?.kind === 'word';
}

/** «طالب بالإفراج عن», «مقابل إطلاق سراح»: still held. */
function isDemanded(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= at - 3 && i >= 0; i--)
    if (demands(tokens[i])) return !isFor(tokens[i]) || !isGivenBefore(tokens, i);
  return false;
}

const isFor = tokenLike(/^(?:مقابل|لقاء)$/);
const isGiven = tokenLike(
  /^[وف]?(?:سلم(?:ت|وا)?|افرج(?:ت|وا)?|اطلق(?:ت|وا)?|حرر(?:ت|وا)?|تبادل(?:ت|وا)?|تسليم|تحرير|اسفرت|دفع(?:ت|وا)?|ال(?:مبلغ|مبالغ|اموال|فدي[ةه])|مدفوع[ةه]|المدفوع[ةه])$/,
);
/** Words between what was given and what for. */
const GIVEN = 20;

/** «سلمت الحركة 14 جثة مقابل الإفراج عن عشرة»: an exchange that was made. */
function isGivenBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - GIVEN && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'break' || token.text === '.') return false;
    if (isGiven(token)) return true;
  }
  return false;
}

const demands = tokenLike(
  /^[وفل]?(?:طالب|طالبت|يطالب|تطالب|المطالبة|للمطالبة|مطالبا|مطالبين|مقابل|لقاء|شرط|يشترط|اشترط|اشترطت|دعا|دعت)$/,
);

/** «وتضرر»: another verb, or something else that is joined. */
const mayBeginClause = testOfForm(
  ({ text }) =>
    /^و(?:.{4}|خسر|ربح|كسب|باع|دفع|جمع|زار|حضر|شمل|وضع)/.test(text) &&
    !/^وعدده?[ام]/.test(text) &&
    // «أودت به وبزوجته وثلاثة من أطفالهما»: joined to whom it befell.
    !/^وب.{2,}(?:ه|ها|هم|هما)$/.test(text) &&
    !isPeopleWord(text) &&
    // «اعتقلت قوات من الجيش والشرطة 19 شخصا»: one who did it, and no verb.
    !(/^وال/.test(text) && BODIES.has(bareWord(text))),
);

/** «وتضرر 150 ألفا»: another verb, and those who are counted behind it are of another clause. */
export const beginsClause = (tokens: readonly Token[], at: number): boolean =>
  mayBeginClause((tokens[at] as Token).form) && readCount(tokens, at + 1) !== null;

/** A count, what happened, a zero or a part may begin with such a word. */
const mayTell = (form: Form): boolean =>
  isReleasing(form) ||
  mayEndClause(form) ||
  NOT_COUNTED.begins(form) ||
  mayBeginCount(form) ||
  mayBeginZero(form) ||
  mayBeginAmong(form) ||
  mayBeVictims(form) ||
  isOneVictim(form) ||
  mayBeOne(form) ||
  mayBeBeside(form) ||
  mayTellOfThose(form) ||
  mayBeMarkedDual(form) ||
  mayBeginAnchor(form);

/** Most words begin nothing of that, and some no more than another clause. */
export const isIdle = testOfForm((form) => !mayBeginClause(form) && !mayTell(form));
export const onlyBeginsClause = testOfForm((form) => mayBeginClause(form) && !mayTell(form));

/** Words between «أنقذ» and those who were saved. */
const SAVED = 7;
/** «صفقة التبادل التي شملت، في مارس الماضي، نحو 700 أسير»: a deal is told of at more length. */
const EXCHANGED = 14;
const isExchange = tokenLike(/^[وب]?(?:ال)?تبادل$/);

/** «أنقذ 25 راكبا», but «أخرج الغواصون جثث ستة صيادين»; `released`: where «أنقذ» stands, below 0 for nowhere. */
export function areReleased(
  tokens: readonly Token[],
  released: number,
  anchor: { at: number; to: number } | null,
  at: number,
): boolean {
  const isNear =
    released >= 0 && released < at && at - released < (isExchange(tokens[released]) ? EXCHANGED : SAVED);
  return isNear && !(anchor && anchor.at >= released && at - anchor.to <= NEAR);
}
