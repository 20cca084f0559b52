import {
  Client,
  type ClientOptions,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { Secret } from '#shared/secret.ts';
import { mapError } from './map-error.ts';
import { CONNECT_MILLISECONDS } from './profile.ts';

/** A client without privileged intents that keeps only guilds, channels and roles in memory. */
export function createClient(apiRoot: string): Client {
  const options: ClientOptions = {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: apiRoot },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  };
  return new Client(options);
}

/**
 * Connects and resolves when Discord says that the bot is ready. Rejects with one line that says why it cannot: a
 * wrong token, a server that is not there, nothing for half a minute.
 */
export function connect(client: Client, token: Secret, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string, cause?: unknown) => {
      finish();
      void client.destroy();
      reject(new Error(`Discord cannot be used: ${why}`, { cause }));
    };
    const ready = () => {
      finish();
      resolve();
    };
    const refused = ({ code }: { code: number }) => fail(explainClose(code));
    const cancel = clock.after(CONNECT_MILLISECONDS, () =>
      fail(`no connection within ${CONNECT_MILLISECONDS / 1000} s`),
    );
    function finish() {
      cancel();
      client.off(Events.ClientReady, ready);
      client.off(Events.ShardDisconnect, refused);
    }
    client.on(Events.ClientReady, ready);
    client.on(Events.ShardDisconnect, refused);
    client.login(token.reveal()).catch((error: unknown) => fail(explainLogin(error)));
  });
}

function explainLogin(error: unknown): string {
  const wrongToken =
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof DiscordAPIError && error.status === 401);
  return wrongToken
    ? 'the token was refused (401)'
    : `no answer from its API (${mapError(error, true).reason})`;
}

/** Close codes after which discord.js gives up (Discord, "Gateway Close Event Codes"). */
function explainClose(code: number): string {
  if (code === 4004) return 'the token was refused (4004)';
  if (code === 4013 || code === 4014) return `an intent was refused (${code})`;
  return `the gateway closed the connection (${code})`;
}

/** Nothing that happens to the connection ends the process: discord.js reconnects, the log says so. */
export function watchConnection(client: Client, logger: Logger, onLost: (why: string) => void): void {
  client.on(Events.Error, (error) => logger.error({ reason: error.message }, 'Discord client error'));
  client.on(Events.ShardError, (error, shard) =>
    logger.warn({ shard, reason: error.message }, 'Discord gateway connection broke'),
  );
  client.on(Events.ShardReconnecting, (shard) =>
    logger.info({ shard }, 'reconnecting to the Discord gateway'),
  );
  client.on(Events.ShardResume, (shard, replayed) =>
    logger.info({ shard, replayed }, 'resumed the Discord gateway session'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    if (code === 1000) return;
    logger.error({ shard, code }, 'Discord ended the gateway session for good');
    onLost(explainClose(code));
  });
}
