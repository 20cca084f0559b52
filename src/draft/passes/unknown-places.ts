import { ofForm } from '#arabic/forms.ts';
import { gazetteer, isCommonWord } from '#arabic/gazetteer.ts';
import { isComma, isOpeningMark, seldomLike, tokenLike } from '#arabic/tokens.ts';
import { isCentre, isLocalOf, isOfOffice } from './admin-noun.ts';
import { isOrdinaryForm } from './ordinary-form.ts';
import { COAST, endBesideKnown } from './place-beside.ts';
import { findListed } from './place-listed.ts';
import { endOfFurther, endOfName, isJoinedUnknown } from './place-name-end.ts';
import { isDay, isWholeHospital } from './place-named-after.ts';
import { isStruckUniversity, isUniversityForm } from './place-organisations.ts';
import { isSentence } from './place-prison.ts';
import { LISTED, listWithin, openBehind, quotedList, quotedName } from './place-quoted.ts';
import { type AdminNoun, type PlaceRules, placeRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';
import { isNameWord, isUnknownName } from './unknown-name.ts';

/** A name that only the words around it show to be a place: «بلدة أنفيف». */
export interface UnknownPlace {
  /** Place tokens [from, to); the noun is inside where it is part of the name («مستشفى الأمل»). */
  from: number;
  to: number;
  /** Null where no noun stands before it: «في كارتاهينا شمال كولومبيا». */
  noun: AdminNoun | null;
  /** Its first letter is the «و» that joins it to the name before. */
  joined?: true;
}

type Covered = ReadonlySet<number>;

export function findUnknownPlaces(
  tokens: readonly PlaceToken[],
  taken: readonly { from: number; to: number; before: { chained: boolean } }[],
  main: string | null,
  rules: PlaceRules,
): UnknownPlace[] {
  const covered = new Set<number>();
  const endOfKnown = new Map<number, number>();
  for (const mention of taken) {
    endOfKnown.set(mention.from, mention.to);
    for (let i = mention.from; i < mention.to; i++) covered.add(i);
  }
  const found: UnknownPlace[] = [];
  taken.forEach((mention, i) => {
    const from = taken[i - 1]?.to ?? mention.from;
    if (mention.before.chained && isJoinedUnknown(tokens, from, mention.from, rules))
      found.push({ from, to: mention.from, noun: null, joined: true });
  });
  for (let i = 0; i + 1 < tokens.length; i++) {
    const noun = startOf((tokens[i] as PlaceToken).form);
    if (noun === null) continue;
    if (noun === 'beside') {
      const to = endBesideKnown(tokens, i, covered, rules);
      if (to > i + 1) found.push({ from: i + 1, to, noun: null });
      continue;
    }
    if (noun === 'called') {
      const to = isPlaceNoun(tokens[i - 1]) ? endOfCalled(tokens, i + 1, covered, rules) : 0;
      if (to > i + 1) found.push({ from: i + 1, to, noun: 'strong' });
      continue;
    }
    if (noun === 'listed') {
      const open = openBehind(tokens, i);
      for (const item of open > 0 ? listWithin(tokens, open, rules) : [])
        if (!covered.has(item.from)) found.push({ ...item, noun: 'strong' });
      continue;
    }
    if (noun === 'university') {
      const to = isStruckUniversity(i, tokens) ? endOfUniversity(tokens, i + 1, covered, rules) : 0;
      if (to > i + 1) found.push({ from: i, to, noun: 'facility' });
      continue;
    }
    if (covered.has(i) || isLocalOf(tokens, i) || isForeignTo(tokens, i, main, rules)) continue;
    const quoted = areMany(tokens[i]) ? quotedList(tokens, i + 1, rules) : [];
    if (quoted.length > 0) {
      found.push(...quoted.filter(({ from }) => !covered.has(from)).map((item) => ({ ...item, noun })));
      i = (quoted.at(-1) as UnknownPlace).to - 1;
      continue;
    }
    const known = endOfKnown.get(i + 1);
    if (known && isRoadOn(tokens, i, known, covered))
      found.push({ from: known + 1, to: known + 2, noun: null });
    const place = known ? null : placeAfterNoun(tokens, i, noun, covered, rules);
    if (place) found.push(place);
    const to = place?.to ?? known ?? 0;
    if (to > 0) i = Math.max(i, addJoined(found, tokens, i, to, noun, covered, rules) - 1);
  }
  for (const { from, to, joined } of findListed(tokens, [...taken, ...found], rules))
    found.push(joined ? { from, to, noun: null, joined } : { from, to, noun: null });
  return found;
}

/** «بالمكان المسمى حقو فرعون بلدية كذا»: up to what it lies in. */
function endOfCalled(
  tokens: readonly PlaceToken[],
  from: number,
  covered: Covered,
  rules: PlaceRules,
): number {
  const to = endOfName(tokens, from, 'strong', covered, rules, false);
  // «الموقع المسمى الجسر»
  if (to === from + 1 && isOrdinaryForm(tokens[from]?.text ?? '')) return from;
  const [next, after] = [tokens[to], tokens[to + 1]];
  const goesOn =
    to > from &&
    next?.kind === 'word' &&
    !covered.has(to) &&
    rules.adminNounOf(next.form) === null &&
    !rules.locatives.has(next.text) &&
    after?.kind === 'word' &&
    rules.adminNounOf(after.form) !== null;
  return goesOn ? to + 1 : to;
}

/** «جامعة غاريسا», «جامعة الملك سعود» */
function endOfUniversity(
  tokens: readonly PlaceToken[],
  from: number,
  covered: Covered,
  rules: PlaceRules,
): number {
  const known = gazetteer(rules.notPlaces).longestAt(tokens, from);
  return known && !covered.has(from) ? known.to : endOfName(tokens, from, 'facility', covered, rules, false);
}

function placeAfterNoun(
  tokens: readonly PlaceToken[],
  at: number,
  noun: AdminNoun,
  covered: Covered,
  rules: PlaceRules,
): UnknownPlace | null {
  const tagged = endOfTag(tokens, at + 1);
  if (tagged > at + 1 && !covered.has(at + 1)) return { from: at + 1, to: tagged, noun: 'strong' };
  // «ساحة 1 ماي», «قصر 22 مايو»
  if (isDay(tokens, at + 1)) {
    if (noun === 'facility') return { from: at, to: at + 3, noun };
    // «مدينة 6 أكتوبر»
    if (isTown(tokens[at])) return { from: at + 1, to: at + 3, noun };
  }
  // «بلدات «علوية»»: how they are.
  const isAdjective = areSeveral(tokens[at]) && /^(?!ال).+ه$/.test(tokens[at + 2]?.text ?? '');
  const quoted = isAdjective ? 0 : quotedName(tokens, at + 1);
  const inside = isInside(noun);
  // «مستوطنة «كريات شمونة»»: the town is known.
  if (quoted > 0 && (!covered.has(at + 2) || (inside && !isSettlement(tokens[at])))) {
    return { from: inside ? at : at + 2, to: inside ? quoted + 1 : quoted, noun };
  }
  if ((isKnownTown(tokens[at + 1], rules) || isDefinite(tokens[at + 1])) && !covered.has(at + 1)) {
    const town = { from: at + 1, to: at + 2, stem: null };
    if (isWholeHospital(town, tokens)) return { from: at, to: at + 3, noun };
  }
  const end = endOfName(tokens, at + 1, noun, covered, rules, isOfOffice(tokens, at));
  const to = end > at + 1 && isWholeHospital({ from: at + 1, to: end, stem: null }, tokens) ? end + 1 : end;
  return to > at + 1 ? { from: isInside(noun) ? at : at + 1, to, noun } : null;
}

const isTown = seldomLike(/^[وف]?[بل]?(?:مدينه|منطقه|حي)$/);
const isSettlement = seldomLike(/^[وفبل]*(?:مستوطنه|مستعمره|كيبوتس)$/);
const isDefinite = seldomLike(/^ال.{2}/);

const isKnownTown = (word: PlaceToken | undefined, rules: PlaceRules) => {
  const known = word && gazetteer(rules.notPlaces).get(word.text);
  return known !== undefined && known !== 'not-a-place';
};

/** «طريق #عين_الحجل»: where the tag ends; `from` where there is none, or it is a word of the language. */
function endOfTag(tokens: readonly PlaceToken[], from: number): number {
  const first = tokens[from];
  if (!first?.hashtag || first.kind !== 'word' || isCommonWord(first.text)) return from;
  let to = from + 1;
  // What «_» joins is written without a break, but for that sign.
  while (tokens[to]?.hashtag && (tokens[to] as PlaceToken).start - (tokens[to - 1] as PlaceToken).end <= 1)
    to++;
  return to;
}

const isInside = (noun: AdminNoun) => noun === 'facility' || noun === 'partOfName' || noun === 'spot';

/** Nouns of places in one country, other words everywhere else: «جماعة بلمختار», «هجرة الطيور». */
const AT_HOME: Record<string, string> = { جماعه: 'MA', هجره: 'SA', عزله: 'YE', مخطط: 'SA', دواير: 'DZ' };
const homeOf = ofForm(({ text }) => AT_HOME[text] ?? AT_HOME[text.replace(/^[وف]?[بل]?/, '')] ?? null);

/** «لجنة نهر ميكونغ» is a body, «على رأس الوفد» no cape. */
function isForeignTo(
  tokens: readonly PlaceToken[],
  at: number,
  main: string | null,
  rules: PlaceRules,
): boolean {
  const before = tokens[at - 1]?.text ?? '';
  const noun = tokens[at]?.text ?? '';
  const head = isOpeningMark(tokens[at - 1]) ? headOfTitle(tokens, at - 2) : before;
  // «ضرب إعصار جزيرتي كذا وكذا»: no storm is called so.
  if (head !== 'اعصار' && rules.organisationHeads.has(head)) return true;
  if (isCentre(tokens[at], tokens[at + 2])) return true;
  if (noun === 'راس' && before === 'علي') return true;
  // «من وحي الغربة»: inspired by it.
  if (noun === 'وحي' && before === 'من') return true;
  // «تقضي بسجن أكاديمي سابق»: he goes there.
  if (isSentence(tokens, at)) return true;
  // «بن شارع الجنيبي», «فان دير فارت»: a man.
  if (before === 'بن' || before === 'فان') return true;
  // «شبه المعدومة» is nearly so, «شبه جزيرة القرم» a place.
  if (noun === 'شبه' && !/^(?:ال)?(?:جزيره|قاره)$/.test(tokens[at + 1]?.text ?? '')) return true;
  // «عن طريق وسيط» is by his means.
  if (noun === 'طريق' && before === 'عن') return true;
  // «ليحل محله الجنود»
  if ((noun === 'محل' || noun === 'محله') && /^[وفل]?(?:[يت]|س[يت])?حلت?$/.test(before)) return true;
  const home = homeOf((tokens[at] as PlaceToken).form);
  return home !== null && home !== main;
}

/** «مسلسل «سوق القمر»», «المسلسل الإذاعي «سوق القمر»»: what a title is that of. */
function headOfTitle(tokens: readonly PlaceToken[], at: number): string {
  const head = tokens[at]?.text ?? '';
  if (!head.startsWith('ال')) return head;
  const described = /يه?$/.test(head) ? (tokens[at - 1]?.text ?? '') : head;
  return described.replace(/^ال/, '');
}

const isRoad = tokenLike(/^[وفبل]*(?:ال)?(?:طريق|خط)$/);

/** «طريق بيشة – الخميس»: the road goes on to a town. */
function isRoadOn(tokens: readonly PlaceToken[], at: number, known: number, covered: Covered): boolean {
  const town = tokens[known + 1];
  return (
    isRoad(tokens[at]) &&
    /^[-–—/]$/.test(tokens[known]?.text ?? '') &&
    town?.kind === 'word' &&
    town.text.length > 3 &&
    !covered.has(known + 1)
  );
}

const isPair = tokenLike(
  /^[وفبل]*(?:بلديت[يا]|ناحيت[يا]|معتمديت[يا]|ضاحيت[يا]|جماعت[يا]|دايرت[يا]|محليت[يا]|مطاري|محطت[يا]|جسري|معبري|بلدت[يا]|قريت[يا]|مدينت[يا]|محافظت[يا]|جزيرت[يا]|ولايت[يا]|مديريت[يا]|مقاطعت[يا]|منطقت[يا]|حيي|اقليمي|مخيمي|جبهت[يا])$/,
);
const areSeveral = tokenLike(
  /^[وفبل]*(?:بلديات|معتمديات|اقضيه|احياء|بلدات|قري|مديريات|محافظات|ولايات|مقاطعات|مدن|مناطق|مخيمات|جبهات)$/,
);

const areMany = (noun: PlaceToken | undefined) => isPair(noun) || areSeveral(noun);

/** «بلدتي كذا وكذا», «أحياء كذا وكذا وكذا»: the names joined to the one that ends at `to`. Returns where they end. */
function addJoined(
  found: UnknownPlace[],
  tokens: readonly PlaceToken[],
  nounAt: number,
  to: number,
  noun: AdminNoun,
  covered: Covered,
  rules: PlaceRules,
): number {
  const pair = isPair(tokens[nounAt]);
  const several = areSeveral(tokens[nounAt]);
  if (!pair && !several) return to;
  for (let at = to; ; ) {
    // «أحياء كذا، وكذا»
    if (isComma(tokens[at]) && tokens[at + 1]?.text.startsWith('و')) at++;
    const word = tokens[at];
    if (word?.kind !== 'word' || !word.text.startsWith('و') || covered.has(at)) return at;
    const name = word.text.slice(1);
    // «مناطق كذا، وأم كذا»
    if (rules.nameHeads.has(name) && isUnknownName(tokens[at + 1]?.text ?? '') && !covered.has(at + 1)) {
      found.push({ from: at, to: at + 2, noun, joined: true });
      at += 2;
      continue;
    }
    // «أحياء كذا وفوة»: so short a name only where it is one elsewhere.
    const known = gazetteer(rules.notPlaces).get(name);
    if (name.length < 4 && (name.length < 3 || known === undefined || known === 'not-a-place')) return at;
    const definite = name.startsWith('ال') && name.length > 4;
    const isName = isNameWord(name) && (definite || (pair && !isOrdinaryForm(word.text)));
    if (!isName && !(isUnknownName(word.text) && !/وا$/.test(name))) return at;
    const end = definite ? at + 1 : endOfFurther(tokens, at, at + 1, covered);
    found.push({ from: at, to: end, noun, joined: true });
    if (pair) return end;
    at = end;
  }
}

/** «بالمكان المسمى كذا» */
const CALLED = /^(?:ال)?(?:مسمي|مسماه|مدعو)$/;
const isPlaceNoun = seldomLike(
  /^[وف]?(?:ب|ك)?(?:ال|لل)?(?:مكان|منطقه|موقع|قريه|بلده|حي|دوار|دشره|مزرعه|غابه|محله|شاطيء|شاطي|وادي|ضيعه)$/,
);
const BESIDE = /^[وف]?(?:ماساه|كارثه|مذبحه|مجزره|فاجعه|في|قرب|سواحل|ضواحي|مشارف|شواطيء|شواطي)$/;
/** What a word may begin: an administrative noun, a preposition of place, nothing. One question for each token. */
const startOf = ofForm(
  (form): AdminNoun | 'beside' | 'university' | 'called' | 'listed' | null =>
    placeRules().adminNounOf(form) ??
    (isUniversityForm(form) ? 'university' : null) ??
    (CALLED.test(form.text) ? 'called' : null) ??
    (LISTED.test(form.text) ? 'listed' : null) ??
    (form.kind === 'word' && (BESIDE.test(form.text) || COAST.test(form.text)) ? 'beside' : null),
);
