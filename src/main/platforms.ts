import { WebPlatform } from '#adapters/web/platform.ts';
import type { Shelf } from '#brief/shelf.ts';
import type { Chat } from '#chat/chat.ts';
import { inlineBriefs, subjectOfChoice } from '#chat/inline-briefs.ts';
import { enableChat } from '#delivery/change-subscription.ts';
import type { ChatSettings } from '#delivery/chat-record.ts';
import { copyLog } from '#delivery/copy-log.ts';
import type { Platform } from '#delivery/platform.ts';
import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { Secret } from '#shared/secret.ts';
import type { Config } from './config.ts';
import { StartError } from './load.ts';

export interface PlatformParts {
  config: Config;
  store: Store;
  shelf: Shelf;
  chat: Chat;
  clock: Clock;
  logger: Logger;
  settings: ChatSettings;
  ownerKey: Secret;
}

export interface Platforms {
  web: WebPlatform;
  all: Platform[];
  /** Connects every one; where one cannot, the others are stopped and the reason is thrown. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The web chat always, Telegram and Discord where their tokens are; their libraries are loaded only then. */
export async function connectPlatforms(parts: PlatformParts): Promise<Platforms> {
  const { config, store, shelf, chat, clock, logger, ownerKey } = parts;
  const { environment } = config;
  const web = new WebPlatform({
    host: environment.webHost,
    port: environment.webPort,
    ownerKey,
    store: store.transcripts,
    clock,
    logger,
    handle: (request, responder) => chat.handle(request, responder),
    findBrief: (id) => shelf.get(id),
  });
  const all: Platform[] = [web];
  if (environment.telegramToken) all.push(await telegram(parts, environment.telegramToken));
  return {
    web,
    all,
    async start() {
      await Promise.all(all.map((platform) => startOne(platform)));
    },
    async stop() {
      await Promise.all(all.map((platform) => platform.stop()));
    },
  };
}

async function startOne(platform: Platform): Promise<void> {
  try {
    await platform.start();
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function telegram(parts: PlatformParts, token: Secret): Promise<Platform> {
  const { TelegramPlatform } = await import('#adapters/telegram/platform.ts');
  const { config, store, shelf, chat, clock, logger, settings } = parts;
  const copies = copyLog(store, settings, () => clock.now());
  const { telegramApiRoot, telegramWebhookUrl, telegramWebhookSecret } = config.environment;
  return new TelegramPlatform({
    token,
    apiRoot: telegramApiRoot,
    chat,
    commands: chat.commands,
    clock,
    logger,
    findInline: async (words, limits) =>
      inlineBriefs(shelf, words, { style: settings, now: clock.now() }, limits),
    webhook:
      telegramWebhookUrl && telegramWebhookSecret
        ? { url: telegramWebhookUrl, secret: telegramWebhookSecret }
        : null,
    events: {
      onMembership: async ({ chat: ref, state }) => {
        if (state === 'joined' || state === 'unblocked') await enableChat(store, ref, clock.now());
        else await store.chats.disable(ref, state === 'blocked' ? 'blocked' : 'kicked', 'chat', clock.now());
      },
      onMigrated: (from, to) => store.chats.migrate('telegram', from, to),
      onInlineSent: async (receipt, choice) => {
        const subject = subjectOfChoice(choice, shelf);
        if (subject) await copies.record(receipt, subject);
      },
    },
  });
}
