import {
  type APIAttachment,
  type APIMessage,
  ChannelType,
  type GatewayMessageCreateDispatchData,
  MessageType,
} from 'discord.js';
import type { Attached, Request } from '#chat/request.ts';
import { isForward, nameOf, textOfMessage } from './message-text.ts';
import type { ReadRequest } from './requests.ts';

export interface TextSurroundings {
  /** The bot's own user id. */
  self: string;
  guildName: string | null;
  channelType: ChannelType | null;
  mayManage(): Promise<boolean>;
}

/**
 * A written message as a request; null where it is not for the bot. In servers that is where it mentions the bot
 * (elsewhere Discord sends no content without a privileged intent), in direct messages everything a person writes.
 */
export function readText(
  message: GatewayMessageCreateDispatchData,
  around: TextSurroundings,
): ReadRequest | null {
  const written = message.type === MessageType.Default || message.type === MessageType.Reply;
  if (!written || message.author.bot || message.webhook_id) return null;
  const isPrivate = !message.guild_id;
  if (!isPrivate && !message.mentions.some(({ id }) => id === around.self)) return null;
  const text = message.content.replace(new RegExp(`<@!?${around.self}>`, 'g'), ' ').trim();
  const file = textFile(message);
  const attached = readAttached(message, around.self);
  const says = text !== '' || file || attached?.text || (isPrivate && attached?.from === 'unreadable');
  if (!says) return null;
  const request: Request = {
    chat: { platform: 'discord', id: message.channel_id, thread: null },
    chatKind: isPrivate
      ? 'private'
      : around.channelType === ChannelType.GuildAnnouncement
        ? 'channel'
        : 'group',
    chatTitle: isPrivate ? nameOf(message.author) : (around.guildName ?? ''),
    user: { id: message.author.id, name: nameOf(message.author) },
    input: { type: 'text', text },
    attached,
    isChatAdmin: around.mayManage,
    languageTag: null,
  };
  return { request, file };
}

/** A file that is no text, a forwarded message, else the one replied to, unless that is the bot's own. */
function readAttached(message: APIMessage, self: string): Attached | null {
  const document = message.attachments.find(
    ({ content_type }) => !/^(image|video|audio)\//.test(content_type ?? ''),
  );
  if (document && !textFile(message)) return { text: '', from: 'unreadable', origin: document.filename };
  if (isForward(message)) return { text: textOfMessage(message), from: 'forward', origin: null };
  const answered = message.referenced_message;
  if (!answered || answered.author.id === self) return null;
  return { text: textOfMessage(answered), from: 'reply', origin: nameOf(answered.author) };
}

function textFile(message: APIMessage): APIAttachment | null {
  const isText = ({ content_type, filename }: APIAttachment) =>
    content_type?.startsWith('text/') || /\.txt$/i.test(filename);
  return message.attachments.find(isText) ?? null;
}
