import type { InputRichBlock, InputRichMessage, MessageEntity, RichText, User } from '@grammyjs/types';

export type Rich = InputRichMessage<never>;

/** A chat as the fake keeps it; private ones have the id of their user. */
export interface FakeChat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title: string;
  isForum: boolean;
  /** User ids that may change what is posted there. */
  admins: Set<number>;
  /** Why the bot may not write: the server's whole sentence. */
  closed: string | null;
  migratedTo: number | null;
  lastId: number;
  messages: Map<number, FakeMessage>;
}

export interface FakeButton {
  text: string;
  callback_data?: string;
  url?: string;
}

/** One message as its readers see it. */
export interface FakeMessage {
  chat: FakeChat;
  id: number;
  from: User;
  /** What is read from top to bottom, folded parts too. */
  text: string;
  entities: MessageEntity[];
  rich: Rich | null;
  buttons: FakeButton[][];
  thread: number | null;
  replyTo: number | null;
  inlineId: string | null;
  edits: number;
  /** Too old to be edited. */
  frozen?: boolean;
  /** Grows with each message and each edit, over all chats. */
  sequence: number;
}

/** The visible text of a rich message, block after block. */
export function textOfRich(rich: Rich): string {
  return (rich.blocks ?? []).map(textOfBlock).join('\n');
}

function textOfBlock(block: InputRichBlock<never>): string {
  const lines: string[] = [];
  if ('summary' in block) lines.push(plain(block.summary));
  if ('text' in block && block.text !== undefined) lines.push(plain(block.text));
  if ('blocks' in block) lines.push(...block.blocks.map(textOfBlock));
  if ('items' in block)
    lines.push(
      ...block.items.map(
        (item) => `${item.type ? `${item.value}.` : '•'} ${item.blocks.map(textOfBlock).join('\n')}`,
      ),
    );
  if ('cells' in block)
    lines.push(...block.cells.map((row) => row.map((cell) => plain(cell.text ?? '')).join(' | ')));
  if ('credit' in block && block.credit !== undefined) lines.push(`— ${plain(block.credit)}`);
  return lines.join('\n');
}

function plain(text: RichText): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(plain).join('');
  return 'text' in text ? plain(text.text) : '';
}

/** The message as the Bot API tells it. */
export function messageJson(message: FakeMessage): object {
  const { chat } = message;
  return {
    message_id: message.id,
    date: 1_700_000_000,
    chat: chatJson(chat),
    ...(chat.type === 'channel' ? { sender_chat: chatJson(chat) } : { from: message.from }),
    ...(message.thread === null ? {} : { message_thread_id: message.thread, is_topic_message: true }),
    ...(message.rich ? { rich_message: message.rich } : { text: message.text, entities: message.entities }),
    ...(message.buttons.length > 0 ? { reply_markup: { inline_keyboard: message.buttons } } : {}),
  };
}

export function chatJson({ id, type, title, isForum }: FakeChat): object {
  return type === 'private'
    ? { id, type, first_name: title }
    : { id, type, title, ...(isForum ? { is_forum: true } : {}) };
}
