import { createRequire } from 'node:module';
import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import { loosenWord } from '#arabic/place-spelling.ts';
import type { StoryKind } from '#draft/draft.ts';
import type { Reading } from '#draft/reading.ts';

let kindsOfWord: Map<string, StoryKind[]> | null = null;

function words(): Map<string, StoryKind[]> {
  if (kindsOfWord) return kindsOfWord;
  const file = createRequire(import.meta.url)('#arabic/data/story-kinds.json') as {
    kinds: Record<StoryKind, string[]>;
  };
  kindsOfWord = new Map();
  for (const [kind, list] of Object.entries(file.kinds) as [StoryKind, string[]][])
    for (const word of list) {
      const key = loosenWord(fold(word));
      kindsOfWord.set(key, [...(kindsOfWord.get(key) ?? []), kind]);
    }
  return kindsOfWord;
}

/** A word as it is spelled loosely, and what it speaks for as it stands or without what is written before it; null for most. */
const kindsOf = ofForm((form) => {
  const text = loosenWord(form.text);
  const bare = text.replace(/^(?:[وف]?[بل]?ال|[وفبل]|لل)(?=..)/, '');
  const kinds = words().get(text) ?? words().get(bare);
  return kinds ? { text, kinds } : null;
});

const HEADLINE_WEIGHT = 4;
const LEAD_WEIGHT = 2;
const FEWEST = 4;

/** The kind whose words the article has most of, those of the headline and the lead counting more. */
export function kindOf(reading: Reading): StoryKind {
  const weight = new Map<StoryKind, number>();
  let line = 0;
  const seen = new Map<string, number>();
  for (const token of reading.tokens) {
    if (token.kind === 'break') line++;
    if (token.kind !== 'word') continue;
    const found = kindsOf(token.form);
    if (!found) continue;
    const { text, kinds } = found;
    // A word repeated twenty times does not weigh twenty times as much.
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    const by = (line === 0 ? HEADLINE_WEIGHT : line === 1 ? LEAD_WEIGHT : 1) / times;
    for (const kind of kinds) weight.set(kind, (weight.get(kind) ?? 0) + by / kinds.length);
  }
  let best: StoryKind = 'other';
  let most = FEWEST;
  for (const [kind, sum] of weight)
    if (sum > most) {
      best = kind;
      most = sum;
    }
  return best;
}
