import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { TelegramPlatform } from '#adapters/telegram/platform.ts';
import { WebPlatform } from '#adapters/web/platform.ts';
import type { Shelf } from '#brief/shelf.ts';
import type { Chat } from '#chat/chat.ts';
import { Roles } from '#chat/desk/roles.ts';
import { inlineBriefs, subjectOfChoice } from '#chat/inline-briefs.ts';
import { suggestBriefs } from '#chat/suggest-briefs.ts';
import type { ChatSettings } from '#delivery/chat-record.ts';
import { copyLog } from '#delivery/copy-log.ts';
import type { DeliveryEngine } from '#delivery/delivery-engine.ts';
import type { Platform } from '#delivery/platform.ts';
import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { Secret } from '#shared/secret.ts';
import type { Config } from './config.ts';
import { StartError } from './load.ts';
import { webhookRoute } from './webhook-route.ts';

export interface PlatformParts {
  config: Config;
  store: Store;
  shelf: Shelf;
  chat: Chat;
  clock: Clock;
  logger: Logger;
  settings: ChatSettings;
  ownerKey: Secret;
  engine(): DeliveryEngine | null;
  /** Further addresses of the local server. */
  addRoutes(app: Hono): void;
  /** A platform has ended the connection for good: there is no going on without it. */
  onLost(why: string): void;
}

export interface Platforms {
  web: WebPlatform;
  all: Platform[];
  /** Each with the account that it speaks as: of all processes with the same one only one sends. */
  accounts: { platform: Platform; account: string }[];
  /** Connects every one; where one cannot, the others are stopped and the reason is thrown. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The web chat always, Telegram and Discord where their tokens are; their libraries are loaded only then. */
export async function connectPlatforms(parts: PlatformParts): Promise<Platforms> {
  const { config, store, shelf, chat, clock, logger, ownerKey } = parts;
  const { environment } = config;
  const { telegramToken, telegramWebhookUrl } = environment;
  const bot = telegramToken ? await telegram(parts, telegramToken) : null;
  const web = new WebPlatform({
    host: environment.webHost,
    port: environment.webPort,
    ownerKey,
    store: store.transcripts,
    clock,
    logger,
    handle: (request, responder) => chat.handle(request, responder),
    findBrief: (id) => shelf.get(id),
    addRoutes: parts.addRoutes,
    addOpenRoutes: bot && telegramWebhookUrl ? webhookRoute(telegramWebhookUrl, bot) : undefined,
  });
  const accounts: Platforms['accounts'] = [{ platform: web, account: environment.dataDir }];
  if (bot && telegramToken) accounts.push({ platform: bot, account: accountOf(telegramToken) });
  const { discordToken } = environment;
  if (discordToken)
    accounts.push({ platform: await discord(parts, discordToken), account: accountOf(discordToken) });
  const all = accounts.map((a) => a.platform);
  return {
    web,
    all,
    accounts,
    async start() {
      await Promise.all(all.map((platform) => startOne(platform)));
    },
    async stop() {
      await Promise.all(all.map((platform) => platform.stop()));
    },
  };
}

/** Which bot a token belongs to, without the token: the ledger and the logs may show it. */
function accountOf(token: Secret): string {
  return createHash('sha256').update(token.reveal()).digest('hex').slice(0, 16);
}

async function startOne(platform: Platform): Promise<void> {
  try {
    await platform.start();
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function telegram(parts: PlatformParts, token: Secret): Promise<TelegramPlatform> {
  const { TelegramPlatform } = await import('#adapters/telegram/platform.ts');
  const { config, store, shelf, chat, clock, logger, settings, engine } = parts;
  const copies = copyLog(store, settings, () => clock.now());
  const roles = new Roles(store.roles, config.people);
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
    audiencesOf: (userId) => roles.audiencesOf(`telegram:${userId}`),
    perSecond: config.rates.telegram,
    recentReceipts: () => store.ledger.newestReceipts('telegram', 300),
    webhook:
      telegramWebhookUrl && telegramWebhookSecret
        ? { url: telegramWebhookUrl, secret: telegramWebhookSecret }
        : null,
    events: {
      onMembership: async ({ chat: ref, state }) => {
        const isMember = state === 'joined' || state === 'unblocked';
        await engine()?.membershipChanged(ref, isMember, state === 'blocked' ? 'blocked' : 'kicked');
      },
      onMigrated: async (from, to) => engine()?.chatMigrated('telegram', from, to),
      onInlineSent: async (receipt, choice) => {
        const subject = subjectOfChoice(choice, shelf);
        if (subject) await copies.record(receipt, subject);
      },
      onTooFast: () => engine()?.answerRefused('telegram'),
    },
  });
}

async function discord(parts: PlatformParts, token: Secret): Promise<Platform> {
  const { DiscordPlatform } = await import('#adapters/discord/platform.ts');
  const { config, store, shelf, chat, clock, logger, engine } = parts;
  const roles = new Roles(store.roles, config.people);
  return new DiscordPlatform({
    token,
    apiRoot: config.environment.discordApiRoot,
    chat,
    commands: chat.commands,
    suggest: (typed) => suggestBriefs(shelf, typed),
    audiencesOf: (userId) => roles.audiencesOf(`discord:${userId}`),
    clock,
    logger,
    events: {
      onMembership: async ({ chat: ref, state }) =>
        engine()?.membershipChanged(ref, state === 'joined', 'kicked'),
      onLost: parts.onLost,
    },
  });
}
