import { wordsForScoring } from './fold-for-scoring.ts';

const GENERIC = new Set(
  wordsForScoring(
    'شخص شخصا شخصين شخصان أشخاص قتيل قتيلا قتيلان قتيلين قتلى جريح جريحا جريحان جريحين جرحى مصاب مصابا مصابان مصابين مصابون ' +
      'ضحية ضحايا آخر آخرون آخرين مفقود مفقودا مفقودان مفقودين مفقودون جثة جثث شهيد شهيدا شهيدان شهيدين شهداء حالة حالات وفاة وفيات ' +
      'نازح نازحين نسمة فرد أفراد موقوف موقوفا موقوفين معتقل معتقلا معتقلين',
  ),
);

const SINGULARS = new Map(
  [
    ['أطفال', 'طفل'],
    ['نساء', 'امرأة'],
    ['نسوة', 'امرأة'],
    ['رجال', 'رجل'],
    ['عمال', 'عامل'],
    ['جنود', 'جندي'],
    ['طلاب', 'طالب'],
    ['رضع', 'رضيع'],
    ['فتية', 'فتى'],
    ['ركاب', 'راكب'],
    ['أفراد', 'فرد'],
    ['عناصر', 'عنصر'],
    ['موظفو', 'موظف'],
    ['قادة', 'قائد'],
    ['سياح', 'سائح'],
    ['عائلات', 'عائلة'],
  ].map((pair) => pair.map((word) => wordsForScoring(word)[0]) as [string, string]),
);

const ENDINGS = ['تين', 'تان', 'ين', 'ون', 'ان', 'ات', 'ها', 'هم', 'ه', 'ا'];

function stemForScoring(word: string): string {
  const bare = word.replace(/^(?:وال|بال|لل|ال)(?=.{3})/, '');
  const singular = SINGULARS.get(bare);
  if (singular) return singular;
  const ending = ENDINGS.find((e) => bare.endsWith(e));
  const cut = ending && bare.length - ending.length >= 3 ? bare.slice(0, -ending.length) : bare;
  return SINGULARS.get(cut) ?? cut;
}

/** Whether two descriptions of a group share a word that says who they are; none and none are the same. */
export function isSameGroup(gold: string | null | undefined, drafted: string | null | undefined): boolean {
  const telling = (text: string | null | undefined) =>
    wordsForScoring(text)
      .filter((word) => !GENERIC.has(word) && word.length > 2)
      .map(stemForScoring);
  const wanted = telling(gold);
  const given = telling(drafted);
  if (wanted.length === 0) return given.length === 0;
  return wanted.some((word) => given.includes(word));
}
