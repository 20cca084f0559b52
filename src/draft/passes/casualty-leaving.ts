import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import type { Count } from './casualty-counts.ts';
import { OF_THEM } from './casualty-words.ts';

const areMostOfThem = tokenLike(/^(?:اغلب|معظم|بعض|اكثر|جميع)هم$/);

/** Fighters, prisoners who break out, whoever is after something else than safety. */
const seeksNoRefuge = tokenLike(
  /مسلح|مقاتل|متمرد|ارهابي|جنود|جندي|سجين|سجناء|نزيل|نزلاء|معتقل|محتجز|موقوف|اسير|اسرى|مستثمر|مهرب|لصوص|لصا|لصين|سارق|خاطف|مشتبه|متهم/,
);
const isKept = seldomLike(
  /^(?:ال)?(?:سجن|شرط[ةه]|محكم[ةه]|حجز|مخفر|قبض[ةه]|مصح[ةه]|مستشفى|مشفى|اصلاحي[ةه])$/,
);
const isWard = seldomLike(/^ال(?:عزل|حجر|احتجاز|توقيف|ايقاف|اصلاح|ايواء)$/);
/** «فر مريضان من المستشفى», «من مركز العزل» */
const breaksOut = (tokens: readonly Token[], to: number) =>
  tokens[to]?.text === 'من' && (isKept(tokens[to + 1]) || isWard(tokens[to + 2]));
const tellsOfLeaving = tokenLike(
  /^(?:[وف]?(?:شفاء|خروج|مغادر[ةه]|تعافي|تعافى|للشفاء|عزل|خرجت?|[يت]?غادرت?(?:ه|ها)?|تماثلت?)|خرجوا|غادروا(?:ه|ها)?|غادروها|تماثلوا|تعافوا|شفوا)$/,
);

const isClinic = tokenLike(/^ال(?:مستشفى|مستشفي|مستشفيات|عياد[ةه]|مشفى|مشفي)$/);

/** «فر عشرات المسلحين»: fighters that run away are not driven out; «خرج ثلاثة مصابين من العيادة». */
export function isLeaving(tokens: readonly Token[], { from, to }: Count, kind: CasualtyKind): boolean {
  if (kind === 'displaced') return tokens.slice(from, to + 1).some(seeksNoRefuge) || breaksOut(tokens, to);
  const behind = tokens[to]?.text === 'قد' ? to + 1 : to;
  // «استقبل 26 مصابا غادر أغلبهم», «12 مصابا خرج منهم 7»
  if (areMostOfThem(tokens[behind + 1]) || OF_THEM.has(tokens[behind + 1]?.text ?? '')) return false;
  // «غادر المستشفى 12 مصابا»
  // «خرج منهم 7»
  const isPast = isClinic(tokens[from - 1]) || OF_THEM.has(tokens[from - 1]?.text ?? '');
  const before = tokens[isPast ? from - 2 : from - 1];
  return kind === 'injured' && (tellsOfLeaving(before) || tellsOfLeaving(tokens[behind]));
}
