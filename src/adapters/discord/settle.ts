import type { APIMessage } from 'discord.js';
import type { ChatRef, Receipt, SettleResult } from '#delivery/platform.ts';
import type { Message } from '#message/message.ts';
import type { DiscordApi } from './api.ts';
import { writeReceipt } from './receipt.ts';
import { renderMessage } from './render.ts';

/** Messages of one answer of Discord's, and how many answers are read at most. */
const PAGE = 100;
const MOST_PAGES = 10;

/**
 * Looks for a send whose answer was lost among what the channel got since `before`. Reading decides at any time;
 * sending again under the same nonce would only within Discord's few minutes. `undecided` where the channel cannot
 * be read to its end, or looks empty: as it does without the right to read its history.
 */
export async function settleSend(
  api: Pick<DiscordApi, 'recent'>,
  self: string,
  chat: ChatRef,
  message: Message,
  nonce: string,
  before: Receipt | null,
): Promise<SettleResult> {
  const body = renderMessage(message);
  const looked = fingerprint(body.components);
  // One before the known message: where it is shown again, the channel can be read.
  let after = before?.messageIds.length ? String(BigInt(before.messageIds.at(-1) as string) - 1n) : null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const messages = await api.recent(chat.id, after);
    const mine = messages.find(
      (m) => m.author.id === self && !before?.messageIds.includes(m.id) && isSend(m, nonce, looked),
    );
    if (mine) return { outcome: 'sent', receipt: writeReceipt(chat, mine.id, 'components', body) };
    if (messages.length === 0 && page === 0) return { outcome: 'undecided' };
    if (messages.length < PAGE) return { outcome: 'not-sent' };
    if (after === null) return { outcome: 'undecided' };
    after = newestId(messages);
  }
  return { outcome: 'undecided' };
}

/** Answers to commands are no sends. Discord does not always show the nonce; then what is shown decides. */
function isSend(message: APIMessage, nonce: string, looked: string): boolean {
  if (message.interaction_metadata) return false;
  if (message.nonce !== undefined) return String(message.nonce) === nonce;
  return fingerprint(message.components ?? []) === looked;
}

/** Texts and custom ids in order; Discord adds ids and defaults of its own to what was sent. */
function fingerprint(components: readonly object[]): string {
  const parts: string[] = [];
  const walk = (component: object) => {
    for (const key of ['content', 'custom_id', 'label', 'url', 'value'] as const)
      if (key in component) parts.push(`${key}=${(component as Record<string, unknown>)[key]}`);
    for (const key of ['components', 'options'] as const) {
      const inner = (component as Record<string, unknown>)[key];
      if (Array.isArray(inner)) inner.forEach(walk);
    }
  };
  components.forEach(walk);
  return parts.join('\n');
}

function newestId(messages: readonly APIMessage[]): string {
  const [first = '0', ...others] = messages.map(({ id }) => id);
  return others.reduce((newest, id) => (BigInt(id) > BigInt(newest) ? id : newest), first);
}
