import type { Library } from '#brief/library.ts';
import { changeSubscription } from '#delivery/change-subscription.ts';
import { type ChatRecord, type ChatSettings, EVERY_DAY } from '#delivery/chat-record.ts';
import type { Store } from '#delivery/store.ts';
import type { Subscription, SubscriptionWish } from '#delivery/subscription.ts';
import { composeNotice } from '#message/compose-lists.ts';
import {
  composeSettings,
  composeStatus,
  composeSubscribed,
  type SettingsShown,
  type SubscriptionShown,
} from '#message/compose-subscription.ts';
import { failureReason } from '#message/failure-reason.ts';
import { SUBSCRIPTION_LABELS } from '#message/labels-subscription.ar.ts';
import type { Message } from '#message/message.ts';
import { type NamedTopic, namedTopics, nameOfTopic } from '#message/topic-name.ts';
import { writeMoment } from '#message/write-time.ts';
import type { Clock } from '#shared/clock.ts';
import { UserError } from '#shared/user-error.ts';
import type { Call } from './feature.ts';
import { readWish } from './subscription-wish.ts';

export interface SubscriptionOptions {
  store: Pick<Store, 'chats' | 'subscriptions' | 'ledger'>;
  library: Library;
  clock: Clock;
  /** For chats that have not chosen. */
  defaults: { settings: ChatSettings; time: string };
}

/** How many briefs are looked through for topics to offer. */
const BRIEFS_FOR_TOPICS = 500;

/** In groups, channels and servers only their admins change what is received there. Throws `not-allowed-here`. */
export async function requireChatAdmin(call: Call): Promise<void> {
  if (call.request.chatKind !== 'private' && !(await call.request.isChatAdmin()))
    throw new UserError('not-allowed-here');
}

/** Reads and writes one chat's wishes, and shows them. */
export class SubscriptionDesk {
  readonly options: SubscriptionOptions;

  constructor(options: SubscriptionOptions) {
    this.options = options;
  }

  async subscribe(call: Call, rest: string): Promise<void> {
    await requireChatAdmin(call);
    const wish = readWish(rest, this.topics());
    const chat = await this.chat(call);
    const before = await this.options.store.subscriptions.get(chat.ref);
    const saved = await this.save(chat, {
      time: wish.time ?? before?.time ?? this.options.defaults.time,
      zone: wish.zone ?? before?.zone ?? chat.settings.zone,
      weekdays: before?.weekdays ?? [...EVERY_DAY],
      topics: wish.topics.length > 0 ? wish.topics.map((t) => t.key) : (before?.topics ?? []),
    });
    const style = { ...call.style, zone: saved.zone };
    // The button stands under briefs: the answer must not take their place.
    await call.reply(composeSubscribed(this.shown(saved), before === null, style));
  }

  async unsubscribe(call: Call): Promise<void> {
    await requireChatAdmin(call);
    const removed = await this.options.store.subscriptions.remove(
      call.request.chat,
      this.options.clock.now(),
    );
    const text = removed ? SUBSCRIPTION_LABELS.unsubscribed : SUBSCRIPTION_LABELS.notSubscribed;
    await this.answer(call, composeNotice(text));
  }

  async settings(call: Call): Promise<void> {
    await requireChatAdmin(call);
    const chat = await this.chat(call);
    await this.answer(call, composeSettings(await this.settingsShown(chat)));
  }

  async status(call: Call): Promise<void> {
    const { store, clock } = this.options;
    const chat = await this.chat(call);
    const subscription = await store.subscriptions.get(chat.ref);
    const moment = (at: number) => writeMoment(at, clock.now(), call.style);
    await this.answer(
      call,
      composeStatus(
        subscription && {
          ...this.shown(subscription),
          lastDigest: subscription.lastDigest && moment(subscription.lastDigest.at),
          disabled: chat.disabled && {
            reason: failureReason(chat.disabled.reason),
            moment: moment(chat.disabled.at),
          },
        },
        call.style,
      ),
    );
  }

  /** Saves the wish with its next slot, and the zone as the one that the chat's times are shown in. */
  async save(chat: ChatRecord, wish: SubscriptionWish): Promise<Subscription> {
    const { store, clock } = this.options;
    const settled =
      chat.settings.zone === wish.zone ? chat : await store.chats.saveSettings(chat.ref, { zone: wish.zone });
    return changeSubscription(store, settled, wish, clock.now());
  }

  async chat(call: Call): Promise<ChatRecord> {
    const { chat, chatKind, chatTitle } = call.request;
    const seen = { ref: chat, kind: chatKind, title: chatTitle };
    return this.options.store.chats.ensure(seen, this.options.defaults.settings, this.options.clock.now());
  }

  /** The chat's wish, or what `/subscribe` without words would make of it. */
  async wish(chat: ChatRecord): Promise<SubscriptionWish> {
    const subscription = await this.options.store.subscriptions.get(chat.ref);
    if (subscription) {
      const { time, zone, weekdays, topics } = subscription;
      return { time, zone, weekdays, topics };
    }
    const { defaults } = this.options;
    return { time: defaults.time, zone: chat.settings.zone, weekdays: [...EVERY_DAY], topics: [] };
  }

  async settingsShown(chat: ChatRecord): Promise<SettingsShown> {
    const subscription = await this.options.store.subscriptions.get(chat.ref);
    const wish = await this.wish(chat);
    return {
      ...this.shown({ ...wish, quietDays: chat.settings.quietDays, nextDue: subscription?.nextDue ?? null }),
      time: subscription ? wish.time : null,
      style: chat.settings,
      emptyDay: chat.settings.emptyDay,
      breaking: chat.settings.breaking,
    };
  }

  topics(): NamedTopic[] {
    return namedTopics(this.options.library.latest(BRIEFS_FOR_TOPICS));
  }

  shown(s: SubscriptionWish & Pick<Subscription, 'quietDays' | 'nextDue'>): SubscriptionShown {
    const known = this.topics();
    return {
      time: s.time,
      zone: s.zone,
      weekdays: s.weekdays,
      quietDays: s.quietDays,
      topics: s.topics.map((key) => nameOfTopic(key, known)),
      next: s.nextDue,
    };
  }

  /** A button's answer takes the place of the settings it stands under, a command's is a new message. */
  async answer(call: Call, message: Message): Promise<void> {
    return call.request.input.type === 'action' ? call.replace(message) : call.reply(message);
  }
}
