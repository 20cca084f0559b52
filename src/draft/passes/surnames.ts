import { testOfForm } from '#arabic/forms.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { isFamily } from './name-ends.ts';
import { endsDescription, isClosed, isVerbOfSaying } from './speaker-limits.ts';
import {
  COMPLEMENTIZERS,
  isDefinite,
  isGivenName,
  isInstitution,
  JOINERS,
  placeEnd,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

const known = new WeakMap<readonly Token[], ReadonlySet<string>>();

/**
 * Whether a word is a surname in this article: it stands behind a first name («جيم كرافت») and alone behind a verb of
 * saying («وقال كرافت إن»). Without that «كرافت» looks like «ك» and a noun.
 */
export function isSurnameHere(tokens: readonly Token[], at: number): boolean {
  let surnames = known.get(tokens);
  if (!surnames) {
    surnames = findSurnames(tokens);
    known.set(tokens, surnames);
  }
  return surnames.has(tokens[at]?.text ?? '');
}

const NOBODY: ReadonlySet<string> = new Set();

const isSaying = testOfForm(({ text }) => isVerbOfSaying(text));
const isFirstName = testOfForm(({ text }) => text.length >= 3 && isGivenName(text));

function findSurnames(tokens: readonly Token[]): ReadonlySet<string> {
  const speaks = findSpeaking(tokens);
  if (speaks.size === 0) return NOBODY;
  const surnames = new Set<string>();
  for (let i = 1; i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    const before = tokens[i - 1] as Token;
    const spoken = i > 1 && isSaying((tokens[i - 2] as Token).form);
    const first = isFirstName(before.form) || (spoken && !isDefinite(before.text));
    if (first && speaks.has(text) && mayBeSurname(tokens, i) && mayBeSurname(tokens, i - 1))
      surnames.add(text);
  }
  return surnames;
}

/** Words that stand alone behind a verb of saying, and may be a name. */
function findSpeaking(tokens: readonly Token[]): ReadonlySet<string> {
  const speaks = new Set<string>();
  for (let i = 1; i < tokens.length; i++) {
    if (!isSaying((tokens[i - 1] as Token).form)) continue;
    const { kind, text, form } = tokens[i] as Token;
    if (kind !== 'word' || text.length < 4 || isNeverSurname(form)) continue;
    const next = tokens[i + 1]?.text ?? '';
    // «وأشار كرافت إلى أن»
    const isTo = /^(?:الى|على|من|عن)$/.test(next) && COMPLEMENTIZERS.has(tokens[i + 2]?.text ?? '');
    if (isTo || isClosed(tokens, i + 1) || next === 'في' || next === 'خلال') speaks.add(text);
  }
  return speaks;
}

const isNeverSurname = testOfForm((form) => {
  const { text } = form;
  if (isDefinite(text) || isInstitution(text) || JOINERS.has(text) || endsDescription(form)) return true;
  return TITLES_TRIE.get(text) !== undefined;
});

const mayBeSurname = (tokens: readonly Token[], at: number): boolean =>
  !isNeverSurname((tokens[at] as Token).form) && TITLES_TRIE.longestAt(tokens, at) === null;

/** Nouns that end as adjectives of origin do. */
const isThing = tokenLike(
  /^ال(?:نادي|وادي|كرسي|دوري|ماضي|ثاني|حالي|تالي|اراضي|مباني|مساعي|نواحي|تعازي|تهاني|تصدي|تحدي|تعافي|تمادي|تعاطي|تعدي|مراعي|ليالي|معاصي|موتى|وعي|سعي|نفي|هدي|رمي|بغي|غازي)$/,
);

/** First names that are what is said of things, too: «الهجوم الشريف», «اليوم السعيد». */
const isSaidOfThings = tokenLike(
  /^ال(?:امل|حرب|سلام|نور|هدى|نصر|فجر|شرق|صباح|عيد|وعد|ايمان|جهاد|اسلام|فرح|عهد|ثور[ةه]|حري[ةه])$/,
);

/** «افتتح علي ناصر الكعبي المعرض»: behind two names a word that looks like an adjective, and is of no country. */
export function isSurnameBehind(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  const before = tokens[at - 1]?.text ?? '';
  const servant =
    tokens[at - 2]?.text === 'عبد' ||
    // «رشيد الطالبي العلمي في مؤتمر»
    (/^ال.{3,}ي$/.test(before) && isGivenName(tokens[at - 2]?.text ?? '') && isClosed(tokens, at + 1));
  if (!isGivenName(before) && before !== 'الدين' && !servant) return false;
  // «محمد علي السالم»: a first name with its article.
  const first = isDefinite(text) && isGivenName(withoutArticle(text)) && !isSaidOfThings(tokens[at]);
  const origin = isFamily(text) && !isThing(tokens[at]);
  if ((!first && !origin) || isInstitution(text)) return false;
  return TITLES_TRIE.longestAt(tokens, at) === null && placeEnd(tokens, at) <= at + 1;
}
