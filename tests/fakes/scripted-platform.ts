import { DeliveryError } from '#delivery/delivery-error.ts';
import type { ChatRef, Platform, Profile, Receipt, SettleResult } from '#delivery/platform.ts';
import type { Message } from '#message/message.ts';
import { type Clock, wait } from '#shared/clock.ts';

export interface PlatformCall {
  method: 'send' | 'edit' | 'settle';
  chat: ChatRef;
  at: number;
  /** The how-manieth call of all. */
  n: number;
}

/** `lost`: carried out, but the answer never comes; `hang`: nothing ever comes. */
export type Reaction = 'ok' | 'lost' | 'hang' | DeliveryError;

export interface Shown {
  id: string;
  nonce: string;
  text: string;
  edits: number;
}

export const FAST: Profile = {
  name: 'telegram',
  perSecond: null,
  perChatPerSecond: null,
  perGroupPerMinute: null,
  editableForMilliseconds: null,
};
export const LIKE_TELEGRAM: Profile = { ...FAST, perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 };

/** A platform in memory: what its chats show, and whatever faults the test has in mind. */
export class ScriptedPlatform implements Platform {
  readonly limits = { characters: 4000, blocks: 100, buttonsPerRow: 8, buttonRows: 12, buttonLabel: 64 };
  readonly profile: Profile;
  readonly chats = new Map<string, Shown[]>();
  readonly calls: PlatformCall[] = [];
  /** What the platform does to a call; asked before it is carried out. */
  react: (call: PlatformCall) => Reaction = () => 'ok';
  /** Whether a lost send can be found again. */
  canSettle = true;
  latency = 0;
  readonly #clock: Clock;
  #lastId = 0;

  constructor(clock: Clock, profile: Profile = FAST) {
    this.#clock = clock;
    this.profile = profile;
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async send(chat: ChatRef, message: Message, nonce: string): Promise<Receipt> {
    return this.#call('send', chat, () => {
      const id = String(++this.#lastId);
      this.#in(chat).push({ id, nonce, text: textOf(message), edits: 0 });
      return receipt(chat, id, message);
    });
  }

  async edit({ chat, messageIds, contentHash }: Receipt, message: Message): Promise<Receipt> {
    if (contentHash === textOf(message)) return receipt(chat, messageIds[0]!, message);
    return this.#call('edit', chat, () => {
      const shown = this.#in(chat).find((s) => s.id === messageIds[0]);
      if (!shown) throw new DeliveryError('gone', 'message to edit not found');
      shown.text = textOf(message);
      shown.edits++;
      return receipt(chat, shown.id, message);
    });
  }

  async withdraw(): Promise<void> {}

  async settle(chat: ChatRef, message: Message, nonce: string): Promise<SettleResult> {
    return this.#call('settle', chat, () => {
      if (!this.canSettle) return { outcome: 'undecided' };
      const shown = this.#in(chat).find((s) => s.nonce === nonce);
      return shown ? { outcome: 'sent', receipt: receipt(chat, shown.id, message) } : { outcome: 'not-sent' };
    });
  }

  texts(id: string): string[] {
    return (this.chats.get(id) ?? []).map((shown) => shown.text);
  }

  count(method: PlatformCall['method']): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  async #call<T>(method: PlatformCall['method'], chat: ChatRef, act: () => T): Promise<T> {
    const call = { method, chat, at: this.#clock.now(), n: this.calls.length };
    this.calls.push(call);
    const reaction = this.react(call);
    if (this.latency > 0) await wait(this.#clock, this.latency);
    if (reaction === 'hang') return new Promise(() => {});
    if (reaction instanceof DeliveryError) throw reaction;
    const result = act();
    if (reaction === 'lost') throw new DeliveryError('unknown', 'connection lost');
    return result;
  }

  #in(chat: ChatRef): Shown[] {
    const shown = this.chats.get(chat.id) ?? [];
    this.chats.set(chat.id, shown);
    return shown;
  }
}

function receipt(chat: ChatRef, id: string, message: Message): Receipt {
  return { chat, messageIds: [id], format: 'rich', contentHash: textOf(message) };
}

function textOf(message: Message): string {
  return message.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
}
