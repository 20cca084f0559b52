import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { changeSubscription } from '#delivery/change-subscription.ts';
import { type ChatKind, type ChatRecord, DEFAULT_SETTINGS, EVERY_DAY } from '#delivery/chat-record.ts';
import type { Compose } from '#delivery/compose.ts';
import { DeliveryEngine } from '#delivery/delivery-engine.ts';
import { NO_EVENTS } from '#delivery/delivery-events.ts';
import type { Profile } from '#delivery/platform.ts';
import type { Store } from '#delivery/store.ts';
import { action } from '#message/action.ts';
import type { Message } from '#message/message.ts';
import { type Logger, silentLogger } from '#shared/logger.ts';
import { ManualClock } from './manual-clock.ts';
import { FAST, ScriptedPlatform } from './scripted-platform.ts';

/** 25 November 2026, 07:59 in Riyadh: a minute before the digest. */
export const BEFORE = Date.parse('2026-11-25T07:59:00+03:00');
export const MINUTE = 60_000;

/** A stage for deliveries: an engine on an embedded store, a platform in memory and a clock that the test moves. */
export class DeliveryStage {
  readonly clock = new ManualClock(BEFORE);
  readonly platform: ScriptedPlatform;
  readonly store: Store;
  /** The newest revision of the only story. */
  revision = 1;
  retracted = false;
  engine: DeliveryEngine;
  readonly #folder: string;

  private constructor(store: Store, folder: string, profile: Profile, logger: Logger) {
    this.store = store;
    this.#folder = folder;
    this.platform = new ScriptedPlatform(this.clock, profile);
    this.engine = this.newEngine(store, logger);
  }

  static async open(profile: Profile = FAST, logger: Logger = silentLogger): Promise<DeliveryStage> {
    const folder = mkdtempSync(join(tmpdir(), 'mujaz-engine-'));
    const store = await openSqliteStore(folder, new ManualClock(BEFORE));
    return new DeliveryStage(store, folder, profile, logger);
  }

  newEngine(store: Store = this.store, logger: Logger = silentLogger): DeliveryEngine {
    return new DeliveryEngine({
      store,
      platforms: [{ platform: this.platform, account: '1' }],
      compose: this.compose,
      clock: this.clock,
      logger,
      events: NO_EVENTS,
      zoneRules: 'test',
    });
  }

  compose: Compose = async ({ delivery, copy, now }) => {
    const late = delivery.late ? ' متأخر' : '';
    const payload = copy?.payload ?? delivery.payload;
    const text = this.retracted ? 'سُحب' : `موجز ${this.revision}`;
    const shown = { brief: 'flood', revision: this.revision };
    if (payload.type === 'digest')
      return {
        message: says(`${text} ${payload.localDate}${late}`),
        payload: { ...payload, until: now, items: [{ ...shown, before: null }] },
      };
    const subject = { ...shown, view: action('brief', 'x') };
    const prefix = payload.type === 'notice' ? 'تصحيح ' : '';
    return { message: { ...says(`${prefix}${text}`), subject }, payload };
  };

  async subscribe(id: string, kind: ChatKind = 'private', thread: string | null = null): Promise<ChatRecord> {
    const ref = { platform: 'telegram', id, thread } as const;
    const settings = { ...DEFAULT_SETTINGS, zone: 'Asia/Riyadh' };
    const chat = await this.store.chats.ensure(
      { ref, kind, title: id },
      settings,
      BEFORE - 2 * 24 * 60 * MINUTE,
    );
    const wish = { time: '08:00', zone: 'Asia/Riyadh', weekdays: EVERY_DAY, topics: [] };
    await changeSubscription(this.store, chat, wish, BEFORE);
    return chat;
  }

  async subscribeMany(count: number): Promise<void> {
    for (let i = 1; i <= count; i++) await this.subscribe(String(i));
  }

  /** Moves to the minute and gives the engine its tick; what lies far ahead is reached in one leap. */
  async tickAt(time: number): Promise<void> {
    if (time - this.clock.now() > 5 * MINUTE) this.clock.set(time - 5000);
    await this.clock.advance(time - this.clock.now());
    await this.engine.tick();
  }

  async order(kind: 'push' | 'correction' | 'retraction'): Promise<number> {
    const job = await this.store.jobs.add(
      {
        kind,
        brief: 'flood',
        revision: this.revision,
        view: action('brief', 'x'),
        before: null,
        topics: [],
        at: this.clock.now(),
        by: 'telegram:1',
      },
      this.clock.now(),
    );
    this.engine.ordered();
    return job.id;
  }

  async isDone(job: number): Promise<boolean> {
    return (await this.store.jobs.get(job))?.state === 'done';
  }

  async close(): Promise<void> {
    const stopped = this.engine.stop();
    await this.clock.advance(MINUTE);
    await stopped;
    await this.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function says(text: string): Message {
  return { blocks: [{ type: 'paragraph', tone: 'body', text }], buttons: [], subject: null };
}
