import { Bot } from 'grammy';

/** The least that a grammY bot can do: a constant text for each message. */
const { BARE_TOKEN = '', BARE_API_ROOT = '', BARE_TEXT = '' } = process.env;
const bot = new Bot(BARE_TOKEN, { client: { apiRoot: BARE_API_ROOT } });
bot.on('message:text', (ctx) => ctx.reply(BARE_TEXT));
void bot.start({ onStart: () => console.log('ready') });
