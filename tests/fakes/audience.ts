import { expect } from 'vitest';
import { DEFAULT_SETTINGS, EVERY_DAY } from '#delivery/chat-record.ts';
import type { ChatRef } from '#delivery/platform.ts';
import type { Store } from '#delivery/store.ts';
import { systemClock, wait } from '#shared/clock.ts';
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

  /** Resolves when everybody has it and the program on that address says that nothing is due and nothing unknown. */
  async settled(address: string, milliseconds: number): Promise<void> {
    const deadline = AbortSignal.timeout(milliseconds);
    const open = /^mujaz_deliveries_(?:due\{[^}]*\}|unknown) [1-9]/m;
    for (;;) {
      const metrics = await (await fetch(new URL('/metrics', address), { signal: deadline })).text();
      if (!open.test(metrics) && this.received().every((n) => n > 0)) return;
      await wait(systemClock, 100);
    }
  }

  /** Everybody has exactly one, and the store says the same. Closes the store. */
  async checkOnce(store: Store): Promise<void> {
    expect(this.received()).toEqual(this.refs.map(() => 1));
    for (const ref of this.refs)
      expect((await store.ledger.lastDelivery(ref))?.kind, `${ref.platform}:${ref.id}`).toBe('digest');
    const { due, unknown } = await store.ledger.counts(systemClock.now());
    expect({ due, unknown }).toEqual({ due: {}, unknown: 0 });
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
