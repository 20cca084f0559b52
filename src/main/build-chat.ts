import type { Shelf } from '#brief/shelf.ts';
import { Chat } from '#chat/chat.ts';
import type { CommandInfo } from '#chat/commands.ts';
import { deskFeature } from '#chat/desk/desk.ts';
import type { DeskTools } from '#chat/desk/desk-tools.ts';
import { Roles } from '#chat/desk/roles.ts';
import type { Call, Feature } from '#chat/feature.ts';
import { readerFeature } from '#chat/reader.ts';
import { subscriptionFeature } from '#chat/subscriptions.ts';
import type { ChatSettings } from '#delivery/chat-record.ts';
import { copyLog } from '#delivery/copy-log.ts';
import type { DeliveryEngine } from '#delivery/delivery-engine.ts';
import { DeliveryError } from '#delivery/delivery-error.ts';
import type { Platform } from '#delivery/platform.ts';
import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import type { Config } from './config.ts';

export interface ChatParts {
  config: Config;
  store: Store;
  shelf: Shelf;
  clock: Clock;
  logger: Logger;
  settings: ChatSettings;
  /** The platforms, filled when they are built: an answer may go on to change after it was sent. */
  outlets: readonly Platform[];
  /** The delivery engine, once it is built: orders wake it, and answers share its pace. */
  engine(): DeliveryEngine | null;
}

/** The chat core with all that it can do. */
export function buildChat(parts: ChatParts): Chat {
  const { config, store, shelf, clock, logger, settings } = parts;
  const roles = new Roles(store.roles, config.people);
  const desk = deskFeature(deskTools(parts, roles), config.people);
  const subscriptions = subscriptionFeature({
    store,
    library: shelf,
    clock,
    defaults: { settings, time: config.defaults.digest },
  });
  const reader: Feature = readerFeature({
    library: shelf,
    clock,
    questions: {
      asked: (words, brief) =>
        brief === null ? store.statistics.notFound(words, clock.now()) : store.statistics.asked(brief),
    },
    commandsFor: (call) => visibleTo(call, [reader, subscriptions, desk], roles),
  });
  return new Chat({
    features: [desk, subscriptions, reader],
    styleOf: async (ref) => (await store.chats.get(ref))?.settings ?? settings,
    copies: copyLog(store, settings, () => clock.now()),
    turn: async (chat) => parts.engine()?.answer(chat),
    logger,
  });
}

function deskTools(
  { config, store, shelf, clock, logger, outlets, engine }: ChatParts,
  roles: Roles,
): DeskTools {
  return {
    store,
    shelf,
    clock,
    logger,
    roles,
    extract: async (article) => (await import('#draft/extract.ts')).extractDraft(article),
    secondEditor: config.environment.secondEditor,
    edit: (receipt, message) => {
      const platform = outlets.find((p) => p.profile.name === receipt.chat.platform);
      if (!platform) throw new DeliveryError('gone', `no platform ${receipt.chat.platform}`);
      return platform.edit(receipt, message);
    },
    wake: () => engine()?.ordered(),
  };
}

/** Editors' commands are in the help of those who may give them. */
async function visibleTo(call: Call, features: readonly Feature[], roles: Roles): Promise<CommandInfo[]> {
  const infos = features.flatMap((f) => f.commands.map((c) => c.info));
  const rights = {
    reader: true,
    'chat-admin': true,
    editor: await roles.isAtLeast(call, 'editor'),
    publisher: await roles.isAtLeast(call, 'publisher'),
    owner: await roles.isAtLeast(call, 'owner'),
  };
  return infos.filter((info) => rights[info.who]);
}
