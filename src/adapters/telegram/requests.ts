import type { Api } from 'grammy';
import type { CallbackQuery, Chat, Message, User } from 'grammy/types';
import type { ChatKind, ChatUser, Input, Request } from '#chat/request.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { decodeAction } from '#message/action.ts';
import { type FetchFile, readAttached } from './attached.ts';
import { mapError } from './map-error.ts';
import { isAnonymousAdmin } from './read-message.ts';

/** The topic is part of a chat only in forums: in other groups the same field marks a thread of replies. */
export function chatOf(message: Message | { chat: Chat }): ChatRef {
  const topic =
    'is_topic_message' in message && message.is_topic_message ? message.message_thread_id : undefined;
  return {
    platform: 'telegram',
    id: String(message.chat.id),
    thread: topic === undefined ? null : String(topic),
  };
}

export function kindOf({ type }: Pick<Chat, 'type'>): ChatKind {
  if (type === 'private' || type === 'channel') return type;
  return 'group';
}

export function titleOf(chat: Chat): string {
  return chat.title ?? [chat.first_name, chat.last_name].filter(Boolean).join(' ');
}

function userOf(user: User): ChatUser {
  return { id: String(user.id), name: [user.first_name, user.last_name].filter(Boolean).join(' ') };
}

/** Throws `UserError` where the file that came with it cannot be read. */
export async function requestOfMessage(
  message: Message,
  input: Input,
  tools: { api: Api; botId: number; fetchFile: FetchFile },
): Promise<Request> {
  const anonymous = message.sender_chat !== undefined;
  return {
    chat: chatOf(message),
    chatKind: kindOf(message.chat),
    chatTitle: titleOf(message.chat),
    user: anonymous || !message.from ? null : userOf(message.from),
    input,
    attached: await readAttached(message, tools.botId, tools.fetchFile),
    isChatAdmin: async () => {
      if (message.chat.type === 'private' || message.chat.type === 'channel') return true;
      if (anonymous) return isAnonymousAdmin(message);
      return message.from !== undefined && isAdmin(tools.api, message.chat.id, message.from.id);
    },
    languageTag: message.from?.language_code ?? null,
  };
}

/** A button under a message that was sent through inline mode belongs to no chat that the bot knows: to its presser's. */
export function requestOfButton(query: CallbackQuery, api: Api): Request {
  const { message, from } = query;
  const own = { platform: 'telegram' as const, id: String(from.id), thread: null };
  return {
    chat: message ? chatOf(message) : own,
    chatKind: message ? kindOf(message.chat) : 'private',
    chatTitle: message ? titleOf(message.chat) : userOf(from).name,
    user: userOf(from),
    input: { type: 'action', action: query.data === undefined ? null : decodeAction(query.data) },
    attached: null,
    isChatAdmin: async () =>
      !message || message.chat.type === 'private' || isAdmin(api, message.chat.id, from.id),
    languageTag: from.language_code ?? null,
  };
}

async function isAdmin(api: Api, chatId: number, userId: number): Promise<boolean> {
  try {
    const { status } = await api.getChatMember(chatId, userId);
    return status === 'creator' || status === 'administrator';
  } catch (error) {
    const mapped = mapError(error);
    if (mapped.kind === 'rejected' || mapped.kind === 'gone') return false;
    throw mapped;
  }
}
