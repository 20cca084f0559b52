import { fold, wordSet } from '#arabic/fold.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import { readBody } from './read-body.ts';
import type { Resolved } from './resolved.ts';
import { cutClitic, type Range } from './speaker.ts';
import { isDefinite, isInstitution, withoutArticle } from './speaker-words.ts';
import { textOf } from './text-of.ts';

/** How many words back «الوزارة» looks for the ministry that it means. */
const LOOK_BACK = 400;
/** The longest name of a body, in tokens. */
const LONGEST = 10;
/** Documents speak for the body that issued them. */
const DOCUMENTS = new Set(['بيان', 'بلاغ', 'تقرير', 'مذكره', 'مذكرة', 'نص']);

/** «الوزارة»: the ministry named last; «المرصد»: «المرصد السوري»; «البيان»: the body that issued it. */
export function meantBody(
  reading: Reading,
  name: Range,
  said: Resolved,
  speakers: readonly Resolved[],
): Resolved {
  const { tokens } = reading;
  const ministry = ministryOf(reading, said.name ?? '');
  if (ministry) return { ...said, name: ministry };
  // «في بيان للتنظيم»: with its own article.
  const first = fold(said.name ?? '');
  if (name.to - name.from > 1 || !isDefinite(first) || !isInstitution(first)) return said;
  const head = withoutArticle(first);
  if (DOCUMENTS.has(head)) return issuerAmong(speakers) ?? said;
  // «الحكومة التي تعمل من الشرق»: which of them is said behind it.
  const limited = /^(?:الذي|التي)$/.test(tokens[name.to]?.text ?? '');
  for (let i = name.from - 1; i >= Math.max(0, name.from - LOOK_BACK); i--) {
    const without = cliticBefore(tokens[i] as Token, first, head);
    if (without === null) continue;
    // «بالتعاون مع السلطات المغربية»: others than those who speak.
    if (tokens[i - 1]?.text === 'مع') continue;
    const words = tokens.slice(i, i + LONGEST);
    if (without) words[0] = cutClitic(words[0] as Token);
    const { to } = readBody(words, 0, words.length, true);
    if (to < 2) continue;
    const whole = textOf(reading, { from: i, to: i + to }, without || undefined);
    if (limited && !speakers.some((s) => s.name === whole)) continue;
    return { ...said, name: whole };
  }
  return said;
}

/** «الداخلية», «الصحة اللبنانية»: the ministry, where the article calls it one; null where it does not. */
function ministryOf({ article }: Reading, name: string): string | null {
  const whole = `وزارة ${name}`;
  return PORTFOLIOS.has(fold(name.split(' ', 1)[0] ?? '')) && article.text.includes(whole) ? whole : null;
}

const PORTFOLIOS = wordSet(
  'الداخلية الخارجية الدفاع الصحة العدل المالية التعليم الزراعة التجارة النقل العمل الثقافة',
);

/** What is written on a word that is the head of a body's name, with or without its article; null where it is none. */
function cliticBefore({ text }: Token, first: string, head: string): '' | 'و' | null {
  if (!text.endsWith(head)) return null;
  if (text === head || text === first) return '';
  if (text === `و${first}`) return 'و';
  return text.length === head.length + 1 && /^[وبلف]/.test(text) ? 'و' : null;
}

/** Among so many of the last speakers the issuer of a document is looked for. */
const RECENT = 6;

/** The body that spoke last; where none did, whoever spoke last by name: people give out statements, too. */
function issuerAmong(speakers: readonly Resolved[]): Resolved | null {
  const recent = speakers.slice(-RECENT);
  const last = recent.at(-1);
  return recent.findLast((s) => s.isBody) ?? (last?.role ? last : null);
}
