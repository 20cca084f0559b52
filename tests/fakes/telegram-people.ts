import type { BotCommand, Message, Update, User } from '@grammyjs/types';
import type { Params } from './telegram-methods.ts';
import {
  chatJson,
  type FakeChat,
  type FakeMessage,
  messageJson,
  type Rich,
  textOfRich,
} from './telegram-world.ts';

export interface FakeCallback {
  message: FakeMessage;
  /** The texts that it was answered with; empty while it was not. */
  answers: string[];
}

type Place = FakeChat | User;

/** The users' side: who is there, what they do, what they see. */
export abstract class TelegramPeople {
  readonly me: User & { username: string } = {
    id: 7000000001,
    is_bot: true,
    first_name: 'موجز',
    username: 'fake_news_bot',
  };
  rich: boolean;
  readonly users = new Map<number, User>();
  readonly chats = new Map<number, FakeChat>();
  readonly callbacks = new Map<string, FakeCallback>();
  readonly inlineAnswers = new Map<string, Params>();
  readonly commands = new Map<string, BotCommand[]>();
  readonly files = new Map<string, string | Buffer>();
  #updates: Update[] = [];
  #lastUpdate = 1000;
  #lastUser = 1000;
  /** Private chats and basic groups share one counter, as for a real account. */
  #sharedId = 0;
  #sequence = 0;
  #waiting = new Set<() => void>();

  constructor(rich: boolean) {
    this.rich = rich;
  }

  protected abstract announce(): void;

  pending(offset: number): Update[] {
    return this.#updates.filter((u) => u.update_id >= offset).slice(0, 100);
  }

  confirm(offset: number): void {
    this.#updates = this.#updates.filter((u) => u.update_id >= offset);
  }

  push(update: object): void {
    this.#updates.push({ update_id: ++this.#lastUpdate, ...update } as Update);
    this.announce();
  }

  user(props: Partial<User> = {}): User {
    const id = props.id ?? ++this.#lastUser;
    const user = { is_bot: false, first_name: `قارئ ${id}`, language_code: 'ar', ...props, id };
    this.users.set(id, user);
    this.#addChat({ id, type: 'private', title: user.first_name });
    return user;
  }

  chat(type: 'group' | 'supergroup' | 'channel', props: Partial<FakeChat> = {}): FakeChat {
    const n = ++this.#lastUser;
    const id = props.id ?? (type === 'group' ? -n : -1_002_000_000_000 - n);
    return this.#addChat({ title: 'غرفة الأخبار', ...props, id, type });
  }

  #addChat(props: Pick<FakeChat, 'id' | 'type' | 'title'> & Partial<FakeChat>): FakeChat {
    const chat = {
      isForum: false,
      admins: new Set<number>(),
      closed: null,
      migratedTo: null,
      lastId: 0,
      messages: new Map(),
      ...props,
    };
    this.chats.set(chat.id, chat);
    return chat;
  }

  #placeOf(place: Place | number): FakeChat {
    const chat = this.chats.get(typeof place === 'number' ? place : place.id);
    if (!chat) throw new Error('no such chat');
    return chat;
  }

  store(chat: FakeChat, message: Partial<FakeMessage> & Pick<FakeMessage, 'text' | 'from'>): FakeMessage {
    const shared = chat.type === 'private' || chat.type === 'group';
    const id = shared ? ++this.#sharedId : ++chat.lastId;
    const stored: FakeMessage = {
      entities: [],
      rich: null,
      buttons: [],
      thread: null,
      replyTo: null,
      inlineId: null,
      ...message,
      chat,
      id,
      edits: 0,
      sequence: this.nextSequence(),
    };
    chat.messages.set(id, stored);
    this.changed();
    return stored;
  }

  nextSequence(): number {
    return ++this.#sequence;
  }

  changed(): void {
    for (const look of this.#waiting) look();
  }

  /** A user writes: into the private chat where no other place is given. `more`: further fields of the update's message. */
  sendText(user: User, text: string, place: Place = user, more: object = {}): FakeMessage {
    const message = this.store(this.#placeOf(place), { text, from: user });
    const { chat } = message;
    const entities = [...text.matchAll(/@\w+/g)].map((m) => ({
      type: 'mention',
      offset: m.index,
      length: m[0].length,
    }));
    const json = { ...messageJson(message), entities, ...more };
    this.push(chat.type === 'channel' ? { channel_post: json } : { message: json });
    return message;
  }

  /** A file with a text, as a user sends it. */
  sendFile(user: User, name: string, content: string | Buffer, caption?: string): FakeMessage {
    const file_id = `file${this.files.size + 1}`;
    this.files.set(file_id, content);
    const document: Message.DocumentMessage['document'] = {
      file_id,
      file_unique_id: file_id,
      file_name: name,
      mime_type: 'text/plain',
      file_size: Buffer.byteLength(content),
    };
    return this.sendText(user, '', user, { text: undefined, document, ...(caption ? { caption } : {}) });
  }

  /** Presses the button with that label, or sends that data as a forged client can. */
  press(message: FakeMessage, label: string, user?: User): FakeCallback {
    const button = message.buttons.flat().find((b) => b.text.includes(label));
    return this.pressData(message, button?.callback_data ?? label, user);
  }

  pressData(message: FakeMessage, data: string, user?: User): FakeCallback {
    const id = String(this.nextSequence());
    const callback: FakeCallback = { message, answers: [] };
    this.callbacks.set(id, callback);
    const from = user ?? this.users.get(message.chat.id);
    const where = message.inlineId
      ? { inline_message_id: message.inlineId }
      : { message: messageJson(message) };
    this.push({ callback_query: { id, from, chat_instance: '1', data, ...where } });
    return callback;
  }

  async inline(user: User, query: string): Promise<Params> {
    const id = String(this.nextSequence());
    this.push({ inline_query: { id, from: user, query, offset: '' } });
    return this.until(() => this.inlineAnswers.get(id), `an answer to the inline query ${query}`);
  }

  /** The user picks the first result: it appears in that chat, sent «via» the bot. */
  chooseInline(user: User, answer: Params, place: Place): FakeMessage {
    const [result] = answer.results ?? [];
    if (!result) throw new Error('nothing was offered');
    const buttons = (result.reply_markup?.inline_keyboard ?? []) as FakeMessage['buttons'];
    const inlineId = buttons.length > 0 ? `inline-${this.nextSequence()}` : null;
    const content = result.input_message_content as { rich_message?: Rich; message_text?: string };
    const rich = content.rich_message ?? null;
    const text = rich ? textOfRich(rich) : (content.message_text ?? '');
    const message = this.store(this.#placeOf(place), { text, rich, buttons, inlineId, from: user });
    const where = inlineId === null ? {} : { inline_message_id: inlineId };
    this.push({ chosen_inline_result: { result_id: result.id, from: user, query: '', ...where } });
    return message;
  }

  inlineMessage(inlineId: string): FakeMessage | undefined {
    for (const chat of this.chats.values())
      for (const message of chat.messages.values()) if (message.inlineId === inlineId) return message;
    return undefined;
  }

  /** A change of what the bot is in a chat: joined, promoted, thrown out, blocked. */
  membership(place: Place, from: User, before: string, after: string): void {
    const member = (status: string) => ({ user: this.me, status });
    const chat = chatJson(this.#placeOf(place));
    this.push({
      my_chat_member: {
        chat,
        from,
        date: 0,
        old_chat_member: member(before),
        new_chat_member: member(after),
      },
    });
  }

  /** The bot's messages in that chat, oldest first. */
  messages(place: Place | number): FakeMessage[] {
    return [...this.#placeOf(place).messages.values()].filter((m) => m.from.id === this.me.id);
  }

  /** The bot's next message or edit there that matches, newer than `after` (default: what the user wrote last). */
  async nextMessage(place: Place, pattern: RegExp = /./, after?: number): Promise<FakeMessage> {
    const chat = this.#placeOf(place);
    const asked = [...chat.messages.values()].findLast((m) => m.from.id !== this.me.id)?.sequence ?? 0;
    const found = () =>
      this.messages(chat).find((m) => m.sequence > (after ?? asked) && pattern.test(stripMarks(m.text)));
    return this.until(
      found,
      `a message ${pattern} in ${chat.id}; there: ${this.messages(chat).at(-1)?.text}`,
    );
  }

  /** Resolves with the first value that is there; looks again at each change. */
  async until<T>(find: () => T | undefined, what: string, milliseconds = 8000): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`waited in vain for ${what}`));
      }, milliseconds);
      const look = () => {
        const value = find();
        if (value === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(value);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/** Without marks of direction. */
export function stripMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u2066-\u2069]/g, '');
}
