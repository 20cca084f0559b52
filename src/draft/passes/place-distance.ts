import { readNumber } from '#arabic/numbers.ts';
import { tokenLike } from '#arabic/tokens.ts';
import type { PlaceRules } from './place-rules.ts';
import type { PlaceToken } from './place-tokens.ts';

const isUnit = tokenLike(/^(?:كم|كلم|كيلومتر|كيلومترا|كيلومترات|ميل|ميلا|اميال)$/);
const areSteps = tokenLike(/^(?:كيلومترين|ميلين|متر|مترا|امتار|الامتار|مترين|خطوات|قصيره|قليله)$/);
const leads = tokenLike(
  /^(?:من|عن|الي|مركز|وسط|العاصمه|مدينه|بلده|ال(?:شمال|جنوب|شرق|غرب)(?:ي|يه)?|ال[\u0621-\u064a]{3,}يه)$/,
);
const REACH = 8;
const LONGEST_NUMBER = 4;
/** Kilometres: what lies so near is the scene itself, what lies so far away only says where the scene is. */
const NEAR = 35;
const FAR = 60;

/** How far from a place the scene is: «على بعد 12 كيلومترا من بلدة كذا», «400 كلم شمال كذا»; null where nothing is measured or it says nothing. */
export function distanceTo(
  before: number,
  tokens: readonly PlaceToken[],
  rules: PlaceRules,
): 'near' | 'far' | null {
  for (let i = before; i > before - REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return null;
    // «60 كيلو متر»
    const isKilo = /^متر/.test(token.text) && tokens[i - 1]?.text === 'كيلو';
    if (isKilo) return ofKilometres(numberBefore(i - 1, tokens));
    if (areSteps(token)) return 'near';
    if (isUnit(token)) return ofKilometres(numberBefore(i, tokens));
    if (!leads(token) && !rules.directions.has(token.text)) return null;
  }
  return null;
}

const ofKilometres = (value: number | null) =>
  value === null ? null : value <= NEAR ? 'near' : value >= FAR ? 'far' : null;

function numberBefore(unit: number, tokens: readonly PlaceToken[]): number | null {
  for (let at = unit - LONGEST_NUMBER; at < unit; at++) {
    const number = readNumber(tokens, at);
    if (number?.to === unit) return number.value;
  }
  return null;
}
