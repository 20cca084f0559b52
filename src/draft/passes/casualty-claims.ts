import PEOPLE from '#arabic/data/casualty-people.json' with { type: 'json' };
import ORGANISATIONS from '#arabic/data/organisations.json' with { type: 'json' };
import { fold } from '#arabic/fold.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import type { CasualtyFigure, CasualtyStatus } from '#draft/fact.ts';

/** Those who fight: what they say of a war is the word of one side. */
const FIGHTERS = new Set(PEOPLE.fighters.map(fold));
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

/**
 * What one side says counts as its claim: what fighters say of anybody but themselves, an army of whom it fights; a part
 * of what it says as much as the whole.
 */
export function claimedBySides(figures: readonly CasualtyFigure[]): CasualtyFigure[] {
  return figures.map((figure) => {
    const whole =
      figure.status === 'confirmed' && figure.partOf !== null ? figures[figure.partOf] : undefined;
    const told = whole?.status === 'confirmed' && whole.source === figure.source ? whole : figure;
    return { ...figure, status: statusBySide(told) };
  });
}

/** A status, where one side of a war is the source. */
export const statusBySide = ({ status, source, group }: CasualtyFigure): CasualtyStatus =>
  status === 'confirmed' && isClaimedBy(source, group) ? 'claimed' : status;

/** Who speaks for one side of a war. */
interface Side {
  isArmy: boolean;
  /** The words of its name. */
  words: ReadonlySet<string>;
}

/** The side that a source speaks for; null for most, who take none. */
const sideOf = rememberWords((source: string): Side | null => {
  const who = fold(source);
  if (CIVIL.test(who)) return null;
  const words = new Set(who.split(' ').map(bare));
  if (ARMIES.test(who)) return { isArmy: true, words };
  const padded = ` ${who} `;
  const fights = ARMED.some((name) => padded.includes(name)) || !words.isDisjointFrom(FIGHTERS);
  return fights ? { isArmy: false, words } : null;
});

function isClaimedBy(source: string | null, group: string | null): boolean {
  const side = source === null ? null : sideOf(source);
  if (!side) return false;
  const whom = fold(group ?? '');
  if (THEIRS.test(whom)) return false;
  // «قال مصدر في القوات إن اثنين من القوات أصيبا»
  if (whom.split(' ').some((word) => side.words.has(bare(word)) && word.length > 3)) return false;
  return !side.isArmy || (ENEMIES.test(whom) && !OWN.test(whom));
}
