import { DEFAULT_SETTINGS, EVERY_DAY } from '#delivery/chat-record.ts';
import type { ChatRef } from '#delivery/platform.ts';
import type { Store } from '#delivery/store.ts';
import { systemClock } from '#shared/clock.ts';
import type { FakeDiscord } from './discord-server.ts';
import { shownText } from './discord-shown.ts';
import type { FakeTelegram } from './telegram-server.ts';

const DIGEST = /^موجز .+ — /;
const DISCORD_DIGEST = /موجز .+ — /;

/** So many people on Telegram and as many rooms on Discord that have subscribed to a digest. */
export class Audience {
  readonly #tg: FakeTelegram;
  readonly #dc: FakeDiscord;
  readonly #people: { id: number }[];
  readonly #rooms: ReturnType<FakeDiscord['world']['channel']>[];

  constructor(tg: FakeTelegram, dc: FakeDiscord, chats: number) {
    [this.#tg, this.#dc] = [tg, dc];
    this.#people = Array.from({ length: chats }, () => tg.user());
    const guild = dc.world.guild();
    this.#rooms = Array.from({ length: chats }, (_, i) => dc.world.channel(guild, `غرفة ${i}`));
  }

  get refs(): ChatRef[] {
    return [
      ...this.#people.map(({ id }) => ({ platform: 'telegram', id: String(id), thread: null }) as const),
      ...this.#rooms.map(({ id }) => ({ platform: 'discord', id, thread: null }) as const),
    ];
  }

  /** All of them for a minute that has just passed, as if the program had been down then. Closes the store. */
  async subscribe(store: Store): Promise<void> {
    const now = systemClock.now();
    const slot = Math.floor((now - 90_000) / 60_000) * 60_000;
    const time = new Date(slot).toISOString().slice(11, 16);
    const settings = { ...DEFAULT_SETTINGS, zone: 'UTC' };
    for (const ref of this.refs) {
      const kind = ref.platform === 'telegram' ? 'private' : 'channel';
      const long = now - 2 * 86_400_000;
      const chat = await store.chats.ensure({ ref, kind, title: '' }, settings, long);
      await store.subscriptions.save(
        chat,
        { time, zone: 'UTC', weekdays: EVERY_DAY, topics: [] },
        slot,
        long,
      );
    }
    await store.close();
  }

  /** How many digests each chat shows. */
  received(): number[] {
    return [
      ...this.#people.map(({ id }) => this.#tg.messages(id).filter((m) => DIGEST.test(m.text)).length),
      ...this.#rooms.map(
        (room) => this.#dc.messages(room).filter((m) => DISCORD_DIGEST.test(shownText(m))).length,
      ),
    ];
  }
}
