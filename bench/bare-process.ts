import { Client, Events, GatewayIntentBits } from 'discord.js';
import { Bot } from 'grammy';

/** Both libraries connected, and nothing else. Tells its resident memory when asked on standard input. */
const {
  TELEGRAM_BOT_TOKEN = '',
  TELEGRAM_API_ROOT = '',
  DISCORD_BOT_TOKEN = '',
  DISCORD_API_ROOT = '',
} = process.env;
const bot = new Bot(TELEGRAM_BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } });
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API_ROOT } });
await Promise.all([
  new Promise<void>((resolve) => void bot.start({ onStart: () => resolve() })),
  new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
    void client.login(DISCORD_BOT_TOKEN);
  }),
]);
console.log('ready');
