import ORGANISATIONS from '#arabic/data/organisations.json' with { type: 'json' };
import { fold, wordSet } from '#arabic/fold.ts';
import type { CasualtyFigure } from '#draft/fact.ts';

/** Those who fight: what they say of a war is the word of one side. */
const FIGHTERS = wordSet(
  'تنظيم جماعة ميليشيا مليشيا كتائب فصائل سرايا مقاومة متمردون متمردين حوثيون حوثيين مسلحون مسلحين خاطفون خاطفين انفصاليون انفصاليين معارضة بيشمركة داعش جهاديون جهاديين',
);
const ARMED = ORGANISATIONS.organisations
  .filter((o) => o.kind === 'armed')
  .flatMap((o) => [o.name, ...o.variants].map((name) => ` ${fold(name)} `));
/** «جماعة حقوقية» fights nobody. */
const CIVIL =
  /(?:^| )(?:ال)?(?:حقوقي|مدني|انساني|بيئي|اغاثي|طبي|خيري|محلي|سياسي|نقابي)[ةه]?(?:$| )|حقوق|مراقب|مرصد/;
const ARMIES = /(?:^| )(?:ال)?(?:جيش|عسكري[ةه]?|تحالف|دفاع|اركان|قوات|فرق[ةه]|لواء|فيلق)(?:$| )/;
const ENEMIES =
  /(?:^| )[وبل]?(?:ال)?(?:مسلح|مقاتل|متمرد|ارهابي|متطرف|متشدد|انقلابي|حوثي|انتحاري|تكفيري|انفصالي|جهادي|عنصر|عناصر|داعش|ميليشي|مليشي|مهاجم)/;
/** «من عناصرها»: their own. */
const THEIRS = /(?:عناصر|مقاتلي|اعضائ|قادت|افراد|رجال|جنود|مسلحي|قوات|كوادر|صفوف)(?:ها|هم|ه)(?:$| )/;

const OWN = /(?:^| )(?:ال)?(?:جيش|شرطة|شرطه|امن|قوات|حشد|صحوة|صحوه)(?:$| )/;

const bare = (word: string) => word.replace(/^ال/, '');

/** What one side says counts as its claim: what fighters say of anybody but themselves, an army of whom it fights. */
export function claimedBySides(figures: readonly CasualtyFigure[]): CasualtyFigure[] {
  return figures.map((figure) =>
    figure.status === 'confirmed' && isClaimedBy(figure.source, figure.group)
      ? { ...figure, status: 'claimed' }
      : figure,
  );
}

function isClaimedBy(source: string | null, group: string | null): boolean {
  if (source === null) return false;
  const who = fold(source);
  const whom = fold(group ?? '');
  if (THEIRS.test(whom) || CIVIL.test(who)) return false;
  // «قال مصدر في القوات إن اثنين من القوات أصيبا»
  const named = new Set(who.split(' ').map(bare));
  if (whom.split(' ').some((word) => named.has(bare(word)) && word.length > 3)) return false;
  if (ARMIES.test(who)) return ENEMIES.test(whom) && !OWN.test(whom);
  const padded = ` ${who} `;
  if (ARMED.some((name) => padded.includes(name))) return true;
  return who.split(' ').some((word) => FIGHTERS.has(bare(word)));
}
