import { tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import { isAcrossBorder, isOnTheWay } from './place-scene.ts';
import type { PlaceToken } from './place-tokens.ts';

/** Words to a place that may tell where an unknown one lies. */
const NEAR = 25;
/** Words of a sentence that the country at its beginning is told of. */
const TOLD = 40;

/** The country of the known place nearest to a token, in the same sentence; to be asked from left to right. */
export function nearestCountry(all: readonly LocatedMention[], tokens: readonly PlaceToken[]) {
  const known: (LocatedMention & { opens: boolean })[] = [];
  for (const mention of all) {
    const opens = isOpening(mention, tokens);
    if ((isNamed(mention) && !opens) || isAcrossBorder(mention, tokens, mention.from - 1)) continue;
    // «متجهين إلى أستراليا» says nothing of where they set out.
    if (!isLeft(mention, tokens) && !isOnTheWay(mention, tokens)) known.push({ ...mention, opens });
  }
  let low = 0;
  return (at: number): string | null => {
    while ((known[low]?.from ?? at) < at - TOLD) low++;
    let best: string | null = null;
    let nearest = NEAR;
    for (let i = low; i < known.length; i++) {
      const { from: place, country, opens } = known[i] as (typeof known)[number];
      if (place > at + NEAR) break;
      // What follows says more: «بلدة كذا في ريف حلب».
      const before = opens ? (at - place) / 2 : (at - place) * 2;
      const distance = place > at ? place - at : before;
      if (!country || distance >= nearest) continue;
      const [from, to] = place > at ? [at, place] : [place, at];
      if (tokens.slice(from, to).some((token) => token.kind === 'break' || token.text === '.')) continue;
      best = country;
      nearest = distance;
    }
    return best;
  };
}

/** «الفوز على السنغال في ملعب كذا»: a country that is only named says nothing of where that lies. */
const isNamed = ({ type, before }: LocatedMention) =>
  type === 'country' && !before.locative && !before.admin && !before.chained;

const isConnective = tokenLike(/^(?:[وف]?(?:في|فى)|ففي|اما)$/);
const isLabelMark = tokenLike(/^[|:]$/);

/** «أما في طاجيكستان، فأعلنت …», «🇹🇩 تشاد | سقوط …»: the whole sentence is told of it. */
function isOpening({ from, to, type, stem }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (type !== 'country') return false;
  let at = from - 1;
  const told = isConnective(tokens[at]) || stem?.proclitic === 'ب' || isLabelMark(tokens[to]);
  if (!told) return false;
  while (isConnective(tokens[at])) at--;
  const before = tokens[at];
  return before === undefined || before.kind === 'break' || before.kind === 'mark';
}

const isDeparture = tokenLike(
  /^[وف]?(?:ابحر|ابحرت|ابحروا|انطلق|انطلقت|انطلقوا|اقلع|اقلعت|غادر|غادرت|قادما|قادمه|قادمين|اتيا|اتيه|قدم|قدموا|خرج|خرجت)$/,
);
const LEFT_REACH = 6;

/** «أبحر من مبور وانقلب قرب قرية كذا»: what was left behind. */
function isLeft({ from, country }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if (country === null || (tokens[from - 1]?.text !== 'من' && tokens[from - 2]?.text !== 'من')) return false;
  for (let i = from - 1; i >= from - LEFT_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (isDeparture(token)) return true;
  }
  return false;
}
