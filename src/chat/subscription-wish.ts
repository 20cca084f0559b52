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
 * Reads time, zone and topics in any order. Throws `UserError`: `time-not-understood`, `wish-not-understood`, each with
 * the words in question.
 */
export function readWish(text: string, known: readonly NamedTopic[]): TypedWish {
  if (text.length > LONGEST_WISH) throw new UserError('wish-not-understood', { words: text.slice(0, 40) });
  const wish: TypedWish = { time: null, zone: null, topics: [] };
  let words = text.split(/[\s\u060c,;]+/).filter(Boolean);
  while (words.length > 0) {
    const time = wish.time === null ? readClockTime(words) : null;
    if (time === 'invalid')
      throw new UserError('time-not-understood', { words: words.slice(0, 2).join(' ') });
    const zone = time || wish.zone !== null ? null : readZone(words);
    const topic = time || zone ? null : readTopic(words, known);
    const taken = time?.words ?? zone?.words ?? topic?.words;
    if (taken === undefined)
      throw new UserError('wish-not-understood', { words: words.slice(0, 3).join(' ') });
    if (time) wish.time = time.time;
    else if (zone) wish.zone = zone.zone;
    else if (topic && !wish.topics.some((t) => t.key === topic.key))
      wish.topics.push({ key: topic.key, name: topic.name });
    words = words.slice(taken);
  }
  return wish;
}
