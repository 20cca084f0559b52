import {
  Client,
  ComponentType,
  Events,
  GatewayIntentBits,
  type InteractionReplyOptions,
  MessageFlags,
} from 'discord.js';

/** The least that a discord.js bot can do: a constant text for each interaction. */
const { BARE_TOKEN = '', BARE_API_ROOT = '', BARE_TEXT = '' } = process.env;
const answer: InteractionReplyOptions = {
  flags: MessageFlags.IsComponentsV2,
  components: [{ type: ComponentType.TextDisplay, content: BARE_TEXT }],
  allowedMentions: { parse: [] },
};
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: BARE_API_ROOT } });
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(answer);
});
client.once(Events.ClientReady, () => console.log('ready'));
await client.login(BARE_TOKEN);
