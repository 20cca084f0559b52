import { stemsOf } from '#arabic/clitics.ts';
import { foldForSearch } from '#arabic/fold.ts';
import { readArabizi } from '#arabic/transliterate.ts';

/** A word of a name or a query, folded for search. */
export interface LookupWord {
  text: string;
  /** Without «ال» where it has it; «ألمانيا» has not. */
  bare: string;
  /** Says nothing about which brief is meant: «في»، «أخبار»، `the`. */
  stop: boolean;
}

const STOP_WORDS = new Set(
  `في من عن على الى الي مع ما ماذا هل هذا هذه ذلك كل او ثم حول بشان عند بعد قبل بين اخر احدث اخبار خبر موجز ملخص انباء نبا
   اليوم امس الان عاجل جديد الجديد حدث يحدث جري يجري احداث مدينه دوله جمهوريه مملكه سلطنه ولايه محافظه اقليم بلد
   the of in on at and or to for from about a an news brief latest new today what is city state republic kingdom province`
    .split(/\s+/)
    .map((word) => foldForSearch(word)),
);

const WORD = /[\p{L}\p{N}]+/gu;

/** More words than any name or question has. */
const MOST_WORDS = 24;

/** The words of a text in order. */
export function lookupWords(text: string): LookupWord[] {
  const words: LookupWord[] = [];
  for (const [raw] of plain(text).matchAll(WORD)) {
    const folded = readArabizi(foldForSearch(raw.normalize('NFKD').replace(/\p{M}/gu, ''))).replace(
      /(.)\1{2,}/gu,
      '$1',
    );
    if (folded === '') continue;
    const bare = raw.startsWith('ال') && folded.length > 3 ? folded.slice(2) : folded;
    words.push({ text: folded, bare, stop: STOP_WORDS.has(folded) || STOP_WORDS.has(bare) });
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** Without what cannot be seen, and with the apostrophes of Arabizi and of names (`6'`, `N’Djamena`) resolved. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\u0640\u064b-\u065f\u0670]|[^\P{Cc}\s]/gu, '')
    .replace(/\S*\d['\u2019\u02bc]\S*/gu, (word) => readArabizi(word))
    .replace(/(?<=\p{L})['\u2019\u02bc`](?=\p{L})/gu, '');
}

/** A key with how surely the words behind it mean what is filed under it: 1 = as written. */
export interface Key {
  key: string;
  quality: number;
}

const BARE = 0.97;
const WITHOUT_CLITIC = 0.95;
const ADJECTIVE = 0.93;

/** The keys that a name is filed under: as written, without «ال», without «مدينة» and its like. */
export function nameKeys(words: readonly LookupWord[], withoutArticle = true): string[] {
  const telling = words.filter((w) => !w.stop);
  const keys = [words, telling].flatMap((ws) => [
    ws.map((w) => w.text).join(''),
    ...(withoutArticle ? [ws.map((w) => w.bare).join('')] : []),
  ]);
  return [...new Set(keys)].filter((key) => key.length > 1);
}

/** The keys to look under for words that may be a name, the likeliest first. */
export function queryKeys(words: readonly LookupWord[]): Key[] {
  const [first, ...others] = words;
  if (!first) return [];
  const [asWritten, ...looser] = nameKeys(words);
  const rest = others.map((w) => w.text).join('');
  const bareRest = others.map((w) => w.bare).join('');
  const stemmed = stemsIn(first).flatMap((stem) => [stem + rest, stem + bareRest]);
  return [
    ...(asWritten === undefined ? [] : [{ key: asWritten, quality: 1 }]),
    ...looser.map((key) => ({ key, quality: BARE })),
    ...[...new Set(stemmed)].map((key) => ({ key, quality: WITHOUT_CLITIC })),
    ...(others.length > 0 ? [] : adjectiveOf(first).map((key) => ({ key, quality: ADJECTIVE }))),
  ];
}

const NISBA = /(?:ي|يه|يين|يون|يات)$/;

/** The names that a word may be the adjective of: «الروسية» of «روسيا», «الكازاخستاني» of «كازاخستان». */
function adjectiveOf({ text, bare }: LookupWord): string[] {
  return [...new Set([text, bare])].flatMap((word) => {
    const stem = word.replace(NISBA, '');
    if (stem === word || stem.length < 3) return [];
    return [stem, `${stem}يا`, `${stem}ا`, `${stem}ه`];
  });
}

/** The keys of one word of a headline, looked for or filed. */
export function wordKeys(word: LookupWord): string[] {
  return [...new Set([word.text, word.bare, ...stemsIn(word)])];
}

/** The word without «و», «ب», «ل», «ال» in front. «ف», «ك» and «س» begin too many words to be taken off in a query. */
function stemsIn({ text, bare }: LookupWord): string[] {
  if (text.length <= 3) return [];
  const noArticle = text.startsWith('ال') && bare === text;
  return stemsOf(text).flatMap(({ conjunction, proclitic, article, rest }) => {
    if (rest.length < 3 || rest === text || (article && noArticle)) return [];
    return conjunction === 'ف' || proclitic === 'ك' || proclitic === 'س' ? [] : [rest];
  });
}
