import { countryOfNisba } from '#arabic/countries.ts';
import { adminNounAt } from './admin-noun.ts';
import { isOrdinaryForm, isParticiple } from './ordinary-form.ts';
import type { AdminNoun, PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

/** A name that only the noun before it shows to be a place: «بلدة أنفيف». */
export interface UnknownPlace {
  /** Place tokens [from, to); the noun is inside where it is part of the name («مستشفى الأمل»). */
  from: number;
  to: number;
  noun: AdminNoun;
  /** Index of the noun. */
  nounAt: number;
}

const LONGEST = 3;
// «مناطق حساسة»: what follows a plural without «ال» is an adjective.
const PLURAL_NOUN = /(?:مناطق|مدن|قري|بلدات|احياء|محافظات|ولايات|مقاطعات|مديريات|مخيمات|اقاليم)$/;
const VERB = /^(?:[يتن]|ست|سي|وت|وي)[\u0621-\u064a]{3,}/;
const CLITIC_ARTICLE = /^(?:[وف]?[بك]ال|لل|ولل)/;
const INDEFINITE_ADJECTIVE = /^(?!ال)[\u0621-\u064a]{4,}يه$/;
const VERB_WITH_OBJECT = /^[يت][\u0621-\u064a]{3,}(?:ه|ها)$/;
const ADJECTIVE = /^(?:وال|بال|ال).+(?:يه|ي|يتين|يين|تان|تين)$/;
const PLURAL = /^ال.+ات$/;

export function findUnknownPlaces(
  tokens: readonly PlaceToken[],
  taken: readonly { from: number; to: number }[],
  rules: PlaceRules,
): UnknownPlace[] {
  const covered = new Set<number>();
  for (const mention of taken) for (let i = mention.from; i < mention.to; i++) covered.add(i);
  const found: UnknownPlace[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    const noun = adminNounAt(tokens, i, rules);
    if (!noun || covered.has(i)) continue;
    const to = nameEnd(tokens, i + 1, noun, covered, rules);
    if (to > i + 1) {
      const inside = noun === 'facility' || noun === 'partOfName';
      found.push({ from: inside ? i : i + 1, to, noun, nounAt: i });
      i = to - 1;
      // «بلدتي كذا وكذا»
      const next = tokens[to];
      if (
        next?.kind === 'word' &&
        next.text.startsWith('و') &&
        next.text.length > 4 &&
        !covered.has(to) &&
        isNameWord(next.text.slice(1), rules) &&
        isUnwritten(next.text) &&
        noun === 'strong'
      )
        found.push({ from: to, to: to + 1, noun, nounAt: i });
    }
  }
  return found;
}

// «وادي», «واحة» begin names; any other و after the noun joins a further word.
const isFirstWaw = (word: string) =>
  /^(?:واد|واح|ود|ورق|وهر|وزان|فـ|ف[^يا])/.test(word) || word.startsWith('فا') || word.startsWith('في');

const isUnwritten = (word: string) => !isOrdinaryForm(word);

/** «لقضاء إجازتهم»: theirs, and no name. */
const OWNED = /.{3}(?:هم|هما|هن|كم|ته|تها|تهم)$/;

function nameEnd(
  tokens: readonly PlaceToken[],
  from: number,
  noun: AdminNoun,
  covered: ReadonlySet<number>,
  rules: PlaceRules,
): number {
  let to = from;
  const first = tokens[from];
  if (first?.kind !== 'word' || covered.has(from) || OWNED.test(first.text)) return from;
  if (/^[وف]/.test(first.text) && !isFirstWaw(first.text)) return from;
  if (rules.nameHeads.has(first.text)) {
    const second = tokens[from + 1];
    if (second?.kind === 'word' && !covered.has(from + 1) && !rules.locatives.has(second.text)) to = from + 2;
    else return from;
  } else if (PLURAL_NOUN.test(tokens[from - 1]?.text ?? '') && /^(?!ال).+ه$/.test(first.text)) return from;
  else if (isNameWord(first.text, rules) && isFirstOfName(first.text, noun)) to = from + 1;
  else return from;
  while (to - from < LONGEST) {
    const next = tokens[to];
    if (
      next?.kind !== 'word' ||
      covered.has(to) ||
      isOrdinaryForm(next.text) ||
      !isNameWord(next.text, rules)
    )
      break;
    if (
      /^[وف]/.test(next.text) ||
      rules.admin.has(next.text) ||
      (next.text.startsWith('ب') && rules.admin.has(next.text.slice(1)))
    )
      break;
    if (/^(?:ب|ل)ال/.test(next.text) || /^لل/.test(next.text)) break;
    to++;
  }
  return to;
}

function isNameWord(word: string, rules: PlaceRules): boolean {
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
    countryOfNisba(word) === undefined
  );
}

// A verb's prefix and no ending of a foreign name.
const isVerbLike = (word: string) => !/(?:ا|و|ي|ه|ان|ستان|كو|نو|رو)$/.test(word) && word.length < 6;

/** A definite noun may be an everyday word after «بلدة» or «حي», nowhere else. */
function isFirstOfName(word: string, noun: AdminNoun): boolean {
  if (noun === 'strong' && isDefiniteNoun(word)) return true;
  if (isOrdinaryForm(word)) return false;
  return noun === 'strong' || !isParticiple(word);
}

const isDefiniteNoun = (word: string) => word.startsWith('ال') && word.length > 4;
