import type { Chat } from '#chat/chat.ts';
import type { ChatKind, Input, Request } from '#chat/request.ts';
import type { Receipt } from '#delivery/platform.ts';
import { type Action, encodeAction } from '#message/action.ts';
import { type MessageLimits, textsOf } from '#message/fit.ts';
import type { Message } from '#message/message.ts';

const LIMITS: MessageLimits = {
  characters: 4000,
  blocks: 200,
  buttonsPerRow: 5,
  buttonRows: 12,
  buttonLabel: 60,
};

/** One person in one chat, talking to the core itself: what they saw, in the order they saw it. */
export class Conversation {
  readonly messages: Message[] = [];
  readonly toasts: string[] = [];
  isAdmin = true;
  readonly #chat: Chat;
  readonly #kind: ChatKind;
  readonly #user: string;
  readonly #id: string;

  constructor(chat: Chat, kind: ChatKind = 'private', user = '1', id = '1') {
    this.#chat = chat;
    this.#kind = kind;
    this.#user = user;
    this.#id = id;
  }

  /** Types a line; one that begins with a slash and a Latin word is a command, as on Telegram. */
  async type(text: string, attached: Request['attached'] = null): Promise<string> {
    const command = /^\/([a-z]+)\s*([\s\S]*)$/.exec(text);
    const input: Input = command
      ? { type: 'command', name: command[1] ?? '', rest: command[2] ?? '' }
      : { type: 'text', text };
    return this.#send(input, attached);
  }

  /** Presses the button with this label under the newest message that has one. */
  async press(label: string): Promise<string> {
    const button = [...this.messages]
      .reverse()
      .flatMap((m) => m.buttons.flat())
      .find((b) => b.label.includes(label));
    if (!button?.action)
      throw new Error(`no button ${label} in ${JSON.stringify(this.messages.at(-1)?.buttons)}`);
    return this.act(button.action);
  }

  async act(action: Action | null): Promise<string> {
    if (action) encodeAction(action);
    return this.#send({ type: 'action', action }, null);
  }

  /** All text of the newest message. */
  get last(): string {
    return this.messages.at(-1)?.blocks.flatMap(textsOf).join('\n') ?? '';
  }

  get labels(): string[] {
    return (
      this.messages
        .at(-1)
        ?.buttons.flat()
        .map((b) => b.label) ?? []
    );
  }

  async #send(input: Input, attached: Request['attached']): Promise<string> {
    const chat = { platform: 'web', id: this.#id, thread: null } as const;
    const receipt = (n: number): Receipt => ({
      chat,
      messageIds: [String(n)],
      format: 'text',
      contentHash: '',
    });
    await this.#chat.handle(
      {
        chat,
        chatKind: this.#kind,
        chatTitle: '',
        user: { id: this.#user, name: 'قارئ' },
        input,
        attached,
        isChatAdmin: async () => this.isAdmin,
        languageTag: 'ar',
      },
      {
        limits: LIMITS,
        reply: async (message) => receipt(this.messages.push(message)),
        replace: async (message) => {
          this.messages.splice(-1, 1, message);
          return receipt(this.messages.length);
        },
        toast: async (text) => {
          this.toasts.push(text);
        },
      },
    );
    return this.last;
  }
}
