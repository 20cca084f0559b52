import { foldForSearch } from '#arabic/fold.ts';
import type { Brief } from '#brief/brief.ts';
import { type TopicKey, topicKey, topicKeys } from '#brief/topics.ts';
import type { StoryKind } from '#draft/draft.ts';
import { countryName } from './country-name.ts';
import { KIND_LABELS } from './labels-subscription.ar.ts';

/** A topic by the name that readers know it by. */
export interface NamedTopic {
  key: TopicKey;
  name: string;
}

/** The topics of the briefs in service, and every kind of story, each once. */
export function namedTopics(briefs: readonly Brief[]): NamedTopic[] {
  const topics = new Map<TopicKey, string>();
  for (const brief of briefs) {
    for (const key of topicKeys(brief)) topics.set(key, topicName(key) ?? '');
    for (const name of brief.topics) topics.set(topicKey(name), name);
  }
  for (const kind of Object.keys(KIND_LABELS)) topics.set(`kind:${kind}`, KIND_LABELS[kind as StoryKind]);
  return [...topics].map(([key, name]) => ({ key, name }));
}

/** Null for an editor's own topic: its name is with the briefs. */
function topicName(key: TopicKey): string | null {
  const [type, value = ''] = key.split(':');
  if (type === 'kind') return KIND_LABELS[value as StoryKind] ?? null;
  return type === 'country' ? countryName(value) : null;
}

/** The name of any key, where its topic may have left the service. */
export function nameOfTopic(key: TopicKey, known: readonly NamedTopic[]): string {
  return known.find((t) => t.key === key)?.name || topicName(key) || key.replace(/^\w+:/, '');
}

const COUNTRY_CODES =
  'AE AF AL AM AO AR AT AU AZ BA BD BE BG BH BR BY CA CD CF CG CH CI CL CM CN CO CU CY CZ DE DJ DK DZ EC EG ER ES ET FI FR GA GB GE GH GR HR HT HU ID IE IL IN IQ IR IS IT JO JP KE KG KH KM KP KR KW KZ LB LK LR LY MA MD ME MG MK ML MM MN MR MT MX MY MZ NE NG NL NO NP NZ OM PA PE PH PK PL PS PT QA RO RS RU RW SA SD SE SG SI SK SL SN SO SS SV SY TD TG TH TJ TM TN TR TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW'.split(
    ' ',
  );

/** The topic that the words begin with: a kind, a country, or an editor's topic. Null where they begin with none. */
export function readTopic(
  words: readonly string[],
  known: readonly NamedTopic[],
): (NamedTopic & { words: number }) | null {
  const names = [
    ...known,
    ...COUNTRY_CODES.map((code) => ({ key: `country:${code}`, name: countryName(code) })),
  ];
  for (let n = Math.min(4, words.length); n > 0; n--) {
    const typed = keyOf(words.slice(0, n).join(' '));
    const topic = names.find((t) => keyOf(t.name) === typed);
    if (topic && typed !== '') return { ...topic, words: n };
  }
  return null;
}

function keyOf(name: string): string {
  return foldForSearch(name)
    .replace(/[,\u060c]/g, '')
    .replace(/^ال(?=.{3})/, '')
    .trim();
}
