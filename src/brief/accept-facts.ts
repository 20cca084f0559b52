import { type Evidence, evidenceFault } from '#article/evidence.ts';
import type { AnyFact, BriefCasualty, BriefContent, BriefPlace } from './brief.ts';
import type { BriefFault, FaultPath } from './brief-fault.ts';
import { isCountryCode } from './country-code.ts';
import { FACT_LETTERS, type FactList, factListOf } from './fact-lists.ts';

/** Faults of the facts and the people: every one has evidence that matches its article, every id is there once. */
export function acceptFacts(content: BriefContent): BriefFault[] {
  const faults: BriefFault[] = [];
  const seen = new Set<string>();
  const check = (list: FactList, fact: AnyFact, path: FaultPath) => {
    const fault = (reason: string, at: FaultPath = []) =>
      faults.push({ path: [...path, ...at], reason: `${fact.id}: ${reason}` });
    const form = new RegExp(`^${FACT_LETTERS[list]}[1-9]\\d{0,5}$`);
    if (!form.test(fact.id))
      fault(`the id of a fact of "${list}" is "${FACT_LETTERS[list]}" and a number`, ['id']);
    if (seen.has(fact.id)) fault('the id is there twice', ['id']);
    seen.add(fact.id);
    const mismatch = missingEvidence(fact.evidence) ?? evidenceFault(fact.evidence, content.articles);
    if (mismatch) fault(mismatch, ['evidence']);
    else if ('text' in fact && !fact.evidence.text.includes(fact.text))
      fault('the text is not in its evidence', ['text']);
    if ('text' in fact && fact.text.trim() === '') fault('the text is empty', ['text']);
    if ('status' in fact) checkFigure(content, fact, fault);
    if ('country' in fact) checkPlace(fact, fault);
  };
  for (const list of ['summary', 'quotes', 'casualties', 'places'] as const)
    content.facts[list].forEach((fact, i) => {
      check(list, fact, [list, i]);
    });
  content.superseded.forEach((fact, i) => {
    check(factListOf(fact), fact, ['superseded', i]);
  });
  content.people.forEach((person, i) => {
    const mismatch = missingEvidence(person.evidence) ?? evidenceFault(person.evidence, content.articles);
    if (mismatch)
      faults.push({ path: ['people', i, 'evidence'], reason: `people[${i}] "${person.name}": ${mismatch}` });
    if (person.name.trim() === '')
      faults.push({ path: ['people', i, 'name'], reason: `people[${i}]: the name is empty` });
  });
  return faults;
}

type Say = (reason: string, at?: FaultPath) => void;

/** What comes from a file or a database may lack what its type promises. */
function missingEvidence(evidence: Evidence | null | undefined): string | null {
  return evidence ? null : 'has no evidence';
}

function checkFigure({ facts, superseded }: BriefContent, figure: BriefCasualty, fault: Say): void {
  const { min, max } = figure;
  for (const [name, value] of Object.entries({ min, max }))
    if (value !== null && (!Number.isSafeInteger(value) || value < 0))
      fault(`${name} ${value} is no number of people`, [name]);
  if (min !== null && max !== null && min > max) fault(`min ${min} exceeds max ${max}`, ['min']);
  if (figure.status === 'none' && (min !== 0 || max !== 0))
    fault('status "none" says zero: min and max are 0', ['status']);
  if (figure.partOf !== null && !isWhole(facts.casualties, superseded, figure))
    fault(`partOf "${figure.partOf}" is no other figure of this brief`, ['partOf']);
  if (figure.supersedes !== null && !superseded.some((f) => f.id === figure.supersedes))
    fault(`supersedes "${figure.supersedes}", which is not in "superseded"`, ['supersedes']);
}

/** Follows `partOf` to its end: a figure of the brief, and never in a circle. */
function isWhole(figures: readonly BriefCasualty[], old: readonly AnyFact[], part: BriefCasualty): boolean {
  const visited = new Set([part.id]);
  for (let id = part.partOf; id !== null; ) {
    if (visited.has(id)) return false;
    visited.add(id);
    const whole = figures.find((f) => f.id === id) ?? old.find((f) => f.id === id && 'status' in f);
    if (!whole || !('status' in whole)) return false;
    id = whole.partOf;
  }
  return true;
}

function checkPlace(place: BriefPlace, fault: Say): void {
  if (place.name.trim() === '') fault('the name is empty', ['name']);
  if (place.country !== null && !isCountryCode(place.country))
    fault(`"${place.country}" is no country of ISO 3166-1 alpha-2`, ['country']);
}
