import type { MessageLimits } from '#message/fit.ts';
import type { Message } from '#message/message.ts';
import type { BriefShown, Copy, Delivery, Payload } from './delivery.ts';

/** What is about to be sent, or to be put in the place of a copy. */
export interface Composed {
  /** Within the limits that were asked for. */
  message: Message;
  /** From which the same message can be made again: a digest's `items` and `until` are filled in. */
  payload: Payload;
}

export interface ToCompose {
  delivery: Delivery;
  /** The copy that is to be edited; null for a new message. */
  copy: Copy | null;
  limits: MessageLimits;
  now: number;
}

/** Makes the message at the moment of sending, so that nobody gets an old state. Null: there is nothing to say. */
export type Compose = (task: ToCompose) => Promise<Composed | null>;

/** The briefs that a message shows, each at its revision: what a correction has to find again. */
export function briefsShown({ message, payload }: Composed): BriefShown[] {
  if (payload.type === 'digest')
    return (payload.items ?? []).map(({ brief, revision }) => ({ brief, revision }));
  const { subject } = message;
  return subject ? [{ brief: subject.brief, revision: subject.revision }] : [];
}
