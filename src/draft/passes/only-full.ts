import { fold } from '#arabic/fold.ts';
import type { Context, PersonMention } from '#draft/context.ts';
import type { Person } from '#draft/fact.ts';

/** A short name that is part of a fuller one is the same person. */
export function onlyFull(people: readonly Person[], mentions: readonly PersonMention[]): Partial<Context> {
  const words = people.map((p) => fold(p.name).split(' '));
  const byLastWord = new Map<string, number[]>();
  words.forEach((name, i) => {
    for (const word of new Set(name)) {
      const holders = byLastWord.get(word);
      if (holders) holders.push(i);
      else byLastWord.set(word, [i]);
    }
  });
  const fuller = words.map((name, i) => {
    const candidates = byLastWord.get(name.at(-1) ?? '') ?? [];
    return candidates.find((j) => {
      const other = words[j] as string[];
      return j !== i && other.length > name.length && name.every((word) => other.includes(word));
    });
  });
  const kept: Person[] = [];
  const place = new Map<number, number>();
  people.forEach((person, i) => {
    if (fuller[i] === undefined) place.set(i, kept.push(person) - 1);
  });
  const indexOf = (i: number): number => place.get(i) ?? indexOf(fuller[i] as number);
  people.forEach((person, i) => {
    const to = indexOf(i);
    if (person.role && kept[to]?.role === null) kept[to] = { ...(kept[to] as Person), role: person.role };
  });
  return { people: kept, mentions: mentions.map((m) => ({ ...m, person: indexOf(m.person) })) };
}
