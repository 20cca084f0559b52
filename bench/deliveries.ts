import { join } from 'node:path';
import type { User } from '@grammyjs/types';
import { Api } from 'grammy';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { DEFAULT_SETTINGS, EVERY_DAY } from '#delivery/chat-record.ts';
import { systemClock } from '#shared/clock.ts';
import { Program } from '#tests/fakes/program.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { percentile, report } from './report.ts';
import { steadyLoad } from './steady-load.ts';

const CHATS = Number(process.env.BENCH_CHATS ?? 2000);
const PER_SECOND = 30;
/** Enough of them for a 99th percentile that is not one pause of the machine. */
const ANSWERS_PER_SECOND = 8;
const IDLE_SECONDS = 30;
const WARM_UP_SECONDS = 10;
const DAY = 86_400_000;

/**
 * A push to 2,000 chats at Telegram's 30 a second over a server on loopback, answers meanwhile, the correction of all
 * its copies, and the same push without a limit against a bare client in a loop.
 */
export async function run(): Promise<void> {
  const newsroom = await Newsroom.open(PER_SECOND);
  try {
    await newsroom.answers(WARM_UP_SECONDS);
    const idle = await newsroom.answers(IDLE_SECONDS);
    const alone = await newsroom.push();
    report('push, wall time to chats / 30', alone.seconds / (CHATS / PER_SECOND), { most: 1.02 });
    const [busy, meanwhile] = await Promise.all([newsroom.push(), newsroom.answers(CHATS / PER_SECOND - 2)]);
    report('answers during a push, p99 to idle p99', percentile(meanwhile, 0.99) / percentile(idle, 0.99), {
      most: 1.5,
      note: `${percentile(meanwhile, 0.99).toFixed(1)} ms, idle ${percentile(idle, 0.99).toFixed(1)} ms`,
    });
    report('most sends in one second', Math.max(alone.most, busy.most), { most: PER_SECOND + 5 });
    const correction = await newsroom.correct();
    report(
      'correction of every copy, wall time to copies / 30',
      correction.seconds / (correction.copies / PER_SECOND),
      {
        most: 1.05,
        note: `${correction.copies} copies`,
      },
    );
    report(
      'edits of the progress message to deliveries',
      newsroom.progressEdits / (2 * CHATS + correction.copies),
      {
        most: 0.01,
      },
    );
  } finally {
    await newsroom.close();
  }
  const free = await Newsroom.open(10_000);
  try {
    const { seconds } = await free.push();
    report('rate without the limit, to a bare client in a loop', CHATS / seconds / (await free.bareRate()), {
      least: 0.8,
      note: `${(CHATS / seconds).toFixed(0)} a second`,
    });
  } finally {
    await free.close();
  }
}

class Newsroom {
  readonly #tg: FakeTelegram;
  readonly #program: Program;
  readonly #readers: User[];
  readonly #subscribers: Set<string>;
  readonly #owner: User;
  readonly #waiting = new Map<string, () => void>();
  #seen: (method: string, chat: string, text: string) => void = () => {};
  progressEdits = 0;

  private constructor(tg: FakeTelegram, perSecond: number) {
    this.#tg = tg;
    this.#owner = tg.user();
    this.#readers = Array.from({ length: 200 }, () => tg.user());
    this.#subscribers = new Set(Array.from({ length: CHATS }, () => String(tg.user().id)));
    this.#program = new Program({ ...tg.env, ADMINS: `telegram:${this.#owner.id}`, LOG_LEVEL: 'warn' });
    this.#program.paceTelegram(perSecond);
    tg.requests.push = ({ method, params }) => {
      const chat = String(params.chat_id);
      if (method === 'editMessageText' && chat === String(this.#owner.id)) this.progressEdits++;
      if (method.startsWith('send')) this.#waiting.get(chat)?.();
      this.#waiting.delete(chat);
      this.#seen(method, chat, JSON.stringify(params.rich_message ?? ''));
      return 0;
    };
  }

  static async open(perSecond: number): Promise<Newsroom> {
    const room = new Newsroom(await FakeTelegram.start(), perSecond);
    const store = await openSqliteStore(join(room.#program.folder, 'data'), systemClock);
    const now = systemClock.now();
    const settings = { ...DEFAULT_SETTINGS, zone: 'UTC' };
    for (const id of room.#subscribers) {
      const ref = { platform: 'telegram', id, thread: null } as const;
      const chat = await store.chats.ensure({ ref, kind: 'private', title: '' }, settings, now);
      const wish = { time: '08:00', zone: 'UTC', weekdays: EVERY_DAY, topics: [] };
      await store.subscriptions.save(chat, wish, now + 2 * DAY, now);
    }
    await store.close();
    await room.#program.start();
    return room;
  }

  async close(): Promise<void> {
    await this.#program.stop();
    await this.#program.remove();
    await this.#tg.close();
  }

  answers(seconds: number): Promise<number[]> {
    const ask = (n: number) =>
      new Promise<void>((resolve) => {
        const reader = this.#readers[n % this.#readers.length] as User;
        this.#waiting.set(String(reader.id), resolve);
        this.#tg.sendText(reader, '/brief kazakhstan');
      });
    return steadyLoad({ ask }, ANSWERS_PER_SECOND, seconds);
  }

  async push(): Promise<{ seconds: number; most: number }> {
    await this.#order('/push kazakhstan', 'إرسال');
    return this.#all(/^send/);
  }

  /** The answers that readers got are copies too. */
  async correct(): Promise<{ seconds: number; copies: number }> {
    const sentence = 'قالت وزارة الصحة إن 18 من أفراد قوات الأمن قتلوا';
    const facts = await this.#say('/facts kazakhstan');
    const number = /(\d+)\. 16 قتيل/.exec(facts)?.[1];
    await this.#order(`/correct kazakhstan ${number} ${sentence}`, 'تأكيد');
    const { seconds } = await this.#all(/^edit/, 2);
    return { seconds, copies: 2 * CHATS };
  }

  async bareRate(): Promise<number> {
    const api = new Api(this.#tg.token, { apiRoot: this.#tg.apiRoot });
    const some = [...this.#subscribers].slice(0, 500);
    const began = performance.now();
    for (const id of some) await api.sendMessage(id, 'م'.repeat(1300));
    return some.length / ((performance.now() - began) / 1000);
  }

  async #say(text: string): Promise<string> {
    const sent = this.#tg.sendText(this.#owner, text);
    return (await this.#tg.nextMessage(this.#owner, /./, sent.sequence)).text;
  }

  async #order(text: string, button: string): Promise<void> {
    const sent = this.#tg.sendText(this.#owner, text);
    const preview = await this.#tg.nextMessage(this.#owner, /سيصل|←/, sent.sequence);
    this.#tg.press(preview, button, this.#owner);
  }

  /** Resolves when every subscriber has had `times` such calls; from the first to the last. */
  #all(method: RegExp, times = 1): Promise<{ seconds: number; most: number }> {
    const got = new Map<string, number>();
    const at: number[] = [];
    return new Promise((resolve) => {
      this.#seen = (name, chat) => {
        if (!method.test(name) || !this.#subscribers.has(chat)) return;
        got.set(chat, (got.get(chat) ?? 0) + 1);
        at.push(performance.now());
        if (at.length < CHATS * times) return;
        this.#seen = () => {};
        const seconds = ((at.at(-1) ?? 0) - (at[0] ?? 0)) / 1000;
        resolve({ seconds, most: mostInOneSecond(at) });
      };
    });
  }
}

function mostInOneSecond(at: readonly number[]): number {
  let most = 0;
  for (let i = 0, from = 0; i < at.length; i++) {
    while ((at[i] as number) - (at[from] as number) >= 1000) from++;
    most = Math.max(most, i - from + 1);
  }
  return most;
}
