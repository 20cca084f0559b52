import { createRequire } from 'node:module';
import { fold } from '#arabic/fold.ts';
import { ofForm } from '#arabic/forms.ts';
import { loosenWord } from '#arabic/place-spelling.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
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

/** Whether a word of some kind of story stands among tokens [from, to). */
export function tellsOfStory(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.kind === 'word' && kindsOf(token.form)) return true;
  }
  return false;
}

const HEADLINE_WEIGHT = 4;
const LEAD_WEIGHT = 2;
const FEWEST = 4;
/** A post of two lines has one word that tells. */
const FEWEST_IN_POST = 1.5;
const SHORT = 70;
/** One word is not enough for what leaves out people hurt and scenes: «الفريق الطبي», «قصف السوق». */
const SELDOM_OF_HARM = new Set<StoryKind>(['sport', 'economy', 'culture']);

/** «مقتل ثلاثة في قاعة سينما»: where somebody is killed, the place does not make the story. */
const isKilling = tokenLike(/^[وفبل]?(?:ال)?(?:مقتل|مصرع|قتلى|قتيلا?|[يت]قتل|قتلت?)$/);
/** What a killing in the headline leaves of the words of sport, economy and culture. */
const BESIDE_KILLING = 0.4;
/** «طائرة تحمل مساعدات», «الدفاع المدني»: they alone are no accident. */
const isVehicle = tokenLike(
  /^[وفبل]?(?:ال|لل)?(?:طائر[ةه]|مروحي[ةه]|سيار[ةه]|شاحن[ةه]|حافل[ةه]|قطار|قارب|زورق|مركب|مركب[ةه]|عبار[ةه]|صهريج|قضبان|دفاع|مدني)$/,
);

/** The kind whose words the article has most of, those of the headline and the lead counting more. */
export function kindOf(reading: Reading): StoryKind {
  const weight = new Map<StoryKind, number>();
  let line = 0;
  let killing = false;
  let happens = false;
  const seen = new Map<string, number>();
  for (const token of reading.tokens) {
    if (token.kind === 'break') line++;
    if (line === 0 && isKilling(token)) killing = true;
    if (token.kind !== 'word') continue;
    const found = kindsOf(token.form);
    if (!found) continue;
    const { text, kinds } = found;
    if (!happens && kinds.includes('accident') && !isVehicle(token)) happens = true;
    // A word repeated twenty times does not weigh twenty times as much.
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    const by = (line === 0 ? HEADLINE_WEIGHT : line === 1 ? LEAD_WEIGHT : 1) / times;
    for (const kind of kinds) weight.set(kind, (weight.get(kind) ?? 0) + by / kinds.length);
  }
  const isPost = reading.tokens.length < SHORT;
  if (!happens) weight.delete('accident');
  for (const kind of killing ? SELDOM_OF_HARM : [])
    weight.set(kind, (weight.get(kind) ?? 0) * BESIDE_KILLING);
  let best: StoryKind = 'other';
  let most = 0;
  for (const [kind, sum] of weight)
    if (sum > most && sum > (isPost && !SELDOM_OF_HARM.has(kind) ? FEWEST_IN_POST : FEWEST)) {
      best = kind;
      most = sum;
    }
  return best;
}

/** Words of the headline and the lead, in which a festival says what it is. */
const LEAD = 60;
const isFestive = tokenLike(
  /^(?:[وفبل]|لل)?(?:ال)?(?:مهرجانا?ت?|احتفالا?ت?|احتفلت?|تحتفل|يحتفل|فعاليات|كرنفال|اهازيج|عروضها?|عرض[ةه]|ملتقى|امسي[ةه])$/,
);

/** The kind of story by which places are read: what a festival shows takes place, what a book or a film tells does not. */
export function kindForPlaces(kind: StoryKind, { tokens }: Reading): StoryKind {
  if (kind !== 'culture') return kind;
  for (let i = 0; i < Math.min(LEAD, tokens.length); i++) if (isFestive(tokens[i])) return 'other';
  return kind;
}
