import { readClockTime } from '#arabic/clock-time.ts';
import { readZone } from '#arabic/zones.ts';
import { type NamedTopic, readTopic } from '#message/topic-name.ts';
import { UserError } from '#shared/user-error.ts';

/** What somebody wrote after `/subscribe`; null and empty where they said nothing about it. */
export interface TypedWish {
  time: string | null;
  zone: string | null;
  topics: NamedTopic[];
}

/** Longer than any wish; what is longer is a pasted text. */
const LONGEST_WISH = 300;

/**
 * Reads time, zone and topics in any order; a country is the zone where no other word is. Throws `UserError`: `time-not-understood`, `wish-not-understood`, each with
 * the words in question.
 */
export function readWish(text: string, known: readonly NamedTopic[]): TypedWish {
  if (text.length > LONGEST_WISH) throw new UserError('wish-not-understood', { words: text.slice(0, 40) });
  const wish: TypedWish = { time: null, zone: null, topics: [] };
  // «مصر» is a zone or a topic: what it was is known when everything has been read.
  const either: { zone: string; topic: NamedTopic }[] = [];
  const addTopic = ({ key, name }: NamedTopic) => {
    if (!wish.topics.some((t) => t.key === key)) wish.topics.push({ key, name });
  };
  let words = text.split(/[\s\u060c,;]+/).filter(Boolean);
  while (words.length > 0) {
    const time = wish.time === null ? readClockTime(words) : null;
    if (time === 'invalid')
      throw new UserError('time-not-understood', { words: words.slice(0, 2).join(' ') });
    const zone = time ? null : readZone(words);
    const topic = time ? null : readTopic(words, known);
    if (time) wish.time = time.time;
    else if (zone && topic && zone.words === topic.words) either.push({ zone: zone.zone, topic });
    else if (zone && wish.zone === null) wish.zone = zone.zone;
    else if (topic) addTopic(topic);
    else throw new UserError('wish-not-understood', { words: words.slice(0, 3).join(' ') });
    words = words.slice(time?.words ?? Math.max(zone?.words ?? 0, topic?.words ?? 0));
  }
  for (const { zone, topic } of either) {
    if (wish.zone === null) wish.zone = zone;
    else addTopic(topic);
  }
  return wish;
}
