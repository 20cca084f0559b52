import { type Action, decodeAction, encodeAction } from '#message/action.ts';

/**
 * Two components of a message may not have the same custom id (Discord, error COMPONENT_CUSTOM_ID_DUPLICATED), so
 * that the second button of the same action gets `~1` behind its code.
 */
export function writeCustomId(action: Action, taken: Set<string>): string {
  const code = encodeAction(action);
  let id = code;
  for (let n = 1; taken.has(id); n++) id = `${code}~${n}`;
  taken.add(id);
  return id;
}

/** Null for anything that no button of ours carries. */
export function readCustomId(id: string): Action | null {
  return decodeAction(id.replace(/~\d{1,2}$/, ''));
}
