import { type Clock, wait } from '#shared/clock.ts';
import type { ChatRecord } from './chat-record.ts';
import type { Profile } from './platform.ts';
import { TokenBucket } from './token-bucket.ts';

/** How far deliveries may get ahead after a pause, as a share of a second: a late timer costs no message. */
const DELIVERY_BURST = 0.1;
/** Messages of a group's minute that deliveries leave to answers. */
const GROUP_RESERVE = 4;
/** So many different chats slowed down in a row, with no message taken between, mean that the bot as a whole is. */
const CHATS_THAT_MEAN_ALL = 3;
const KEPT_CHATS = 10_000;
/** How long answers keep to the limit of all chats once the platform has refused one for being too fast. */
const STRICT_FOR = 60_000;

export type PacedChat = Pick<ChatRecord, 'ref' | 'kind'>;

/**
 * The one pace of a platform, shared by deliveries and answers. Both draw on the same limit, but an answer goes at
 * once, and the deliveries behind it make up for it. Only where the platform itself refuses answers for being too fast
 * do they keep to its limit, for a while.
 */
export class Pace {
  readonly #profile: Profile;
  readonly #clock: Clock;
  readonly #all: TokenBucket | null;
  readonly #chats = new Map<string, TokenBucket>();
  readonly #pauses = new Map<string, number>();
  #pausedUntil = 0;
  #strictUntil = 0;
  #slowed = new Set<string>();

  constructor(profile: Profile, clock: Clock) {
    this.#profile = profile;
    this.#clock = clock;
    this.#all = profile.perSecond === null ? null : new TokenBucket(profile.perSecond, 1000, clock.now());
  }

  /** Milliseconds until a delivery may go to this chat; 0 = it may go now, and is counted. */
  take(chat: PacedChat): number {
    const now = this.#clock.now();
    const own = this.#own(chat, now);
    const pause = Math.max(this.#pausedUntil, this.#pauses.get(keyOf(chat)) ?? 0) - now;
    const waits = Math.max(
      pause,
      own ? own.waitFor(1 + (chat.kind === 'private' ? 0 : GROUP_RESERVE), now) : 0,
      this.#all ? this.#all.waitFor(Math.max(1, this.#all.capacity * (1 - DELIVERY_BURST)), now) : 0,
    );
    if (waits > 0) return Math.ceil(waits);
    own?.take(1, now);
    this.#all?.take(1, now);
    return 0;
  }

  /** How long this chat alone has to wait, whatever else is sent. */
  ownWait(chat: PacedChat): number {
    const now = this.#clock.now();
    const own = this.#own(chat, now);
    const reserve = chat.kind === 'private' ? 0 : GROUP_RESERVE;
    return Math.max(0, (this.#pauses.get(keyOf(chat)) ?? 0) - now, own?.waitFor(1 + reserve, now) ?? 0);
  }

  /** Resolves when an answer may go: at once, but for a group's minute, and while the platform refuses answers. */
  async answer(chat: PacedChat): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      // A reader's own chat takes short bursts; in groups the minute is counted.
      const own = chat.kind === 'private' ? null : this.#own(chat, now);
      const all = now < this.#strictUntil ? this.#all : null;
      const waits = Math.max(own?.waitFor(1, now) ?? 0, all?.waitFor(1, now) ?? 0);
      if (waits <= 0) {
        this.#own(chat, now)?.take(1, now);
        this.#all?.take(1, now);
        return;
      }
      await wait(this.#clock, Math.ceil(waits));
    }
  }

  /** An answer was refused for being too fast. */
  answerRefused(): void {
    this.#strictUntil = this.#clock.now() + STRICT_FOR;
  }

  /** The platform asked for it. Only this chat waits, unless it has asked the same for several chats in a row. */
  slowDown(chat: PacedChat, milliseconds: number): void {
    const until = this.#clock.now() + milliseconds;
    this.#pauses.set(keyOf(chat), until);
    this.#slowed.add(keyOf(chat));
    if (this.#slowed.size >= CHATS_THAT_MEAN_ALL) this.pauseAll(milliseconds);
    if (this.#pauses.size > KEPT_CHATS) forgetOldest(this.#pauses);
  }

  /** A message was taken: what was slowed down before was these chats' own affair. */
  taken(): void {
    if (this.#slowed.size > 0) this.#slowed = new Set();
  }

  get isPaused(): boolean {
    return this.#pausedUntil > this.#clock.now();
  }

  pauseAll(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + milliseconds);
  }

  #own(chat: PacedChat, now: number): TokenBucket | null {
    const { perChatPerSecond, perGroupPerMinute } = this.#profile;
    const [limit, period] = chat.kind === 'private' ? [perChatPerSecond, 1000] : [perGroupPerMinute, 60_000];
    if (limit === null) return null;
    const key = keyOf(chat);
    const bucket = this.#chats.get(key) ?? new TokenBucket(limit, period, now);
    this.#chats.delete(key);
    this.#chats.set(key, bucket);
    if (this.#chats.size > KEPT_CHATS) forgetOldest(this.#chats);
    return bucket;
  }
}

/** The topics of a group share its limits. */
function keyOf({ ref }: PacedChat): string {
  return `${ref.platform}:${ref.id}`;
}

function forgetOldest(map: Map<string, unknown>): void {
  for (const key of map.keys()) {
    map.delete(key);
    return;
  }
}
