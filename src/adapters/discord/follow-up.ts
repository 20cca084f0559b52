import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { type Clock, wait } from '#shared/clock.ts';
import type { DiscordApi } from './api.ts';
import type { MessageBody } from './render.ts';

interface Place {
  interaction: APIInteraction;
  chat: ChatRef;
  api: DiscordApi;
  clock: Clock;
}

const ATTEMPTS = 3;
const PAUSE_MILLISECONDS = 500;

/**
 * Adds a message to an interaction's answer and returns its id. Follow-ups take no nonce: where the answer was lost,
 * the channel is read for a message of this interaction that is not in `known`, and only if there is none it is sent
 * again. Where the channel cannot be read, the doubt is the caller's.
 */
export async function followUpOnce(
  { interaction, chat, api, clock }: Place,
  body: MessageBody,
  known: ReadonlySet<string>,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await api.followUp(interaction, body)).id;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      const again = error.kind === 'unknown' || error.kind === 'unreachable' || error.kind === 'slow-down';
      if (!again || attempt === ATTEMPTS) throw error;
      if (error.kind === 'unknown') {
        const arrived = await findAnswer({ interaction, chat, api, clock }, known).catch(() => {
          throw error;
        });
        if (arrived) return arrived;
      }
      await wait(clock, error.retryAfterMilliseconds ?? PAUSE_MILLISECONDS);
    }
  }
}

async function findAnswer(
  { interaction, chat, api }: Place,
  known: ReadonlySet<string>,
): Promise<string | null> {
  // Without the right to read it, a channel looks empty.
  const readable = !interaction.guild_id || hasPermission(interaction.app_permissions);
  if (!readable) throw new DeliveryError('forbidden', 'no history');
  const messages = await api.recent(chat.id, interaction.id);
  const mine = messages.find((m) => m.interaction_metadata?.id === interaction.id && !known.has(m.id));
  return mine?.id ?? null;
}

function hasPermission(permissions: string): boolean {
  return (BigInt(permissions) & PermissionFlagsBits.ReadMessageHistory) !== 0n;
}
