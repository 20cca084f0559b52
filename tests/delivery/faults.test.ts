import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { Store } from '#delivery/store.ts';
import { BEFORE, DeliveryStage, MINUTE } from '#tests/fakes/delivery-stage.ts';
import { LIKE_TELEGRAM, type Reaction } from '#tests/fakes/scripted-platform.ts';

const SLOT = BEFORE + MINUTE;
const CHATS = 300;

/** The same faults in every run: a generator of its own (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('a digest to 300 chats', () => {
  let stage: DeliveryStage;
  beforeEach(async () => {
    stage = await DeliveryStage.open(LIKE_TELEGRAM);
    stage.platform.latency = 40;
    await stage.subscribeMany(CHATS);
    stage.engine.start();
  });
  afterEach(() => stage.close());

  const received = () => Array.from({ length: CHATS }, (_, i) => stage.platform.texts(String(i + 1)).length);
  const open = async () =>
    (await stage.store.ledger.ready('telegram', stage.clock.now() + 60 * MINUTE, 1000, [])).length;
  const allDone = async () => received().every((n) => n > 0) && (await open()) === 0;

  it.each([1, 2, 3])(
    'survives a twentieth of 5xx, resets and lost answers: each has it once (run %i)',
    async (seed) => {
      const random = chance(seed);
      stage.platform.react = (): Reaction => {
        const dice = random();
        if (dice < 0.05) return new DeliveryError('unknown', 'Bad Gateway');
        if (dice < 0.08) return new DeliveryError('unreachable', 'ECONNRESET');
        return dice < 0.1 ? 'lost' : 'ok';
      };
      await stage.tickAt(SLOT);
      await stage.clock.advanceUntil(allDone, 5 * MINUTE, 500);
      expect(received()).toEqual(Array(CHATS).fill(1));
    },
  );

  it('survives a storm of 429: a chat waits for as long as it was told, and the others go on', async () => {
    const until = new Map<string, number>();
    let early = 0;
    stage.platform.react = ({ chat, at }): Reaction => {
      if ((until.get(chat.id) ?? 0) > at) early++;
      if (Number(chat.id) % 10 !== 0 || until.has(chat.id)) return 'ok';
      until.set(chat.id, at + 7000);
      return new DeliveryError('slow-down', 'Too Many Requests', { retryAfterMilliseconds: 7000 });
    };
    await stage.tickAt(SLOT);
    await stage.clock.advanceUntil(allDone, 2 * MINUTE, 500);
    expect(received()).toEqual(Array(CHATS).fill(1));
    expect(early).toBe(0);
    expect(stage.clock.now() - SLOT).toBeLessThan(CHATS * 33.4 + 9000);
  });

  it('slowed down as a whole it waits as a whole', async () => {
    const limit = { from: SLOT + 2000, to: SLOT + 12_000 };
    const refused: number[] = [];
    stage.platform.react = ({ at }): Reaction => {
      if (at < limit.from || at > limit.to) return 'ok';
      refused.push(at);
      return new DeliveryError('slow-down', '429', { retryAfterMilliseconds: limit.to - at });
    };
    await stage.tickAt(SLOT);
    await stage.clock.advanceUntil(allDone, 2 * MINUTE, 500);
    expect(received()).toEqual(Array(CHATS).fill(1));
    expect(refused.length).toBeLessThan(10);
  });

  it('survives a platform that is down for ten minutes, and asks it now and then only', async () => {
    const back = SLOT + 2000 + 10 * MINUTE;
    let asked = 0;
    stage.platform.react = ({ at }): Reaction => {
      if (at < SLOT + 2000 || at >= back) return 'ok';
      asked++;
      return new DeliveryError('unreachable', 'ECONNREFUSED');
    };
    await stage.tickAt(SLOT);
    await stage.clock.advance(10 * MINUTE);
    expect(received().filter((n) => n > 0).length).toBeLessThan(80);
    await stage.clock.advanceUntil(allDone, 3 * MINUTE, 500);
    expect(received()).toEqual(Array(CHATS).fill(1));
    expect(asked).toBeLessThan(200);
  });

  it('survives a platform that answers 502 for ten minutes to everything', async () => {
    const back = SLOT + 2000 + 10 * MINUTE;
    stage.platform.react = ({ at }): Reaction =>
      at < SLOT + 2000 || at >= back ? 'ok' : new DeliveryError('unknown', 'Bad Gateway');
    await stage.tickAt(SLOT);
    await stage.clock.advance(10 * MINUTE);
    await stage.clock.advanceUntil(allDone, 3 * MINUTE, 500);
    expect(received()).toEqual(Array(CHATS).fill(1));
  });

  it('survives a store that is gone for a minute in the middle, and forgets nothing that was sent', async () => {
    await stage.engine.stop();
    let isAway = false;
    stage.engine = stage.newEngine(failing(stage.store, () => isAway));
    stage.engine.start();
    await stage.tickAt(SLOT);
    await stage.clock.advance(3000);
    isAway = true;
    await stage.clock.advance(MINUTE);
    await stage.engine.tick();
    const whileAway = received().filter((n) => n > 0).length;
    expect(whileAway).toBeLessThan(CHATS);
    isAway = false;
    await stage.clock.advanceUntil(allDone, 2 * MINUTE, 500);
    expect(received()).toEqual(Array(CHATS).fill(1));
  });
});

/** The same store, every call of which fails while it is away. */
function failing(store: Store, isAway: () => boolean): Store {
  const guard = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, key) {
        const value = Reflect.get(target, key);
        if (typeof value === 'object' && value !== null) return guard(value);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (isAway()) throw new Error('database or disk is full');
          return value.apply(target, args);
        };
      },
    });
  return guard(store);
}
