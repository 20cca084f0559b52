import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import type { Reading } from '#draft/reading.ts';
import type { Count } from './casualty-counts.ts';
import { isOfThem } from './casualty-doubts.ts';
import {
  bareWord,
  DUALS,
  FRAMES,
  isPeopleWord,
  NEED_COMPLEMENT,
  PLURAL_VERBS,
  VERBS,
} from './casualty-words.ts';
import { textOf } from './people-book.ts';
import { COMPLEMENTIZERS, isInstitution, STOPS, TIMES } from './speaker-words.ts';

/** «فارق ستة ركاب الحياة»: what they lost is none of theirs. */
const ENDS_OF_LIFE = new Set(FRAMES.flatMap(({ complements }) => [...complements]));

/** Words of a group behind its noun: «أفراد قوات الأمن», «عمال الإغاثة». */
const LONGEST_COMPLEMENT = 3;

/** Who was counted; null for people in general. */
export function groupOf(reading: Reading, count: Count): string | null {
  const { tokens } = reading;
  const { counted } = count;
  if (counted.is === 'people')
    return withoutClitic(
      textOf(reading, { from: counted.at, to: groupEnd(tokens, counted.at) }),
      tokens[counted.at]?.text ?? '',
    );
  if (counted.is === 'things') return null;
  const behind =
    whoTheyAre(tokens, count) ??
    inRanks(tokens, count.to) ??
    partOf(tokens, counted.is === 'nothing' ? count.numberTo : count.to);
  return behind === null ? null : textOf(reading, { from: behind, to: groupEnd(tokens, behind) });
}

/** «15 منهم أطفال», «15 من بين القتلى أطفال». */
function whoTheyAre(tokens: readonly Token[], count: Count): number | null {
  return isOfThem(tokens, count) && isPeopleWord(tokens[count.to]?.text ?? '') ? count.to : null;
}

/** «ورجلان», «لطفلين», «بالضيوف»: the people without what is written on them. */
function withoutClitic(group: string, first: string): string {
  if (/^بال/.test(first)) return group.slice(1);
  const isJoined = /^[ول]/.test(first) && (DUALS.has(first.slice(1)) || /^[ول]?شخص(ان|ين)$/.test(first));
  return isJoined && !DUALS.has(first) ? group.slice(1) : group;
}

/** «11 قتيلا و28 جريحا في صفوف المدنيين»: said once, behind both. */
function inRanks(tokens: readonly Token[], from: number): number | null {
  for (let i = from; i < from + 6; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') return null;
    if (/^(صفوف|اوساط)$/.test(token.text) && isPeopleWord(tokens[i + 1]?.text ?? '')) return i + 1;
  }
  return null;
}

/** «ثلاثة من كبار كتابها», «4 من العاملين». */
function partOf(tokens: readonly Token[], at: number): number | null {
  const from = tokens[at]?.text === 'من' ? at + 1 : null;
  if (from === null || tokens[from]?.kind !== 'word') return null;
  const text = tokens[from]?.text ?? '';
  return isPeopleWord(text) || FORCES.test(text) ? from : null;
}

/** «3 من الشرطة»: their people. */
const FORCES = /^(?:الشرط[ةه]|الجيش|الدرك|البشمرك[ةه]|الحشد|المعارض[ةه])$/;

function groupEnd(tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.text ?? '';
  const isConstruct = NEED_COMPLEMENT.has(first) || NEED_COMPLEMENT.has(bareWord(first));
  let i = at + 1;
  for (; i < at + 1 + LONGEST_COMPLEMENT; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') break;
    const { text } = token;
    if (
      ENDS_OF_LIFE.has(text) ||
      STOPS.has(text) ||
      COMPLEMENTIZERS.has(text) ||
      TIMES.has(text) ||
      PLURAL_VERBS.has(text)
    )
      break;
    if (/^(في|من|اثر|جراء|خلال|بينهم|واصيب|برصاص|داخل)$/.test(text) || /^و/.test(text)) break;
    // «طفلا» in the accusative takes no complement.
    if (!isConstruct && (!/^ال/.test(text) || /ا$|ان$/.test(first))) break;
    if (isConstruct && i > at + 1 && !/^ال/.test(text)) break;
    // «رجلا قال …», «عنصرا هددوا»: what they did.
    if (speechWord(text)?.form === 'verb' || VERBS.has(text)) break;
    if (
      isConstruct &&
      /[^ا]ا$/.test(first) &&
      !/^ال/.test(text) &&
      !isPeopleWord(text) &&
      !isInstitution(text)
    )
      break;
  }
  return i;
}
