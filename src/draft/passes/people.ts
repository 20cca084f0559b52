import { fold } from '#arabic/fold.ts';
import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Context, PersonMention } from '#draft/context.ts';
import type { Person } from '#draft/fact.ts';
import { evidenceOfTokens, type Reading } from '#draft/reading.ts';
import { textOf } from './people-book.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { isGivenName, placeEnd, TITLES_TRIE } from './speaker-words.ts';

/** The people that the article names by title and name, or as speakers by their full name. */
export function findPeople(reading: Reading, _context: Readonly<Context>): Partial<Context> {
  const people: Person[] = [];
  const mentions: PersonMention[] = [];
  const add = (phrase: SpeakerPhrase) => {
    if (phrase.kind !== 'person' || !phrase.name) return;
    const name = textOf(reading, phrase.name);
    const words = name.split(' ');
    if (words.length < 2 && !(phrase.role && isGivenName(fold(name)))) return;
    if (placeEnd(reading.tokens, phrase.name.from) >= phrase.name.to) return;
    const role = phrase.role ? textOf(reading, phrase.role) : null;
    let index = people.findIndex((p) => p.name === name);
    if (index < 0) {
      index = people.length;
      people.push({ name, role, evidence: evidenceOfTokens(reading, phrase.name.from, phrase.name.to) });
    } else if (role && people[index]?.role === null) people[index] = { ...(people[index] as Person), role };
    mentions.push({ ...phrase.name, person: index });
  };
  for (const { from, to } of reading.sentences) {
    for (let i = from; i < to; ) {
      const phrase = isStart(reading.tokens, i) ? readSpeaker(reading.tokens, i, to) : null;
      if (phrase && phrase.from === i) add(phrase);
      const spoken = speaksAt(reading.tokens, i) ? readSpeaker(reading.tokens, i + 1, to) : null;
      if (spoken && !spoken.role) add(spoken);
      i = phrase && phrase.from === i && phrase.name ? Math.max(phrase.to, i + 1) : i + 1;
    }
  }
  return onlyFull(people, mentions);
}

function isStart(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'word' && TITLES_TRIE.longestAt(tokens, at) !== null;
}

function speaksAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const word = token?.kind === 'word' ? speechWord(token.text) : null;
  return word?.form === 'verb' && word.introduces === 'often';
}

/** A short name that is part of a fuller one is the same person. */
function onlyFull(people: readonly Person[], mentions: readonly PersonMention[]): Partial<Context> {
  const words = people.map((p) => fold(p.name).split(' '));
  const fuller = people.map((_, i) =>
    words.findIndex(
      (other, j) =>
        j !== i && other.length > (words[i]?.length ?? 0) && words[i]?.every((w) => other.includes(w)),
    ),
  );
  const kept = people.filter((_, i) => fuller[i] === -1);
  const indexOf = (i: number): number =>
    fuller[i] === -1 ? kept.indexOf(people[i] as Person) : indexOf(fuller[i] as number);
  for (const [i, person] of people.entries()) {
    const to = indexOf(i);
    if (person.role && kept[to]?.role === null) kept[to] = { ...(kept[to] as Person), role: person.role };
  }
  return { people: kept, mentions: mentions.map((m) => ({ ...m, person: indexOf(m.person) })) };
}
