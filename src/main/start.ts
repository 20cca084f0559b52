import { randomBytes } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { openSqliteStore } from '#adapters/store/open-sqlite.ts';
import { Shelf } from '#brief/shelf.ts';
import { type ChatSettings, DEFAULT_SETTINGS } from '#delivery/chat-record.ts';
import type { DeliveryEngine } from '#delivery/delivery-engine.ts';
import type { Platform } from '#delivery/platform.ts';
import type { Store } from '#delivery/store.ts';
import { type Clock, systemClock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { Secret } from '#shared/secret.ts';
import { buildChat } from './build-chat.ts';
import type { Config } from './config.ts';
import { buildDelivery, runDelivery } from './delivery.ts';
import { keepBriefs } from './keep-briefs.ts';
import { lateMetrics } from './late-metrics.ts';
import { loggerFor, StartError } from './load.ts';
import { operatorRoutes } from './operator-routes.ts';
import { connectPlatforms } from './platforms.ts';

/** The running program. */
export interface Running {
  /** Where the web chat listens. */
  url: string;
  /** The link that makes whoever opens it an owner in the local web chat. */
  ownerUrl: string;
  /** Loads and starts what no reader waits for: the schedule's ticks, progress messages, metrics. For when readiness was said. */
  complete(): Promise<void>;
  /** Takes no more updates, finishes what is being sent, closes the store. */
  stop(): Promise<void>;
}

const OWNER_KEY_BYTES = 24;

/**
 * Builds everything and starts it, or throws and leaves nothing running. `onLost`: called when a platform has ended
 * its connection for good while running (a token that was reset).
 */
export async function start(config: Config, onLost: (why: string) => void): Promise<Running> {
  const clock = systemClock;
  const logger = loggerFor(config);
  const store = await openStore(config, clock, logger);
  const undo: (() => Promise<void>)[] = [() => store.close()];
  let stopped = false;
  const stop = async () => {
    stopped = true;
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const shelf = new Shelf();
    const briefs = await keepBriefs({ directory: config.environment.briefsDir, shelf, store, clock, logger });
    undo.push(() => briefs.stop());
    const settings = defaultSettings(config);
    const outlets: Platform[] = [];
    let engine: DeliveryEngine | null = null;
    const parts = { config, store, shelf, clock, logger, settings };
    const chat = buildChat({ ...parts, outlets, engine: () => engine });
    const metrics = lateMetrics(async () => {
      const { deliveryMetrics } = await import('#adapters/metrics/delivery-metrics.ts');
      return deliveryMetrics(store, clock);
    });
    const ownerKey = new Secret(randomBytes(OWNER_KEY_BYTES).toString('base64url'));
    const platforms = await connectPlatforms({
      ...parts,
      chat,
      ownerKey,
      engine: () => engine,
      onLost,
      addRoutes: operatorRoutes({ store, metrics, clock, engine: () => engine }),
    });
    outlets.push(...platforms.all);
    undo.push(platforms.stop);
    await platforms.start();
    engine = buildDelivery({ ...parts, platforms: platforms.accounts, events: metrics.events });
    const delivery = engine;
    undo.push(await runDelivery(delivery, parts));
    const { url } = platforms.web;
    return {
      url,
      ownerUrl: `${url}?key=${ownerKey.reveal()}`,
      stop,
      async complete() {
        const { startMinuteTicks } = await import('#adapters/ticks/minute-ticks.ts');
        if (stopped) return;
        await chat.resume();
        const ticks = startMinuteTicks(() => delivery.tick(), logger);
        undo.push(() => ticks.stop());
        await metrics.load();
        // Else it is written when the process ends, and never where it is killed.
        flushCompileCache();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openStore({ environment }: Config, clock: Clock, logger: Logger): Promise<Store> {
  const { databaseUrl, dataDir } = environment;
  try {
    if (!databaseUrl) return await openSqliteStore(dataDir, clock, logger);
    const { openPostgresStore } = await import('#adapters/store/open-postgres.ts');
    return await openPostgresStore(databaseUrl, logger);
  } catch (error) {
    const where = databaseUrl ? 'DATABASE_URL' : `DATA_DIR (${dataDir})`;
    throw new StartError(`${where}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function defaultSettings({ defaults }: Config): ChatSettings {
  const { zone, digits, months, emptyDay } = defaults;
  return { ...DEFAULT_SETTINGS, zone, digits, months, emptyDay };
}
