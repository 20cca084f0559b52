import { checkDraft } from '#draft/check-draft.ts';
import type { Draft } from '#draft/draft.ts';
import type { CasualtyFigure, Place, Quote } from '#draft/fact.ts';
import { foldForScoring, isSameName, wordOverlap, wordsForScoring } from './fold-for-scoring.ts';
import type { AnnotatedArticle, GoldCasualty, GoldPlace, GoldQuote } from './gold.ts';
import { isSameGroup } from './group-of-people.ts';
import { type Counts, matchRequiredFirst, pairGreedily } from './match-facts.ts';

export interface ArticleScore {
  name: string;
  kind: string;
  quotes: Counts & { speakersRight: number; speakers: number; scare: number };
  casualties: Counts & { groupsRight: number; falseAlarms: number };
  places: Counts & { countriesRight: number; countries: number; traps: number };
  eventPlaces: Counts;
  summary: { points: number; of: number; enough: boolean };
  evidence: { facts: number; faults: number };
  /** Each miss and false alarm in a line. */
  details: string[];
}

/** The draft held against the annotation. */
export function scoreArticle(article: AnnotatedArticle, draft: Draft): ArticleScore {
  const details: string[] = [];
  const faults = checkDraft(draft);
  details.push(...faults.map((fault) => `evidence: ${fault}`));
  const facts = draft.summary.length + draft.quotes.length + draft.casualties.length + draft.places.length;
  return {
    name: article.name,
    kind: article.gold.kind,
    quotes: scoreQuotes(article, draft.quotes, details),
    casualties: scoreCasualties(article, draft.casualties, details),
    ...scorePlaces(article, draft.places, details),
    summary: scoreSummary(article, draft, details),
    evidence: { facts, faults: faults.length },
    details,
  };
}

function scoreQuotes({ gold }: AnnotatedArticle, drafted: readonly Quote[], details: string[]) {
  // Optional entries compete with required ones, so that a fragment never takes a whole quote's place.
  const match = pairGreedily(gold.quotes, drafted, (g, d) => {
    const overlap = wordOverlap(g.text, d.text);
    return overlap >= 0.8 ? overlap + (g.optional ? 0 : 0.001) : 0;
  });
  const pairs = match.pairs.map(([i, j]) => [gold.quotes[i] as GoldQuote, drafted[j] as Quote] as const);
  const extra = match.extra.map((j) => drafted[j] as Quote);
  const missed = match.missed.map((i) => gold.quotes[i] as GoldQuote).filter((g) => !g.optional);
  let speakersRight = 0;
  for (const [g, d] of pairs) {
    const given = d.speaker.name;
    const names = [g.speaker, ...(g.speaker_aliases ?? [])];
    if (g.speaker === null ? !given : names.some((name) => isSameName(name, given))) speakersRight++;
    else details.push(`speaker: wanted ${g.speaker}, got ${given}: ${d.text.slice(0, 60)}`);
  }
  details.push(...missed.map((g) => `missed quote: ${g.text} — ${g.speaker}`));
  details.push(...extra.map((d) => `extra quote: ${d.text} — ${d.speaker.name}`));
  return {
    right: pairs.filter(([g]) => !g.optional).length,
    extra: extra.length,
    missed: missed.length,
    speakersRight,
    speakers: pairs.length,
    scare: extra.filter((d) => gold.not_quotes.some((text) => wordOverlap(text, d.text) >= 0.8)).length,
  };
}

/** `confirmed` and `claimed` are one class; a reader must see the difference, the annotators did not always. */
function statusClass(status: string): string {
  return status === 'pending' || status === 'none' || status === 'historical' ? status : 'current';
}

function scoreCasualties({ gold }: AnnotatedArticle, drafted: readonly CasualtyFigure[], details: string[]) {
  const match = matchRequiredFirst(gold.casualties, drafted, (g, d) => {
    if (g.kind !== d.kind || (g.min ?? null) !== d.min || (g.max ?? null) !== d.max) return 0;
    if (!g.any_status && statusClass(g.status) !== statusClass(d.status)) return 0;
    return 1 + (isSameGroup(g.group, d.group) ? 2 : 0) + wordOverlap(g.evidence, d.evidence.text);
  });
  const say = (c: GoldCasualty | CasualtyFigure) =>
    `${c.kind} ${c.min}–${c.max} ${c.status} ${c.group ?? ''} | ${typeof c.evidence === 'string' ? c.evidence : c.evidence.text}`;
  details.push(...match.missed.map((g) => `missed casualty: ${say(g)}`));
  details.push(...match.extra.map((d) => `extra casualty: ${say(d)}`));
  for (const [g, d] of match.pairs)
    if (!isSameGroup(g.group, d.group)) details.push(`group: wanted ${g.group}, got ${d.group}: ${say(g)}`);
  return {
    right: match.pairs.length,
    extra: match.extra.length,
    missed: match.missed.length,
    groupsRight: match.pairs.filter(([g, d]) => isSameGroup(g.group, d.group)).length,
    falseAlarms: gold.casualties.length === 0 && match.extra.length > 0 ? 1 : 0,
  };
}

const ADMINISTRATIVE = new Set(
  wordsForScoring(
    'مدينة محافظة ولاية بلدة قرية حي إقليم مقاطعة منطقة قضاء ناحية جزيرة أرخبيل العاصمة سلطنة جمهورية دولة مملكة مخيم لواء',
  ),
);

function placeForms(name: string): [full: string, bare: string] {
  const words = wordsForScoring(name);
  let first = 0;
  while (first < words.length - 1 && ADMINISTRATIVE.has(words[first] as string)) first++;
  return [words.join(' '), words.slice(first).join(' ')];
}

function scorePlaces({ gold }: AnnotatedArticle, drafted: readonly Place[], details: string[]) {
  const match = matchRequiredFirst(gold.locations, drafted, (g, d) => {
    const [full, bare] = placeForms(d.name);
    let best = 0;
    for (const name of [g.name, ...(g.aliases ?? [])]) {
      const [goldFull, goldBare] = placeForms(name);
      if (full && full === goldFull) best = 2;
      else if (bare && bare === goldBare) best = Math.max(best, 1);
    }
    return best && best + (d.country === g.country ? 0.5 : 0);
  });
  const eventPlaces: Counts = { right: 0, extra: 0, missed: 0 };
  for (const [g, d] of match.pairs) {
    if (g.country !== null && g.country !== d.country)
      details.push(`country: ${g.name}: wanted ${g.country}, got ${d.country}`);
    if (g.role_any || g.role === d.role) {
      if (!g.role_any && g.role === 'event') eventPlaces.right++;
      continue;
    }
    details.push(`role: ${g.name}: wanted ${g.role}, got ${d.role}`);
    if (g.role === 'event') eventPlaces.missed++;
    else if (d.role === 'event') eventPlaces.extra++;
  }
  eventPlaces.missed += match.missed.filter((g) => g.role === 'event' && !g.role_any).length;
  eventPlaces.extra += match.extra.filter((d) => d.role === 'event').length;
  details.push(...match.missed.map((g: GoldPlace) => `missed place: ${g.name} ${g.country} ${g.role}`));
  details.push(
    ...match.extra.map((d) => `extra place: ${d.name} ${d.country} ${d.role}: ${d.evidence.text}`),
  );
  const withCountry = match.pairs.filter(([g]) => g.country !== null);
  const traps = (gold.not_locations ?? []).map(foldForScoring);
  return {
    places: {
      right: match.pairs.length,
      extra: match.extra.length,
      missed: match.missed.length,
      countriesRight: withCountry.filter(([g, d]) => g.country === d.country).length,
      countries: withCountry.length,
      traps: match.extra.filter((d) => traps.some((trap) => trap.includes(foldForScoring(d.name)))).length,
    },
    eventPlaces,
  };
}

function scoreSummary({ gold }: AnnotatedArticle, draft: Draft, details: string[]) {
  const text = ` ${draft.summary.map((s) => foldForScoring(s.text)).join(' ')} `;
  const missing = gold.summary_must_mention.filter((point) => !text.includes(foldForScoring(point)));
  const of = gold.summary_must_mention.length;
  const points = of - missing.length;
  const enough = points >= 2;
  if (!enough) details.push(`summary has ${points} of ${of}, lacks: ${missing.join(' / ')}`);
  return { points, of, enough };
}
