import type { FakeInteraction } from './discord-interaction.ts';
import { messageFaults } from './discord-shown.ts';
import type { DiscordWorld, FakeChannel, FakeMessage } from './discord-world.ts';

export type Json = Record<string, unknown>;

/** An answer that is not 2xx: HTTP status, Discord's own code, its words. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface RouteState {
  world: DiscordWorld;
  gatewayUrl: string;
  interactions: Map<string, FakeInteraction>;
  commands: Json[];
  violations: string[];
  nonces: Map<string, FakeMessage>;
  changed(): void;
}

const EPHEMERAL = 64;
const unknownMessage = () => new Refusal(404, 10008, 'Unknown Message');

/** REST v10, as far as a bot like Mujaz uses it. */
export function answer(state: RouteState, method: string, path: string, body: Json, query: URLSearchParams) {
  const [root = '', a = '', b = '', c = '', d = ''] = path.split('/').filter(Boolean);
  const route = `${method} ${root}`;
  switch (route) {
    case 'GET gateway':
      return { url: state.gatewayUrl, shards: 1, session_start_limit: START_LIMIT };
    case 'GET applications':
      return state.commands;
    case 'PUT applications':
      state.commands = (body as unknown as Json[]).map((command) => ({
        id: state.world.nextId(),
        ...command,
      }));
      return state.commands;
    case 'GET guilds':
      return getMember(state, a, c);
    case 'POST interactions':
      return callback(state, a, body);
    case 'POST webhooks':
      return followUp(state, b, body);
    case 'GET webhooks':
      return replyOf(state, b, d);
    case 'PATCH webhooks':
      return edit(state, replyOf(state, b, d), body);
    case 'DELETE webhooks':
      state.world.remove(replyOf(state, b, d).id);
      return undefined;
    case 'GET channels':
      return list(channelOf(state, a), query);
    case 'POST channels':
      return create(state, channelOf(state, a), body);
    case 'PATCH channels':
      return edit(state, messageOf(state, a, c), body);
    case 'DELETE channels':
      state.world.remove(messageOf(state, a, c).id);
      return undefined;
    default:
      throw new Refusal(404, 0, `404: Not Found (${method} ${path})`);
  }
}

const START_LIMIT = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };

function getMember({ world }: RouteState, guildId: string, userId: string) {
  const guild = world.guilds.get(guildId);
  const user = world.users.get(userId);
  if (!guild || !user) throw new Refusal(404, 10007, 'Unknown Member');
  return world.memberJson(user, guild);
}

function channelOf({ world }: RouteState, id: string): FakeChannel {
  const channel = world.channels.get(id);
  if (!channel) throw new Refusal(404, 10003, 'Unknown Channel');
  if (channel.closed) throw new Refusal(403, 50001, 'Missing Access');
  return channel;
}

function messageOf(state: RouteState, channel: string, id: string): FakeMessage {
  const message = channelOf(state, channel).messages.find((m) => m.id === id);
  if (!message || message.onlyFor) throw unknownMessage();
  if (message.author.id !== state.world.bot.id) throw new Refusal(403, 50005, 'Message of another user');
  return message;
}

function list(channel: FakeChannel, query: URLSearchParams): FakeMessage[] {
  const after = query.get('after');
  const limit = Number(query.get('limit') ?? 50);
  const shown = channel.messages.filter((m) => !m.onlyFor && (!after || BigInt(m.id) > BigInt(after)));
  return (after ? shown.slice(0, limit) : shown.slice(-limit)).toReversed();
}

function check(state: RouteState, body: Json): void {
  const faults = messageFaults(body);
  state.violations.push(...faults);
  if (faults.length > 0) throw new Refusal(400, 50035, `Invalid Form Body: ${faults.join(', ')}`);
}

function create(state: RouteState, channel: FakeChannel, body: Json): FakeMessage {
  check(state, body);
  const key = `${channel.id} ${body.nonce}`;
  const known = body.enforce_nonce ? state.nonces.get(key) : undefined;
  if (known) return known;
  const message = put(state, channel, body, {});
  if (body.nonce) state.nonces.set(key, Object.assign(message, { nonce: body.nonce }));
  state.changed();
  return message;
}

function put(
  { world }: RouteState,
  channel: FakeChannel,
  body: Json,
  more: Partial<FakeMessage>,
): FakeMessage {
  const { components, flags, message_reference } = body as Partial<FakeMessage>;
  return world.put(channel, world.bot, {
    components: components ?? [],
    ...(flags !== undefined && { flags }),
    ...(message_reference && { message_reference }),
    ...more,
  });
}

function edit(state: RouteState, message: FakeMessage, body: Json): FakeMessage {
  check(state, { ...body, flags: Number(body.flags ?? 0) | (message.flags ?? 0) });
  Object.assign(message, { components: body.components, edited_timestamp: '2026-11-25T06:01:00.000Z' });
  const waiting = state.interactions.get(message.interactionToken ?? '');
  if (waiting?.original === message) waiting.thinking = false;
  state.changed();
  return message;
}

function callback(state: RouteState, id: string, { type, data }: Json) {
  const interaction = [...state.interactions.values()].find((i) => i.id === id);
  if (!interaction || interaction.expired) throw new Refusal(404, 10062, 'Unknown interaction');
  if (interaction.acked) throw new Refusal(400, 40060, 'Interaction has already been acknowledged.');
  const content = (data ?? {}) as Json;
  if (type === 4 || type === 7) check(state, content);
  interaction.acked = Number(type);
  if (type === 4 || type === 5) {
    interaction.original = answered(state, interaction, content);
    interaction.thinking = type === 5;
  } else if (type === 6 || type === 7) {
    interaction.original = interaction.message;
    if (type === 7 && interaction.message) edit(state, interaction.message, content);
  } else if (type === 8) interaction.choices = content.choices as FakeInteraction['choices'];
  else if (type === 9) interaction.modal = content as unknown as FakeInteraction['modal'];
  state.changed();
  return { interaction: { id, type }, resource: { type, message: interaction.original ?? undefined } };
}

function answered(state: RouteState, interaction: FakeInteraction, body: Json): FakeMessage {
  return put(state, interaction.channel, body, {
    interactionToken: interaction.token,
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user: state.world.userJson(interaction.user),
      authorizing_integration_owners: {},
    } as FakeMessage['interaction_metadata'],
    ...(Number(body.flags ?? 0) & EPHEMERAL && { onlyFor: interaction.user.id }),
  });
}

function byToken(state: RouteState, token: string): FakeInteraction {
  const interaction = state.interactions.get(token);
  if (!interaction?.acked) throw new Refusal(404, 10015, 'Unknown Webhook');
  return interaction;
}

function followUp(state: RouteState, token: string, body: Json): FakeMessage {
  const interaction = byToken(state, token);
  check(state, body);
  const message = answered(state, interaction, body);
  interaction.followUps.push(message);
  state.changed();
  return message;
}

function replyOf(state: RouteState, token: string, id: string): FakeMessage {
  const { original, followUps } = byToken(state, token);
  const message = [original, ...followUps].find(
    (m) => m && (id === '@original' ? m === original : m.id === id),
  );
  if (!message || !state.world.find(message.id)) throw unknownMessage();
  return message;
}
