import { countryOfNisba } from '#arabic/countries.ts';
import type { GazetteerEntry, PlaceType } from '#arabic/gazetteer.ts';
import type { Evidence } from '#article/evidence.ts';
import type { Context } from '#draft/context.ts';
import type { Place } from '#draft/fact.ts';
import { evidenceOfTokens, type Reading } from '#draft/reading.ts';
import { SentenceIndex } from '#draft/sentence-index.ts';
import { isPlaceHere } from './accept-places.ts';
import type { AcceptanceContext } from './acceptance-context.ts';
import { kindForPlaces } from './kind.ts';
import { locateUnknown, nisbaCountry } from './locate-unknown.ts';
import type { LocatedMention } from './located-mention.ts';
import { chooseEntry, mainCountry, weighCountries } from './place-countries.ts';
import { findNames, type PlaceMention } from './place-mentions.ts';
import { placeName } from './place-name.ts';
import { agree, isAcrossLands, isHomonym, isQuarter, isRiverOf, isVillageOf } from './place-namesakes.ts';
import { isTeam } from './place-organisations.ts';
import { rolesOf } from './place-roles.ts';
import { placeRules } from './place-rules.ts';
import { isTelegraphic, type PlaceToken, placeTokens } from './place-tokens.ts';
import { spelledOut, writtenAt } from './place-written.ts';
import { titleTest } from './title-test.ts';

/** The places, each once, with its country and role. */
export function findPlaces(reading: Reading, context: Readonly<Context>): Partial<Context> {
  const rules = placeRules();
  const tokens = placeTokens(reading);
  const names = findNames(tokens, rules);
  const evidence = weighCountries(tokens, names);
  const main = mainCountry(evidence);
  const isPerson = personTest(tokens, context);
  const isTitle = titleTest(reading, tokens, context);
  const known = acceptNames(reading, names, {
    tokens,
    rules,
    evidence,
    kind: context.kind,
    isPerson,
    isTitle,
  });
  const unknown = locateUnknown(tokens, known, main, rules, isPerson).filter(
    ({ from, to }) => to > from + 2 || !isOn(reading, tokens[to - 1]),
  );
  // «ملعب «لوسيل»» is one place.
  const free = known.filter(({ from, to }) => !unknown.some((other) => other.from < from && to <= other.to));
  const located = [...free, ...unknown];
  located.sort((a, b) => a.from - b.from);
  const roles = rolesOf(located, {
    reading,
    tokens,
    rules,
    main,
    kind: kindForPlaces(context.kind, reading),
    telegraphic: isTelegraphic(tokens),
  });
  const index = new SentenceIndex(reading.sentences);
  const places = new Map<string, Place>();
  for (const mention of located) {
    if (places.has(mention.id)) continue;
    const { role, shownBy } = roles.get(mention.id) ?? { role: 'other', shownBy: mention };
    places.set(mention.id, {
      name: placeName(reading, tokens, mention),
      country: mention.country,
      role,
      evidence: sentenceOf(reading, tokens, shownBy, index),
    });
  }
  return { places: [...places.values()] };
}

/** The sentence a place stands in; a name that a full stop cuts («د. بدر») has those of both its ends. */
function sentenceOf(
  reading: Reading,
  tokens: readonly PlaceToken[],
  { from, to }: LocatedMention,
  index: SentenceIndex,
): Evidence {
  const first = tokens[from]?.index ?? 0;
  const last = tokens[to - 1]?.index ?? first;
  const opening = reading.sentences[index.at(first)];
  const closing = reading.sentences[index.at(last)];
  return evidenceOfTokens(reading, opening?.from ?? first, closing?.to ?? last + 1);
}

/** The names of the gazetteer that are places where they stand. */
function acceptNames(
  reading: Reading,
  names: readonly PlaceMention[],
  acceptance: AcceptanceContext,
): LocatedMention[] {
  const { tokens, evidence } = acceptance;
  const isSpelledOut = spelledOut(names, tokens, reading.article.text);
  const chosen: (GazetteerEntry | null)[] = [];
  names.forEach((mention, i) => {
    chosen.push(choose(mention, i));
  });
  agree(names, chosen);
  function choose(mention: PlaceMention, i: number): GazetteerEntry | null {
    if (isSpelledOut(mention)) return null;
    const written = writtenAt(reading.article.text, tokens, mention);
    const next = tokens[mention.to];
    const nisba = next?.kind === 'word' ? countryOfNisba(next.text) : undefined;
    return chooseEntry(mention, evidence, written, nisba, joinedType(i));
  }
  /** What the name joined to another is, before it or behind it: «طهران وعمان» are capitals. */
  function joinedType(i: number): PlaceType | null {
    const [previous, next] = [chosen[i - 1], names[i + 1]];
    if (previous && names[i]?.before.chained) return previous.type;
    if (!next?.before.chained || next.from !== names[i]?.to) return null;
    return next.entries.find(({ certainty }) => certainty === 'certain')?.type ?? null;
  }
  const known = new Set<string>();
  // «منتخبا فرنسا وإيطاليا»: the second is a team as the first is.
  const areTeams: boolean[] = [];
  names.forEach((mention, i) => {
    const isNext = areTeams[i - 1] === true && mention.before.chained && mention.stem?.conjunction === 'و';
    areTeams.push(isTeam(mention, tokens) || isNext);
  });
  const isTaken: boolean[] = [];
  names.forEach((mention, i) => {
    const entry = chosen[i];
    const taken =
      entry != null &&
      areTeams[i] !== true &&
      // «سيول وادي زبيد»: what is no place itself is no part of the next.
      !(isTaken[i - 1] && goesOnWithName(mention, names[i - 1], entry, chosen[i - 1])) &&
      isPlaceHere(mention, entry, acceptance, false);
    if (taken) known.add(entry.id);
    isTaken.push(taken);
  });
  // «محطتا جدة وصلالة»: the second is certain, so the first is a place too.
  for (let i = names.length - 2; i >= 0; i--) {
    const mention = names[i];
    const next = names[i + 1];
    const entry = chosen[i];
    if (!mention || !next || !entry || isTaken[i] || !isTaken[i + 1]) continue;
    if (next.from !== mention.to || !next.before.chained) continue;
    if (isPlaceHere({ ...mention, before: { ...mention.before, chained: true } }, entry, acceptance, false))
      isTaken[i] = true;
  }
  // «أحياء الأندلس، والرسالة»: the second is a quarter as the first is.
  const areQuarters: boolean[] = [];
  return names.flatMap((mention, i) => {
    const entry = chosen[i];
    const inQuarter =
      isQuarter(tokens[mention.from - 1]) || (mention.before.chained && areQuarters[i - 1] === true);
    areQuarters.push(inQuarter);
    if (
      areTeams[i] ||
      !entry ||
      entry.type === 'parliament' ||
      !(isTaken[i] || (known.has(entry.id) && isPlaceHere(mention, entry, acceptance, true)))
    )
      return [];
    const { from, to, stem, before } = mention;
    const { type } = entry;
    const isOther = isHomonym(entry, evidence, inQuarter) || isVillageOf(mention, entry, acceptance);
    const country =
      isOther || isRiverOf(entry, evidence, tokens[from - 1])
        ? mainCountry(evidence)
        : ((isAcrossLands(entry) ? nisbaCountry(tokens[to]) : undefined) ?? entry.country);
    return [{ from, to, stem, id: `${entry.id}/${country ?? ''}`, country, type, before }];
  });
}

/** «مستشفى ناكالا بورتو»: the rest of a name, and no town in another country. */
const goesOnWithName = (
  { from, stem }: PlaceMention,
  previous: PlaceMention | undefined,
  entry: GazetteerEntry,
  before: GazetteerEntry | null | undefined,
) =>
  previous?.to === from &&
  stem === null &&
  before != null &&
  entry.country !== before.country &&
  entry.type !== 'country' &&
  entry.type !== 'capital' &&
  before.type !== 'country';

/** «جسر على النهر»: where it stands; «مسجد علي» is called so. */
const isOn = ({ article }: Reading, word: PlaceToken | undefined): boolean =>
  word?.text === 'علي' && article.text.slice(word.start, word.end).endsWith('ى');

/** Whether place tokens [from, to) are a part of a person's name: «فرحية عدن». */
function personTest(tokens: readonly PlaceToken[], context: Readonly<Context>) {
  const startOf = new Map<number, number>();
  for (const mention of context.mentions)
    for (let i = mention.from; i < mention.to; i++) startOf.set(i, mention.from);
  const endOf = new Map(context.mentions.map((mention) => [mention.from, mention.to]));
  return (from: number, to: number, firstToo = false): boolean => {
    const first = tokens[from]?.index ?? -1;
    // «الشيخ صباح الأحمد الجابر», «آراس محمودي»
    if (firstToo && (endOf.get(first) ?? 0) > (tokens[to - 1]?.index ?? first) + 1) return true;
    for (let i = from; i < to; i++) {
      const start = startOf.get(tokens[i]?.index ?? -1);
      if (start !== undefined && start < first) return true;
    }
    return false;
  };
}
