import { testOfForm } from '#arabic/forms.ts';
import type { Token } from '#arabic/tokens.ts';
import { isOnlyOfPeople } from './casualty-clauses.ts';
import type { Count } from './casualty-counts.ts';
import type { AnchorHere } from './casualty-tallies.ts';
import { bareWord, NEVER_PEOPLE } from './casualty-words.ts';

/** Nouns that «ون» and «ين» make many of are people, whatever they do: «معدّنين», «نحّالون». */
const isSoundPlural = testOfForm(
  ({ text, kind }) =>
    kind === 'word' &&
    /^(?!و|ال|ب?ملا|عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)[^\s]{3,}(?:ون|ين)$/.test(text) &&
    !NEVER_PEOPLE.has(text) &&
    !/^(?:متاثرين|متاثرون|نازفين|متفحمين|مختنقين|مضرجين|حين|بين|سنين|اثنين|اثنان|تشرين|فلسطين|يومين|مرتين|طنين|قوانين|براهين|مضامين|عناوين|ميادين|شرايين|تمارين|بساتين|سكاكين|ملايين|قرون|فنون|ديون|سجون|شؤون|قانون|كانون|زيتون|صابون)$/.test(
      text,
    ),
);

/** «من وجهاء القرية», «من الصيارفة»: any noun that no thing or time is. */
const isCountable = testOfForm(
  ({ text }) =>
    text.length > 3 &&
    !NEVER_PEOPLE.has(text) &&
    !NEVER_PEOPLE.has(bareWord(text)) &&
    !/^(?:اصل|بين|مجموع|اجمالي|جراء|خلال|قبل|جانب|تلك|هذه?|ذلك|اليوم|امس)$/.test(text),
);

/** A noun in the accusative as numbers from 11 on have it: «48 معدّنا». */
const isAccusative = testOfForm(
  ({ text, kind }) =>
    kind === 'word' &&
    /^(?!و|ال|جميعا$|ايضا$|معا$|لاحقا$|فورا$).{2,}[^اىي]ا$/.test(text) &&
    !NEVER_PEOPLE.has(text),
);

/**
 * A noun behind a number that no list has, where the grammar or what happened shows that people are counted:
 * «48 معدّنا لقوا حتفهم», «مقتل تسعة نحّالين». `onlyPeople`: to things it does not happen.
 */
function guessedPeople(
  tokens: readonly Token[],
  { numberTo, min }: Count,
  onlyPeople: boolean,
): number | null {
  const of = tokens[numberTo]?.text === 'من' ? numberTo + 1 : numberTo;
  const noun = tokens[of];
  if (noun?.kind !== 'word' || min === null || min < 2) return null;
  if (of > numberTo) return onlyPeople && isCountable(noun.form) ? of : null;
  if (isSoundPlural(noun.form)) return min < 11 ? of : null;
  if (!onlyPeople) return null;
  return min % 100 > 10 && isAccusative(noun.form) ? of : null;
}

/**
 * «مقتل 3 …» with a noun behind that is none of people we know: the count with them, or `unknown` where nobody can tell
 * whom it counts; null where it counts nobody. `anchor`: what was said to have happened right before.
 */
export function guessBehind(
  tokens: readonly Token[],
  count: Count,
  anchor: AnchorHere & { at: number },
): Count | 'unknown' | null {
  const isBare = count.counted.is === 'nothing' && tokens[count.numberTo]?.kind === 'word';
  if (anchor.tally || !isBare || count.meantFor || count.min === null) return null;
  const only =
    isOnlyOfPeople((tokens[anchor.at] as Token).form) || (!anchor.needsPeople && anchor.kind === 'killed');
  const at = guessedPeople(tokens, count, only);
  if (at !== null) return { ...count, to: at + 1, counted: { is: 'people', at } };
  return count.from === anchor.to ? 'unknown' : null;
}
