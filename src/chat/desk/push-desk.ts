import { readClockTime } from '#arabic/clock-time.ts';
import type { Brief } from '#brief/brief.ts';
import { topicKeys } from '#brief/topics.ts';
import type { ActionHandler, Call, CommandHandler } from '#chat/feature.ts';
import { EVERY_DAY } from '#delivery/chat-record.ts';
import type { PersonKey } from '#delivery/desk-store.ts';
import type { Job } from '#delivery/job.ts';
import { slotOn } from '#delivery/slots.ts';
import { wantsPush } from '#delivery/spread.ts';
import { composeBrief } from '#message/compose-brief.ts';
import { composePushPreview, composeScheduled, type Recipients } from '#message/compose-job.ts';
import { composeNotice } from '#message/compose-lists.ts';
import { DESK_LABELS as D } from '#message/labels-desk.ar.ts';
import { writeNumber } from '#message/write-figure.ts';
import { writeMoment } from '#message/write-time.ts';
import { UserError } from '#shared/user-error.ts';
import { briefAtStart, type DeskTools } from './desk-tools.ts';
import { JobWatch } from './job-watch.ts';
import { placeOrders, pushOrder } from './orders.ts';
import { actKey, PendingActs } from './pending-acts.ts';

const PAGE = 1000;

/** `/push`: preview, recipients, «إرسال»; then one message that follows the order to its end. */
export class PushDesk {
  readonly #tools: DeskTools;
  readonly #acts: PendingActs;
  readonly #watch: JobWatch;

  constructor(tools: DeskTools) {
    this.#tools = tools;
    this.#acts = new PendingActs(tools.store.drafts);
    this.#watch = new JobWatch(tools);
  }

  readonly command: CommandHandler = async (call, rest) => {
    const by = await this.#tools.roles.require(call, 'publisher');
    const { brief, rest: tail } = briefAtStart(this.#tools.shelf, rest);
    const when = tail === '' ? null : this.#moment(tail, call);
    await this.preview(call, brief, by, when);
  };

  async preview(call: Call, brief: Brief, by: PersonKey, when: number | null): Promise<void> {
    const { clock } = this.#tools;
    const now = clock.now();
    const shown = composeBrief(brief, { style: call.style, now });
    await call.reply({ ...shown, buttons: [], subject: null });
    const id = await this.#acts.add({
      type: 'push',
      brief: brief.id,
      base: brief.revision.number,
      when,
      by,
      at: now,
    });
    const moment = when === null ? null : writeMoment(when, now, call.style);
    await call.reply(composePushPreview(id, await this.#recipients(brief), moment, call.style));
  }

  readonly press: ActionHandler = async (call, [verb = '', id = '']) => {
    const by = await this.#tools.roles.require(call, 'publisher');
    switch (verb) {
      case 'go':
        return this.#confirm(call, id, by);
      case 'drop':
        await this.#acts.take(id);
        return call.replace(composeNotice(D.cancelled));
      case 'cancel': {
        const cancelled = await this.#tools.store.jobs.cancel(Number(id), this.#tools.clock.now());
        return cancelled ? call.replace(composeNotice(D.jobCancelled)) : call.toast(D.tooLate);
      }
      case 'retry':
        return this.#retry(call, Number(id));
      case 'new': {
        const brief = this.#tools.shelf.byCode(id);
        if (!brief) throw new UserError('brief-unknown', { words: id });
        return this.preview(call, brief, by, null);
      }
      default:
        throw new UserError('already-done');
    }
  };

  async #confirm(call: Call, id: string, by: PersonKey): Promise<void> {
    const act = await this.#acts.get(id, 'push');
    const brief = this.#tools.shelf.get(act.brief);
    if (!brief || brief.revision.number !== act.base) throw new UserError('outdated');
    const now = this.#tools.clock.now();
    const [job] = await placeOrders(this.#tools, actKey(id), [pushOrder(brief, by, act.when ?? now)]);
    if (job) await this.follow(call, job);
  }

  /** Goes on showing how orders of an earlier run go. */
  resume(): Promise<void> {
    return this.#watch.resume();
  }

  /** Shows when the order will begin, or how it goes, and keeps that up to date. */
  async follow(call: Call, job: Job): Promise<void> {
    const now = this.#tools.clock.now();
    const message =
      job.at > now
        ? composeScheduled(job.id, writeMoment(job.at, now, call.style))
        : (await this.#watch.compose(job.id, call.style, now)).message;
    const receipt = await call.show(message);
    if (receipt) await this.#watch.follow(job, receipt, call.style);
  }

  async #retry(call: Call, id: number): Promise<void> {
    const { store, clock } = this.#tools;
    const again = await store.jobs.retry(id, clock.now());
    const job = await store.jobs.get(id);
    if (!job || again === 0) throw new UserError('already-done');
    this.#tools.wake();
    await call.toast(D.retried(writeNumber(again, call.style)));
    await this.follow(call, job);
  }

  async #recipients(brief: Brief): Promise<Recipients> {
    const recipients: Recipients = {};
    const about = topicKeys(brief);
    let after = 0;
    for (;;) {
      const page = await this.#tools.store.subscriptions.subscribers(after, PAGE);
      for (const subscriber of page) {
        if (!wantsPush(subscriber, about)) continue;
        const { chat } = subscriber;
        recipients[chat.ref.platform] = (recipients[chat.ref.platform] ?? 0) + 1;
      }
      const last = page.at(-1);
      if (!last) return recipients;
      after = last.chat.id;
    }
  }

  /** The next such time in the editor's zone. Throws where it is no time, or has passed today. */
  #moment(text: string, call: Call): number {
    const found = readClockTime(text.split(/\s+/));
    if (found === null || found === 'invalid') throw new UserError('push-time', { words: text.slice(0, 40) });
    const { zone } = call.style;
    const now = this.#tools.clock.now();
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
    const slot = slotOn({ time: found.time, zone, weekdays: EVERY_DAY, quietDays: [] }, today);
    if (!slot || slot.at <= now) throw new UserError('push-time-past', { time: found.time });
    return slot.at;
  }
}
