import { countryOfNisba } from '#arabic/countries.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { isOrdinaryForm, isParticiple } from './ordinary-form.ts';
import { INDEFINITE_ADJECTIVE, PLURAL } from './place-constructs.ts';
import { placeRules } from './place-rules.ts';

const VERB = /^(?:[يت]|ست|سي|وت|وي)[\u0621-\u064a]{3,}|^ي[\u0621-\u064a]{2}$/;
// «يتطوعون», «تتبدى»: whatever their length.
const VERB_OF_MANY = /^ي[^اوي][^وي][\u0621-\u064a]{1,4}ون$|^(?:تت|يت)(?!ار|يم)[\u0621-\u064a]{2,4}$/;
const CLITIC_ARTICLE = /^(?:[وف]?[بك]ال|لل|ولل).{3}/;
const VERB_WITH_OBJECT = /^[يت][\u0621-\u064a]{3,}(?:ه|ها)$|^[\u0621-\u064a]{3,}و(?:ه|ها|هم)$/;
export const ADJECTIVE = /^(?:وال|بال|ال).{2,}(?:يه|ي|يتين|يين|تان|تين)$/;

/** «لقضاء إجازتهم», «منطقة طولها», «في شقته»: theirs, and no name. */
export const OWNED = /.{3}(?:هم|هما|هن|كم|ها|تهم)$|.{2}ته$/;

export const SHORTEST_UNKNOWN = 4;

/** A word that is nothing else, whatever is taken off it. */
export const isUnknownName = rememberWords(
  (word: string) =>
    word.length >= SHORTEST_UNKNOWN &&
    !isOrdinaryForm(word) &&
    isNameWord(word) &&
    !(/^[وفبلك]/.test(word) && (isOrdinaryForm(word.slice(1)) || !isNameWord(word.slice(1)))) &&
    !isParticiple(word) &&
    !OWNED.test(word),
);

/** The same behind a preposition, where «ب» or «ل» can only be a letter of the name: «في بينتون». */
export const isUnknownBehind = (word: string): boolean =>
  isUnknownName(word) ||
  (word.length > SHORTEST_UNKNOWN &&
    /^[بلك]/.test(word) &&
    !isOrdinaryForm(word) &&
    isNameWord(word) &&
    !isParticiple(word) &&
    !OWNED.test(word));

/** A word that may stand in a name: no adjective, verb, preposition or noun of place. */
export const isNameWord = rememberWords((word: string) => {
  const rules = placeRules();
  return (
    word.length > 2 &&
    !CLITIC_ARTICLE.test(word) &&
    !INDEFINITE_ADJECTIVE.test(word) &&
    !VERB_WITH_OBJECT.test(word) &&
    !rules.notAfterAdmin.has(word) &&
    !rules.locatives.has(word) &&
    !rules.weakLocatives.has(word) &&
    !rules.admin.has(word) &&
    !rules.eventWords.has(word) &&
    !ADJECTIVE.test(word) &&
    !PLURAL.test(word) &&
    !(VERB.test(word) && isVerbLike(word)) &&
    !VERB_OF_MANY.test(word) &&
    countryOfNisba(word) === undefined
  );
});

// A verb's prefix and no ending of a foreign name.
const isVerbLike = (word: string) => !/(?:ا|و|ي|ه|ان|ستان|كو|نو|رو)$/.test(word) && word.length < 6;
