import { FAILURE_REASONS } from './labels-desk.ar.ts';

/** The platforms' own words, in English, and what they mean: Telegram's descriptions of refusals, Discord's error codes. */
const MEANINGS: readonly [RegExp, keyof typeof FAILURE_REASONS][] = [
  [/^(?:50007|50278)$|blocked|cannot send messages to this user/i, 'blocked'],
  [/kicked|not a member|bot is not in/i, 'kicked'],
  [/deactivated/i, 'deactivated'],
  [/^(?:50001|50013|160002)$|rights|permission|missing access|forbidden|restricted|read.?only/i, 'no-rights'],
  [/^50083$|thread|topic/i, 'no-topic'],
  [/^(?:10003|10004|10008|404)$|not found|unknown (?:channel|message)|deleted|can't be edited/i, 'gone'],
];

/** Why something did not arrive, in an editor's or reader's words; what nobody has put into Arabic stays as it came. */
export function failureReason(reason: string): string {
  const known = FAILURE_REASONS[reason];
  if (known) return known;
  const meaning = MEANINGS.find(([words]) => words.test(reason))?.[1];
  return (meaning && FAILURE_REASONS[meaning]) ?? reason;
}
