import PEOPLE from '#arabic/data/casualty-people.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { BEFORE_NAMES, BROKEN_PLURALS, DUALS, ONES, VICTIMS } from './casualty-words.ts';
import { isNisba } from './speaker-words.ts';

/** «سائحا أجنبيا», «قياديا ميدانيا بارزا»: so many adjectives stand behind one noun. */
const MOST = 2;

const ADJECTIVES = new Set(PEOPLE.adjectives.map(fold));
/** «امرأة حامل»: takes no ending. */
const UNMARKED = new Set(PEOPLE.unmarkedAdjectives.map(fold));
/** «سياح أجانب» */
const BROKEN = new Set(PEOPLE.brokenAdjectives.map(fold));

/** An adjective without the ending that it has from its noun. */
const isKnown = rememberWords((word: string): boolean => {
  const stems = [word, word.replace(/(?:ا|ين|ون|ان|ات|[ةه]|تين|تان)$/, ''), word.replace(/ت[يا]ن$/, '')];
  return stems.some((stem) => ADJECTIVES.has(stem) || isNisba(stem));
});

/** Where the adjectives of an indefinite noun at token `head` end that begin at token `at`; `at` where none stands there. */
export function adjectivesEnd(tokens: readonly Token[], head: number, at: number): number {
  const noun = withoutConjunction(tokens[head]?.text ?? '');
  let end = at;
  while (end < at + MOST) {
    // «مهاجرين غير نظاميين»
    const isNot = tokens[end]?.text === 'غير';
    const adjective = isNot ? end + 1 : end;
    // «مهاجرا غير شرعي»: of «غير», and in no case of its own.
    if (!agrees(isNot ? noun.replace(/ا$/, '') : noun, tokens[adjective])) break;
    end = adjective + 1;
  }
  // «كوريان جنوبيان», «بحار جنوب أفريقي»
  if (
    end > at &&
    /^كوري/.test(tokens[end - 1]?.text ?? '') &&
    /^(?:شمال|جنوب)ي/.test(tokens[end]?.text ?? '')
  )
    end++;
  // «مقيم مصري الجنسية»
  if (isNationality(tokens[end])) return end > at ? end + 1 : end;
  return pastNationality(tokens, end);
}

const isNationality = tokenLike(/^الجنسي[ةه]$/);

/** «مقيم من الجنسية اليمنية», «المقيمين من الجنسية الهندية»: behind their nationality; `at` where none stands there. */
export function pastNationality(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== 'من' || !isNationality(tokens[at + 1])) return at;
  return isNisba(tokens[at + 2]?.text ?? '') ? at + 3 : at;
}

/** «ثلاثة مدنيين وجندي أوكراني», but «وزير» is one word. */
const withoutConjunction = (noun: string) =>
  !isOne(noun) && noun.startsWith('و') && isOne(noun.slice(1)) ? noun.slice(1) : noun;

/** «أجانب», «شباب» */
export const isBrokenAdjective = (word: string): boolean => BROKEN.has(word);

/** Whether a token is an adjective of the number, gender and case of its noun. */
function agrees(noun: string, token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const { text } = token;
  if (UNMARKED.has(text)) return !/(?:ين|ون|ان|ات)$/.test(noun);
  if (BROKEN.has(text)) return isOfMany(noun);
  return isKnown(text) && endsLike(noun, text);
}

/** «جندي», and «نائب» too, who is no toll alone. */
const isOne = (noun: string) =>
  ONES.has(noun) || BEFORE_NAMES.has(noun) || VICTIMS.get(noun)?.number === 'one';
/** «شبان», «صبيان»: no two. */
const isBrokenPlural = (noun: string) => BROKEN_PLURALS.has(noun) && !DUALS.has(noun);
const isOfMany = (noun: string) => isBrokenPlural(noun) || (!isOne(noun) && !DUALS.has(noun));

/** «طفلا رضيعا», «طفلة رضيعة», «طفلين رضيعين»; of many whose noun has no ending, the adjective has one. */
function endsLike(noun: string, adjective: string): boolean {
  // «صبية سوريين», and «صبية سورية»
  if (isBrokenPlural(noun) && /(?:ين|ون|ات)$/.test(adjective)) return true;
  if (!isOne(noun)) {
    const end = isBrokenPlural(noun) ? undefined : /(?:ين|ون|ان|ات)$/.exec(noun)?.[0];
    return end ? adjective.endsWith(end) : /(?:ين|ون|ات)$/.test(adjective);
  }
  if (/[ةه]$/.test(noun)) return /[ةه]$/.test(adjective);
  return noun.endsWith('ا') ? adjective.endsWith('ا') : !/(?:[اة]|ين|ون|ان|ات)$/.test(adjective);
}
