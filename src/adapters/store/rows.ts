import type { Selectable } from 'kysely';
import type { ChatKind, ChatRecord, ChatSettings, Weekday } from '#delivery/chat-record.ts';
import type { BriefShown, Delivery, DeliveryKind, DeliveryState, Payload } from '#delivery/delivery.ts';
import type { PlatformName } from '#delivery/platform.ts';
import type { Subscription } from '#delivery/subscription.ts';
import type { Tables } from './schema.ts';

export type ChatRow = Selectable<Tables['chats']>;
type SubscriptionRow = Selectable<Tables['subscriptions']>;
type DeliveryRow = Selectable<Tables['deliveries']>;

export function chatFromRow(row: ChatRow): ChatRecord {
  return {
    id: row.id,
    ref: {
      platform: row.platform as PlatformName,
      id: row.chat_id,
      thread: row.thread === '' ? null : row.thread,
    },
    kind: row.kind as ChatKind,
    title: row.title,
    settings: JSON.parse(row.settings) as ChatSettings,
    disabled: row.disabled_reason === null ? null : { reason: row.disabled_reason, at: row.disabled_at ?? 0 },
    createdAt: row.created_at,
  };
}

export function subscriptionFromRow(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    chatId: row.chat,
    time: row.time,
    zone: row.zone,
    weekdays: weekdaysFromMask(row.weekdays),
    topics: row.topics === '[]' ? [] : (JSON.parse(row.topics) as string[]),
    quietDays: weekdaysFromMask(row.quiet_days),
    createdAt: row.created_at,
    nextDue: row.next_due,
    lastDate: row.last_date,
    lastDigest:
      row.last_digest_at === null
        ? null
        : { at: row.last_digest_at, until: row.last_digest_until ?? row.last_digest_at },
  };
}

export function deliveryFromRow(
  row: DeliveryRow,
  chat: ChatRecord,
  topics: string[],
  job: BriefShown | null,
): Delivery {
  return {
    id: row.id,
    chat,
    kind: row.kind as DeliveryKind,
    key: row.key,
    state: row.state as DeliveryState,
    payload: JSON.parse(row.payload) as Payload,
    topics,
    copyId: row.copy,
    jobId: row.job,
    job,
    priority: row.priority,
    owedAt: row.owed_at,
    dueAt: row.due_at ?? 0,
    beganAt: row.began_at,
    attempts: row.attempts,
    nonce: row.nonce,
    late: row.late === 1,
    possiblyDouble: row.possibly_double === 1,
    reason: row.reason,
    message: row.message === null ? null : JSON.parse(row.message),
    sentAt: row.sent_at,
  };
}

export function maskFromWeekdays(days: readonly Weekday[]): number {
  return days.reduce((mask, day) => mask | (1 << (day - 1)), 0);
}

const WEEKDAYS_OF_MASK: readonly (readonly Weekday[])[] = Array.from({ length: 128 }, (_, mask) =>
  ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => mask & (1 << (day - 1))),
);

function weekdaysFromMask(mask: number): Weekday[] {
  return WEEKDAYS_OF_MASK[mask & 127] as Weekday[];
}
