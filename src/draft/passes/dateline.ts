import { isDash, type Token } from '#arabic/tokens.ts';
import { placeEnd } from './speaker-words.ts';

/** The most tokens before the dash: the names of three reporters. */
const LONGEST = 9;
/** From the dash to the colon: «واس:», «سبق- المدينة المنورة:» */
const LONGEST_OUTLET = 6;
const SHORTEST_STORY = 6;

/**
 * Where the story begins behind «كولويزي (الكونغو الديموقراطية) - », «الرياض - واس: » or «أحمد علي - جدة: ». A dash with
 * neither a colon behind it nor a place before it opens what the writer puts in between («قال - في بيان - إن»).
 */
export function afterDateline(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from]?.kind !== 'word') return from;
  for (let at = from + 1; at < Math.min(from + LONGEST, to - SHORTEST_STORY); at++) {
    const token = tokens[at] as Token;
    if (!isDash(token)) continue;
    const before = tokens[at - 1] as Token;
    const after = tokens[at + 1] as Token;
    if (token.start === before.end && token.end === after.start) continue;
    for (let colon = at + 2; colon <= at + LONGEST_OUTLET && colon < to - 5; colon++)
      if (tokens[colon]?.text === ':') return colon + 1;
    // «(شينخوا) -- لقي»
    const story = isDash(tokens[at + 1]) ? at + 2 : at + 1;
    return placeEnd(tokens, from) > from ? story : from;
  }
  return from;
}
