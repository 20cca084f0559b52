import { countryOfNisba } from '#arabic/countries.ts';
import { ofForm } from '#arabic/forms.ts';
import { gazetteer, isCommonWord } from '#arabic/gazetteer.ts';
import { rememberWords } from '#arabic/remember-words.ts';
import { isOpeningMark, tokenLike } from '#arabic/tokens.ts';
import { adminNounAt, isCentre, isOfOffice } from './admin-noun.ts';
import { isOrdinaryForm } from './ordinary-form.ts';
import { endOfFurther, endOfName, isJoinedUnknown, isNameWord, isUnknownName } from './place-name-end.ts';
import { isWholeHospital } from './place-named-after.ts';
import { isDisaster } from './place-passing.ts';
import { type AdminNoun, type PlaceRules, placeRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

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

const LONGEST_QUOTED = 3;

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
    if (covered.has(i) || isForeignTo(tokens, i, main, rules)) continue;
    const known = endOfKnown.get(i + 1);
    if (known && isRoadOn(tokens, i, known, covered))
      found.push({ from: known + 1, to: known + 2, noun: null });
    const place = known ? null : placeAfterNoun(tokens, i, noun, covered, rules);
    if (place) found.push(place);
    const to = place?.to ?? known ?? 0;
    if (to > 0) i = Math.max(i, addJoined(found, tokens, i, to, noun, covered, rules) - 1);
  }
  return found;
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
  const quoted = quotedName(tokens, at + 1);
  const inside = noun === 'facility' || noun === 'spot';
  if (quoted > 0 && (inside || !covered.has(at + 2))) {
    return { from: inside ? at : at + 2, to: inside ? quoted + 1 : quoted, noun };
  }
  if (isKnownTown(tokens[at + 1], rules) && !covered.has(at + 1)) {
    const town = { from: at + 1, to: at + 2, stem: null };
    if (isWholeHospital(town, tokens)) return { from: at, to: at + 3, noun };
  }
  const end = endOfName(tokens, at + 1, noun, covered, rules, isOfOffice(tokens, at));
  const to = end > at + 1 && isWholeHospital({ from: at + 1, to: end, stem: null }, tokens) ? end + 1 : end;
  return to > at + 1 ? { from: isInside(noun) ? at : at + 1, to, noun } : null;
}

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
const AT_HOME: Record<string, string> = { جماعه: 'MA', هجره: 'SA', عزله: 'YE', مخطط: 'SA' };
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
  if (rules.organisationHeads.has(isOpeningMark(tokens[at - 1]) ? headOfTitle(tokens, at - 2) : before))
    return true;
  if (isCentre(tokens[at], tokens[at + 2])) return true;
  if (noun === 'راس' && before === 'علي') return true;
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

const CLOSING = /^[»"”]$/;

/** «منطقة «عكد»»: where the name between quotation marks ends; 0 where there is none. */
function quotedName(tokens: readonly PlaceToken[], open: number): number {
  if (!isOpeningMark(tokens[open])) return 0;
  for (let i = open + 1; i <= open + 1 + LONGEST_QUOTED; i++) {
    const token = tokens[i];
    if (token === undefined || (token.kind !== 'word' && !CLOSING.test(token.text))) return 0;
    if (CLOSING.test(token.text)) return i > open + 1 ? i : 0;
  }
  return 0;
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
  /^[وفبل]*(?:بلديت[يا]|ناحيت[يا]|معتمديت[يا]|ضاحيت[يا]|جماعت[يا]|دايرت[يا]|محليت[يا]|مطاري|محطت[يا]|جسري|معبري|بلدت[يا]|قريت[يا]|مدينت[يا]|محافظت[يا]|ولايت[يا]|مديريت[يا]|مقاطعت[يا]|منطقت[يا]|حيي|اقليمي|مخيمي|جبهت[يا])$/,
);
const areSeveral = tokenLike(
  /^[وفبل]*(?:بلديات|معتمديات|اقضيه|احياء|بلدات|قري|مديريات|محافظات|ولايات|مقاطعات|مدن|مناطق|مخيمات|جبهات)$/,
);

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
    const word = tokens[at];
    if (word?.kind !== 'word' || !word.text.startsWith('و') || covered.has(at)) return at;
    const name = word.text.slice(1);
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

const BESIDE = /^[وف]?(?:ماساه|كارثه|مذبحه|مجزره|فاجعه|في|قرب|سواحل|ضواحي|مشارف|شواطيء|شواطي)$/;
const COAST = /^[وفب]*(?:سواحل|قباله|ضواحي|مشارف|شواطيء|شواطي|صوب)$/;

/** What a word may begin: an administrative noun, a preposition of place, nothing. One question for each token. */
const startOf = ofForm(
  (form): AdminNoun | 'beside' | null =>
    placeRules().adminNounOf(form) ??
    (form.kind === 'word' && (BESIDE.test(form.text) || COAST.test(form.text)) ? 'beside' : null),
);

const FOREIGN_ENDING =
  /(?:ينغ|انغ|ونغ|ستان|بور|فيل|غراد|بورغ|برغ|اباد|تون|سكي|سك|يفا|يفكا|وفو|ولو|غوي|تشي|وكو|اكو|ينو|يلا|يليا|انيا|ونيا|ورا|وبا|ونغو|انغا|اسي|ندي|نتي)$/;

/** A long word that ends as no Arabic one does and holds two long vowels before. */
const isForeignName = rememberWords(
  (word: string) => word.length > 5 && FOREIGN_ENDING.test(word) && (word.match(/[اوي]/g)?.length ?? 0) >= 3,
);

const DIRECTION = /^(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|قرب)$/;

const CAUSE = /^(?:العام|عام|سنه|الشهر|الاسبوع|قبل|منذ|اثر|جراء|عقب|نتيجه|مساء|صباح|فجر|امس|اليوم|ليل)$/;

/** «في نيانكبالا شمالي البلاد» */
const isWhole = (text: string) => /^ال(?:بلاد|عاصمه|مدينه|ولايه|محافظه|اقليم|جزيره|مقاطعه)$/.test(text);

/** What follows a disaster that is called by its town: «مأساة يونغاي التي …», «مذبحة كذا عام 1999». */
const isToldOf = tokenLike(
  /^(?:التي|قد|عام|سنه|في|قبل|القريبه|المجاوره|الشهيره|الاولي|الثانيه|حين|حيث|حصدت|اودت)$/,
);
const isSaint = tokenLike(/^(?:سانت|سانتا|سان|ساو|بويرتو|فورت)$/);
const isDefinite = tokenLike(/^ال/);
const isStation = tokenLike(
  /^ال(?:معبر|منفذ|مطار|ميناء|مرفا|سجن|معتقل|مستشفي|مشفي|معسكر|ثكنه|محطه|منجم|مصفاه|جسر|ملعب|سد)$/,
);

/** «المعبر الحدودي في كذا», «الميناء في كذا»: what lies in a town. */
function isOfFacility(at: number, tokens: readonly PlaceToken[]): boolean {
  if (tokens[at]?.text !== 'في' || isDefinite(tokens[at + 1])) return false;
  for (const i of [at - 1, at - 2]) {
    const token = tokens[i];
    if (token?.kind !== 'word' || !isDefinite(token)) return false;
    if (isStation(token)) return true;
  }
  return false;
}

/** «في كارتاهينا شمال كولومبيا», «في لافايت بولاية لويزيانا», «سواحل موتريل»: where the unknown name ends. */
function endBesideKnown(
  tokens: readonly PlaceToken[],
  at: number,
  covered: Covered,
  rules: PlaceRules,
): number {
  const word = tokens[at] as PlaceToken;
  if (isSaint(tokens[at + 1]) && isUnknownName(tokens[at + 2]?.text ?? '') && !covered.has(at + 1))
    return covered.has(at + 2) ? at : endOfFurther(tokens, at + 1, at + 3, covered);
  let to = at + 1;
  while (
    to <= at + 2 &&
    !covered.has(to) &&
    isUnknownName(tokens[to]?.text ?? '') &&
    tokens[to]?.kind === 'word'
  )
    to++;
  if (to === at + 1) return at;
  if (isDisaster(word)) return to === at + 2 && isToldOf(tokens[to]) ? to : at;
  if (COAST.test(word.text) || isOfFacility(at, tokens)) return to;
  // «قرب قيرة», «في أوبورينسكي»
  const name = tokens[at + 1]?.text ?? '';
  if ((/^و?قرب$/.test(word.text) && !/^ال|(?:ات|ين|ون|ان|يه|تي)$/.test(name)) || isForeignName(name))
    // A known name that was not taken for a place is a club's or another word.
    return gazetteer(rules.notPlaces).get(name) === undefined ? to : at;
  const next = tokens[to];
  if (next?.kind !== 'word') return at;
  const known = covered.has(to + 1) || adminNounAt(tokens, to + 1, rules) !== null;
  // «وفاة شخصين في شيترال إثر انهيار»
  const happened = [1, 2, 3].some((k) => rules.isEventWord((tokens[at - k] ?? word).form));
  if (CAUSE.test(next.text) && to === at + 2 && !/^ال/.test(name) && happened) return to;
  // «في تاوسا الكولومبية»
  if (to === at + 2 && !/^ال/.test(name) && /^ال.*ه$/.test(next.text) && countryOfNisba(next.text)) return to;
  if (DIRECTION.test(next.text)) return known || isWhole(tokens[to + 1]?.text ?? '') ? to : at;
  // «المتخصصة في الحروق بوهران»: in what, and not where.
  const inField = /^ال(?:م?تخصص|مختص|متخصص)(?:ه|ون|ين)?$/.test(tokens[at - 1]?.text ?? '');
  const inside =
    !inField &&
    next.text.startsWith('ب') &&
    (covered.has(to) ||
      adminNounAt(tokens, to, rules) === 'strong' ||
      // «في كذا بإقليم أراغون»
      (adminNounAt(tokens, to, rules) === 'weak' &&
        covered.has(to + 1) &&
        !/^ال/.test(name) &&
        !/مدينه$/.test(next.text)));
  return inside ? to : at;
}
