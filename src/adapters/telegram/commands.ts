import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { Audience, CommandInfo } from '#chat/commands.ts';

const READERS: readonly Audience[] = ['reader'];
const CHAT_ADMINS: readonly Audience[] = ['reader', 'chat-admin'];

/** Who sees which commands: in private everybody may change what the own chat receives, in groups admins. */
export const SCOPES: readonly { scope: BotCommandScope; audiences: readonly Audience[] }[] = [
  { scope: { type: 'default' }, audiences: READERS },
  { scope: { type: 'all_private_chats' }, audiences: CHAT_ADMINS },
  { scope: { type: 'all_group_chats' }, audiences: READERS },
  { scope: { type: 'all_chat_administrators' }, audiences: CHAT_ADMINS },
];

/** Telegram takes Latin names only (1–32 of `a-z0-9_`); the description is Arabic, at most 256 characters. */
export function commandList(commands: readonly CommandInfo[], audiences: readonly Audience[]): BotCommand[] {
  return commands
    .filter((c) => !c.hidden && audiences.includes(c.who) && /^[a-z0-9_]{1,32}$/.test(c.name))
    .map((c) => ({ command: c.name, description: c.does }));
}

/** Registers the lists of all scopes that differ from what the server has; returns how many did. */
export async function registerCommands(api: Api, commands: readonly CommandInfo[]): Promise<number> {
  let changed = 0;
  for (const { scope, audiences } of SCOPES)
    if (await registerFor(api, scope, commandList(commands, audiences))) changed += 1;
  return changed;
}

/** The list of one person's private chat: editors see what they may do, others do not. */
export async function registerForPerson(
  api: Api,
  userId: string,
  commands: readonly CommandInfo[],
  audiences: readonly Audience[],
): Promise<boolean> {
  return registerFor(api, { type: 'chat', chat_id: Number(userId) }, commandList(commands, audiences));
}

async function registerFor(api: Api, scope: BotCommandScope, wanted: BotCommand[]): Promise<boolean> {
  const current = await api.raw.getMyCommands({ scope });
  const same =
    current.length === wanted.length &&
    wanted.every((w, i) => current[i]?.command === w.command && current[i].description === w.description);
  if (same) return false;
  if (wanted.length === 0) await api.raw.deleteMyCommands({ scope });
  else await api.raw.setMyCommands({ scope, commands: wanted });
  return true;
}
