import type { Brief, Change } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import type { BriefStore } from '#brief/brief-store.ts';
import { compareBriefs } from '#brief/compare-briefs.ts';
import type { Library } from '#brief/library.ts';
import { wants } from '#brief/topics.ts';
import type { Compose, Composed, ToCompose } from '#delivery/compose.ts';
import type { Delivery, DigestItem, Payload } from '#delivery/delivery.ts';
import type { SubscriptionStore } from '#delivery/subscription.ts';
import type { ViewContext } from '#message/compose-brief.ts';
import { composeChangeNews, composeDigest, type DigestStory } from '#message/compose-digest.ts';
import { rememberFit } from '#message/remember-fit.ts';
import { rememberViews } from '#message/remember-views.ts';

export interface DeliverySources {
  library: Library;
  briefs: Pick<BriefStore, 'get' | 'history'>;
  subscriptions: Pick<SubscriptionStore, 'get'>;
}

/** What most chats get is the same: it is composed and fitted once. */
interface DeliveryViews extends DeliverySources {
  view: ReturnType<typeof rememberViews>;
  fit: ReturnType<typeof rememberFit>;
}

/** A first digest tells of this many; what is older can be asked for. */
const FIRST_DIGEST = 5;

/** How many briefs are looked through for what is new; far more than a day brings. */
const LOOKED_THROUGH = 500;

type DigestPayload = Extract<Payload, { type: 'digest' }>;
type BriefPayload = Extract<Payload, { type: 'brief' }>;

/** Makes what is owed into a message at the moment it is sent, or makes a delivered copy anew. */
export function composeDeliveries(sources: DeliverySources): Compose {
  const views = { ...sources, view: rememberViews(), fit: rememberFit() };
  return async (task) => {
    const { payload } = task.delivery;
    const context = { style: task.delivery.chat.settings, now: task.now };
    switch (payload.type) {
      case 'digest':
        return task.copy
          ? remakeDigest(payload, task, context, views)
          : newDigest(payload, task, context, views);
      case 'brief':
        return briefMessage(payload, task, context, views);
      case 'notice':
        return noticeMessage(payload, context, views);
      default:
        return payload satisfies never;
    }
  };
}

/** What is new or changed for this chat since its last digest, newest first. */
async function newDigest(
  payload: DigestPayload,
  task: ToCompose,
  context: ViewContext,
  views: DeliveryViews,
): Promise<Composed | null> {
  const { chat } = task.delivery;
  const subscription = await views.subscriptions.get(chat.ref);
  const topics = subscription?.topics ?? [];
  const { since } = payload;
  const wanted = views.library.latest(LOOKED_THROUGH).filter((brief) => wants(topics, brief));
  const fresh =
    since === null
      ? wanted.filter((b) => b.retraction === null).slice(0, FIRST_DIGEST)
      : wanted.filter((brief) => brief.revision.at > since);
  const stories = await Promise.all(fresh.map((brief) => storySince(brief, since, views)));
  const real = stories.filter((story) => story !== null);
  if (real.length === 0 && chat.settings.emptyDay === 'silent') return null;
  const shown = { localDate: payload.localDate, lateSince: lateSince(task.delivery), stories: real };
  const { message, told } = composeDigest(shown, context, task.limits);
  const items = told.map(({ brief, before }): DigestItem => {
    return { brief: brief.id, revision: brief.revision.number, before };
  });
  return { message, payload: { ...payload, until: task.now, items } };
}

type Story = DigestStory & { before: number | null };

/** A story as this chat sees it: new, or what is different from the revision it could have had. */
async function storySince(brief: Brief, since: number | null, views: DeliveryViews): Promise<Story | null> {
  const history = since === null ? [] : await views.briefs.history(brief.id);
  const before = history.filter((revision) => revision.at <= (since ?? 0)).at(-1)?.number ?? null;
  // What was withdrawn before a chat heard of it is no news to it.
  if (before === null) return brief.retraction ? null : { brief, before, changes: null };
  return { brief, before, changes: await changesSince(brief, before, views) };
}

/** The same stories at their newest revisions, with what has changed in them since they were told. */
async function remakeDigest(
  payload: DigestPayload,
  task: ToCompose,
  context: ViewContext,
  views: DeliveryViews,
): Promise<Composed | null> {
  const items = payload.items ?? [];
  const stories = await Promise.all(
    items.map(async (item): Promise<Story | null> => {
      const brief = views.library.get(item.brief);
      if (!brief) return null;
      const before = item.before ?? (item.revision < brief.revision.number ? item.revision : null);
      return { brief, before, changes: before === null ? null : await changesSince(brief, before, views) };
    }),
  );
  const real = stories.filter((story) => story !== null);
  const shown = { localDate: payload.localDate, lateSince: lateSince(task.delivery), stories: real };
  const { message } = composeDigest(shown, context, task.limits);
  const remade = real.map(({ brief, before }) => ({
    brief: brief.id,
    revision: brief.revision.number,
    before,
  }));
  return { message, payload: { ...payload, items: remade } };
}

async function changesSince(brief: Brief, revision: number, views: DeliveryViews): Promise<Change[]> {
  if (revision >= brief.revision.number) return [];
  const before = await views.briefs.get(brief.id, revision);
  return before ? compareBriefs(before, brief) : brief.revision.changes;
}

/** A brief in a view. Sent anew to readers of an older revision, it is the difference alone. */
async function briefMessage(
  payload: BriefPayload,
  task: ToCompose,
  context: ViewContext,
  views: DeliveryViews,
): Promise<Composed | null> {
  const brief = views.library.get(payload.brief);
  if (!brief) return null;
  if (payload.before !== null && !brief.retraction) {
    const changes = await changesSince(brief, payload.before, views);
    const message = composeChangeNews(brief, changes, context);
    return { message: views.fit(message, task.limits, 1), payload };
  }
  const message = views.view(payload.view.name, brief, context);
  if (!message) return null;
  return { message: views.fit(message, task.limits, Number(payload.view.args[1] ?? 1) || 1), payload };
}

/** The short reply where a copy cannot be edited: what was wrong and what is right, or that it is withdrawn. */
function noticeMessage(
  payload: Extract<Payload, { type: 'notice' }>,
  context: ViewContext,
  { library, view }: DeliveryViews,
): Composed | null {
  const brief = library.get(payload.brief);
  const message = brief && view('changes', brief, context);
  if (!message || !brief) return null;
  const subject = {
    brief: brief.id,
    revision: brief.revision.number,
    view: { name: 'changes', args: [briefCode(brief.id)] },
  } as const;
  return { message: { ...message, subject }, payload };
}

/** «08:00» of the slot in the zone that the chat's times are shown in, where the digest comes late. */
function lateSince({ late, owedAt, chat }: Delivery): string | null {
  if (!late) return null;
  const slot = Temporal.Instant.fromEpochMilliseconds(owedAt).toZonedDateTimeISO(chat.settings.zone);
  return slot.toPlainTime().toString({ smallestUnit: 'minute' });
}
