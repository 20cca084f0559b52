import type { BotCommand, InlineQueryResultArticle, MessageEntity } from '@grammyjs/types';
import type { FakeTelegram } from './telegram-server.ts';
import { type FakeChat, type FakeMessage, messageJson, type Rich, textOfRich } from './telegram-world.ts';

/** What a call carries; every method takes some of these. */
export interface Params {
  chat_id?: number | string;
  message_id?: number;
  inline_message_id?: string;
  message_thread_id?: number;
  text?: string;
  entities?: MessageEntity[];
  rich_message?: Rich;
  reply_markup?: { inline_keyboard?: FakeMessage['buttons'] };
  reply_parameters?: { message_id: number };
  callback_query_id?: string;
  inline_query_id?: string;
  results?: InlineQueryResultArticle[];
  user_id?: number;
  scope?: object;
  commands?: BotCommand[];
  file_id?: string;
  offset?: number;
  timeout?: number;
}

/** A refusal in the server's words. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: object | undefined;

  constructor(code: number, description: string, parameters?: object) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

const bad = (description: string, parameters?: object) =>
  new Refusal(400, `Bad Request: ${description}`, parameters);

/** Carries out one method; its result is what the bot is answered. */
export function callMethod(tg: FakeTelegram, method: string, params: Params): unknown {
  switch (method) {
    case 'getMe':
      return {
        ...tg.me,
        can_join_groups: true,
        can_read_all_group_messages: false,
        supports_inline_queries: true,
      };
    case 'sendMessage':
      return messageJson(post(tg, openChat(tg, params), params));
    case 'sendRichMessage':
      if (!tg.rich) throw new Refusal(404, 'Not Found: method not found');
      return messageJson(post(tg, openChat(tg, params), params));
    case 'editMessageText':
      return edit(tg, params);
    case 'deleteMessage':
      return remove(tg, params);
    case 'answerCallbackQuery': {
      const query = tg.callbacks.get(params.callback_query_id ?? '');
      if (!query || query.answers.length > 0) throw bad('query is too old and response timeout expired');
      query.answers.push(params.text ?? '');
      tg.changed();
      return true;
    }
    case 'answerInlineQuery':
      tg.inlineAnswers.set(params.inline_query_id ?? '', params);
      tg.changed();
      return true;
    case 'getChatMember': {
      const chat = findChat(tg, params);
      const user = tg.users.get(Number(params.user_id));
      return { user, status: chat.admins.has(Number(params.user_id)) ? 'administrator' : 'member' };
    }
    case 'getMyCommands':
      return tg.commands.get(JSON.stringify(params.scope ?? null)) ?? [];
    case 'deleteMyCommands':
      tg.commands.delete(JSON.stringify(params.scope ?? null));
      tg.changed();
      return true;
    case 'setMyCommands':
      tg.commands.set(JSON.stringify(params.scope ?? null), params.commands ?? []);
      tg.changed();
      return true;
    case 'getFile':
      return {
        file_id: params.file_id,
        file_unique_id: params.file_id,
        file_path: `documents/${params.file_id}`,
      };
    case 'deleteWebhook':
    case 'setWebhook':
    case 'sendChatAction':
      return true;
    default:
      throw new Refusal(404, 'Not Found: method not found');
  }
}

function findChat(tg: FakeTelegram, params: Params): FakeChat {
  const chat = tg.chats.get(Number(params.chat_id));
  if (!chat) throw bad('chat not found');
  if (chat.migratedTo !== null)
    throw bad('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
  return chat;
}

function openChat(tg: FakeTelegram, params: Params): FakeChat {
  const chat = findChat(tg, params);
  if (chat.closed) throw new Refusal(chat.closed.startsWith('Forbidden') ? 403 : 400, chat.closed);
  return chat;
}

function contentOf(params: Params): Pick<FakeMessage, 'text' | 'entities' | 'rich' | 'buttons'> {
  const rich = params.rich_message ?? null;
  const text = rich ? textOfRich(rich) : String(params.text ?? '');
  if (text === '') throw bad('message text is empty');
  if (!rich && text.length > 4096) throw bad('message is too long');
  const { inline_keyboard = [] } = (params.reply_markup ?? {}) as {
    inline_keyboard?: FakeMessage['buttons'];
  };
  return { text, entities: params.entities ?? [], rich, buttons: inline_keyboard };
}

function post(tg: FakeTelegram, chat: FakeChat, params: Params): FakeMessage {
  return tg.store(chat, {
    ...contentOf(params),
    from: tg.me,
    thread: params.message_thread_id ? Number(params.message_thread_id) : null,
    replyTo: params.reply_parameters?.message_id ?? null,
  });
}

function edit(tg: FakeTelegram, params: Params): unknown {
  const message = params.inline_message_id
    ? tg.inlineMessage(params.inline_message_id)
    : openChat(tg, params).messages.get(Number(params.message_id));
  if (!message) throw bad('message to edit not found');
  if (message.frozen || (message.from.id !== tg.me.id && message.inlineId === null))
    throw bad("message can't be edited");
  const content = contentOf(params);
  const key = (m: typeof content) => JSON.stringify([m.text, m.entities, m.rich, m.buttons]);
  if (key(message) === key(content))
    throw bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  Object.assign(message, content, { edits: message.edits + 1, sequence: tg.nextSequence() });
  tg.changed();
  return message.inlineId === null ? messageJson(message) : true;
}

function remove(tg: FakeTelegram, params: Params): true {
  const chat = findChat(tg, params);
  if (!chat.messages.delete(Number(params.message_id))) throw bad('message to delete not found');
  tg.changed();
  return true;
}
