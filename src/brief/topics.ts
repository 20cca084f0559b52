import { foldForSearch } from '#arabic/fold.ts';
import type { Brief } from './brief.ts';
import { briefCode } from './brief-code.ts';

/**
 * What a reader can limit a digest to: a kind of story (`kind:war`), a country (`country:KZ`) or a topic that an
 * editor gave a brief (`topic:` and the code of its folded name). ASCII, so that buttons can carry it.
 */
export type TopicKey = string;

export function topicKey(name: string): TopicKey {
  return `topic:${briefCode(foldForSearch(name).trim())}`;
}

/** Every topic of a brief, its kind and the countries of its events among them. */
export function topicKeys(brief: Brief): TopicKey[] {
  const countries = brief.facts.places.flatMap((p) => (p.role === 'event' && p.country ? [p.country] : []));
  return [
    `kind:${brief.kind}`,
    ...new Set(countries.map((code) => `country:${code}`)),
    ...brief.topics.map(topicKey),
  ];
}

/** Whether a chat with these topics wants the brief; no topics = everything. */
export function wants(topics: readonly TopicKey[], brief: Brief): boolean {
  if (topics.length === 0) return true;
  const keys = new Set(topicKeys(brief));
  return topics.some((topic) => keys.has(topic));
}
