import {
  type APIApplicationCommandInteraction,
  type APIAttachment,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Attached, ChatKind, Input, Request } from '#chat/request.ts';
import type { ChatRef } from '#delivery/platform.ts';
import type { FormField } from './command-forms.ts';
import { MENU_COMMAND } from './commands.ts';
import { readCustomId } from './custom-id.ts';
import { isForward, nameOf, textOfMessage } from './message-text.ts';
import { readModal } from './modal.ts';

/** An interaction that asks the core for something. */
export type CoreInteraction =
  | APIApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction;

/** What was asked, and a file that is still to be fetched for it. */
export interface ReadRequest {
  request: Request;
  file: APIAttachment | null;
}

export interface Known {
  guildName: string | null;
  /** The fields of a command; what is filled in arrives in the order of filling in. */
  fieldsOf(command: string): readonly FormField[];
}

/** Null where nothing of ours sent it: a form or a kind of command that does not exist here. */
export function readInteraction(
  interaction: CoreInteraction,
  { guildName, fieldsOf }: Known,
): ReadRequest | null {
  const what = readInput(interaction, fieldsOf);
  if (!what) return null;
  const { input, attached = null, file = null } = what;
  const user = userOf(interaction);
  const request: Request = {
    chat: chatOf(interaction),
    chatKind: chatKindOf(interaction),
    chatTitle: titleOf(interaction, guildName),
    user: user ? { id: user.id, name: nameOf(user) } : null,
    input,
    attached,
    isChatAdmin: async () => mayManage(interaction),
    languageTag: interaction.locale,
  };
  return { request, file };
}

export function chatOf(interaction: APIInteraction): ChatRef {
  return { platform: 'discord', id: interaction.channel?.id ?? interaction.channel_id ?? '', thread: null };
}

/** Whether the bot itself is where the interaction came from; else it is there only as a user's app. */
export function isMember(interaction: APIInteraction): boolean {
  if (interaction.context === InteractionContextType.BotDM) return true;
  if (interaction.context === InteractionContextType.PrivateChannel) return false;
  const owners = interaction.authorizing_integration_owners;
  return owners === undefined || owners[ApplicationIntegrationType.GuildInstall] !== undefined;
}

/** Who did it; unknown for what no person does. */
export function userOf(interaction: APIInteraction): APIUser | undefined {
  return interaction.member?.user ?? interaction.user;
}

function chatKindOf({ context, guild_id, channel }: APIInteraction): ChatKind {
  if (context === InteractionContextType.BotDM || (context === undefined && !guild_id)) return 'private';
  return channel?.type === ChannelType.GuildAnnouncement ? 'channel' : 'group';
}

function titleOf(interaction: APIInteraction, guildName: string | null): string {
  const user = userOf(interaction);
  if (!interaction.guild_id) return user ? nameOf(user) : '';
  const name = interaction.channel && 'name' in interaction.channel ? interaction.channel.name : null;
  return [guildName, name && `#${name}`].filter(Boolean).join(' ');
}

/** Where the bot is only a user's app nothing can be delivered later, so nobody may subscribe the place. */
function mayManage(interaction: APIInteraction): boolean {
  if (chatKindOf(interaction) === 'private') return true;
  if (!isMember(interaction) || !interaction.member?.permissions) return false;
  const allowed = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return (BigInt(interaction.member.permissions) & allowed) !== 0n;
}

interface What {
  input: Input;
  attached?: Attached;
  file?: APIAttachment;
}

function readInput(interaction: CoreInteraction, fieldsOf: Known['fieldsOf']): What | null {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return readCommand(interaction, fieldsOf);
    case InteractionType.MessageComponent: {
      const { data } = interaction;
      const id = data.component_type === ComponentType.Button ? data.custom_id : data.values[0];
      return { input: { type: 'action', action: id === undefined ? null : readCustomId(id) } };
    }
    case InteractionType.ModalSubmit: {
      const filled = readModal(interaction.data);
      return filled && { input: { type: 'command', ...filled } };
    }
    default:
      return interaction satisfies never;
  }
}

function readCommand({ data }: APIApplicationCommandInteraction, fieldsOf: Known['fieldsOf']): What | null {
  if (data.type === ApplicationCommandType.Message) {
    const message = data.resolved.messages[data.target_id];
    const attached: Attached = {
      text: message ? textOfMessage(message) : '',
      from: message && isForward(message) ? 'forward' : 'reply',
      origin: message ? nameOf(message.author) : null,
    };
    return { input: { type: 'command', name: MENU_COMMAND, rest: '' }, attached };
  }
  if (data.type !== ApplicationCommandType.ChatInput) return null;
  const given = new Map((data.options ?? []).map((o) => [o.name, 'value' in o ? String(o.value) : '']));
  const fields = fieldsOf(data.name);
  const upload = fields.find((field) => field.type === ApplicationCommandOptionType.Attachment);
  const file = upload && data.resolved?.attachments?.[given.get(upload.name) ?? ''];
  const rest = fields
    .filter((field) => field !== upload)
    .flatMap((field) => given.get(field.name) ?? [])
    .join(' ');
  return { input: { type: 'command', name: data.name, rest }, ...(file && { file }) };
}
