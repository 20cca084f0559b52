import type { Message, UserFromGetMe } from 'grammy/types';
import type { Input } from '#chat/request.ts';
import { textOf } from './attached.ts';

const COMMAND = /^\/([^\s@/]+)(?:@(\w+))?(?:\s+([\s\S]*))?$/u;

/** Anonymous admins write under the group's own name. */
export const isAnonymousAdmin = (message: Message) => message.sender_chat?.id === message.chat.id;

/**
 * What a message asks of the bot; null where it asks nothing: commands for other bots, talk in groups that does not
 * name the bot, service messages, other bots, the bot's own inline results.
 */
export function readMessage(
  message: Message,
  me: UserFromGetMe,
  understands: (text: string) => boolean,
): Input | null {
  if (message.via_bot?.id === me.id || message.is_automatic_forward) return null;
  if (message.from?.is_bot && !message.sender_chat) return null;
  const text = textOf(message).trim();
  const command = COMMAND.exec(text);
  if (command) {
    const [, name = '', addressee, rest = ''] = command;
    const forOther = addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase();
    return forOther ? null : { type: 'command', name, rest: rest.trim() };
  }
  if (message.chat.type === 'private') {
    // A moving picture comes as a document, too.
    const hasFile = message.document !== undefined && message.animation === undefined;
    return text === '' && !hasFile ? null : { type: 'text', text };
  }
  if (text === '') return null;
  const named = withoutMention(message, text, me);
  if (named !== null) return { type: 'text', text: named };
  if (message.reply_to_message?.from?.id === me.id || understands(text)) return { type: 'text', text };
  return null;
}

/** The text without the bot's name; null where it is not named. */
function withoutMention(message: Message, text: string, me: UserFromGetMe): string | null {
  const pattern = new RegExp(`@${me.username}(?!\\w)`, 'gi');
  if (pattern.test(text)) return text.replace(pattern, ' ').replace(/ {2,}/g, ' ').trim();
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some((e) => e.type === 'text_mention' && e.user.id === me.id) ? text : null;
}
