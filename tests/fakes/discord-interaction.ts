import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { shownText } from './discord-shown.ts';
import type { FakeChannel, FakeMessage, FakeUser } from './discord-world.ts';

/** Something that a user did, and what they got for it. */
export class FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly user: FakeUser;
  readonly channel: FakeChannel;
  /** The message whose button was pressed. */
  readonly message: FakeMessage | null;
  /** Type of the first answer; 0 = none yet. */
  acked = 0;
  /** The interaction does not exist any more for Discord (10062). */
  expired = false;
  /** The reader sees «thinking…». */
  thinking = false;
  original: FakeMessage | null = null;
  followUps: FakeMessage[] = [];
  choices: { name: string; value: string }[] | null = null;
  modal: APIModalInteractionResponseCallbackData | null = null;
  readonly #until: (check: () => unknown, what: () => string) => Promise<unknown>;

  constructor(
    of: Pick<FakeInteraction, 'id' | 'token' | 'type' | 'user' | 'channel' | 'message'>,
    until: (check: () => unknown, what: () => string) => Promise<unknown>,
  ) {
    this.id = of.id;
    this.token = of.token;
    this.type = of.type;
    this.user = of.user;
    this.channel = of.channel;
    this.message = of.message;
    this.#until = until;
  }

  /** All that the reader has got for it, in order. */
  get answers(): FakeMessage[] {
    const first = this.original && !this.thinking ? [this.original] : [];
    return [...first, ...this.followUps];
  }

  /** Resolves with the first answer in which `text` is shown. */
  async reply(text: RegExp = /./): Promise<FakeMessage> {
    const find = () => this.answers.find((m) => text.test(shownText(m)));
    return (await this.#until(
      find,
      () => `${text}; got ${JSON.stringify(this.answers.map(shownText))}, acked ${this.acked}`,
    )) as FakeMessage;
  }

  async acknowledged(): Promise<number> {
    await this.#until(
      () => this.acked,
      () => 'an acknowledgement',
    );
    return this.acked;
  }

  async form(): Promise<APIModalInteractionResponseCallbackData> {
    return (await this.#until(
      () => this.modal,
      () => 'a form',
    )) as APIModalInteractionResponseCallbackData;
  }
}
