import { acceptBrief } from '#brief/accept-brief.ts';
import type { Brief } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import { briefOfDraft } from '#brief/publish-draft.ts';
import type { Call } from '#chat/feature.ts';
import type { PersonKey } from '#delivery/desk-store.ts';
import { action } from '#message/action.ts';
import { composeDraft } from '#message/compose-draft.ts';
import { composeNotice } from '#message/compose-lists.ts';
import { LABELS } from '#message/labels.ar.ts';
import { DESK_LABELS as D } from '#message/labels-desk.ar.ts';
import type { Message } from '#message/message.ts';
import type { ReaderStyle } from '#message/reader-style.ts';
import { UserError } from '#shared/user-error.ts';
import { DeskDrafts, type OpenDraft } from './desk-draft.ts';
import { acceptedBrief, type DeskTools, publishRevision } from './desk-tools.ts';
import { freeId } from './name-draft.ts';
import { placeOrders, pushOrder } from './orders.ts';
import type { PushDesk } from './push-desk.ts';

/** «نشر» and «نشر وإرسال», and the second publisher's approval where one is needed. */
export class PublishDesk {
  readonly #tools: DeskTools;
  readonly #drafts: DeskDrafts;
  readonly #push: PushDesk;

  constructor(tools: DeskTools, push: PushDesk) {
    this.#tools = tools;
    this.#drafts = new DeskDrafts(tools.store.drafts);
    this.#push = push;
  }

  async publish(call: Call, open: OpenDraft, send: boolean): Promise<void> {
    this.#briefOf(open, open.editor, this.#tools.clock.now());
    const alone = !this.#tools.secondEditor && (await this.#tools.roles.isAtLeast(call, 'publisher'));
    if (alone) return this.#finish(call, open, open.editor, send);
    await this.#drafts.save(open, { ...open.content, stage: 'waiting', send }, this.#tools.clock.now());
    await call.replace(composeNotice(D.awaiting));
  }

  /** By a publisher other than the one who drafted it, or by any where an editor drafted it. */
  async approve(call: Call, by: PersonKey, code: string): Promise<void> {
    await this.#tools.roles.require(call, 'publisher');
    const open = (await this.#drafts.waiting()).find((d) => codeOf(d.editor) === code);
    if (!open) throw new UserError('already-done');
    if (open.editor === by) throw new UserError('own-draft');
    await this.#finish(call, open, by, open.content.send);
  }

  async waitingFor(call: Call, person: PersonKey): Promise<OpenDraft[]> {
    if (!(await this.#tools.roles.isAtLeast(call, 'publisher'))) return [];
    return (await this.#drafts.waiting()).filter((d) => d.editor !== person);
  }

  composeWaiting({ content, editor, version }: OpenDraft, style: ReaderStyle): Message {
    if (!content.draft) throw new UserError('already-done');
    const { id, names } = content.naming;
    const approve = { label: D.button.approve, action: action('draft', 'approve', codeOf(editor)) };
    const shown = { draft: content.draft, id, names, version };
    const message = composeDraft(shown, style, [[approve]]);
    const asked = { type: 'paragraph', tone: 'notice', text: D.approvalAsked(editor) } as const;
    return { ...message, blocks: [asked, ...message.blocks] };
  }

  /**
   * That it was decided is durable first: of two who press at once one goes on, and what a crash cuts short is
   * finished at the next start. Then the revision, then the order in the draft's place.
   */
  async #finish(call: Call, open: OpenDraft, by: PersonKey, send: boolean): Promise<void> {
    const at = this.#tools.clock.now();
    const decided = await this.#drafts.save(open, { ...open.content, publishing: { by, at }, send }, at);
    try {
      const { brief, job } = await this.#complete(decided);
      const code = briefCode(brief.id);
      const shown = composeNotice(D.published(brief.headline, String(brief.revision.number)), [
        [
          { label: LABELS.button.back, action: action('brief', code) },
          ...(send ? [] : [{ label: D.button.send, action: action('push', 'new', code) }]),
        ],
      ]);
      if (!job) return call.replace(shown);
      await call.reply(shown);
      await this.#push.follow(call, job);
    } catch (error) {
      if (error instanceof UserError && error.code !== 'already-done')
        await this.#drafts.save(decided, { ...open.content, publishing: null }, at);
      throw error;
    }
  }

  /** Finishes what an earlier run had decided to publish. */
  async resume(): Promise<void> {
    for (const open of await this.#drafts.publishing()) {
      const { logger } = this.#tools;
      try {
        const { brief } = await this.#complete(open);
        logger.info({ brief: brief.id, editor: open.editor }, 'a publication that was cut short is finished');
      } catch (error) {
        logger.error(
          { err: error, editor: open.editor },
          'a publication that was cut short cannot be finished',
        );
      }
    }
  }

  async #complete(open: OpenDraft) {
    const { editor, content } = open;
    if (!content.publishing) throw new UserError('already-done');
    const { by, at } = content.publishing;
    const brief = this.#briefOf(open, by, at);
    const after = { draftedBy: editor, headline: brief.headline };
    await publishRevision(brief, { who: by, what: 'publish', before: null, after }, this.#tools);
    const orders = content.send ? [pushOrder(brief, by, at)] : [];
    const [job = null] = await placeOrders(this.#tools, editor, orders);
    return { brief, job };
  }

  #briefOf({ content }: OpenDraft, by: PersonKey, at: number): Brief {
    const { draft, more, naming } = content;
    if (!draft) throw new UserError('already-done');
    if (naming.names.length === 0) throw new UserError('names-missing');
    const stamp = { at, editor: by, reason: 'published' } as const;
    const revise = (id: string) => {
      const made = briefOfDraft(draft, { ...naming, id });
      return acceptedBrief(
        acceptBrief({ ...made, articles: [...made.articles, ...more] }, stamp),
        this.#tools,
      );
    };
    const brief = revise(naming.id);
    const taken = this.#tools.shelf.get(naming.id);
    // The same content under the same id is this very draft, published before a crash: never a second brief.
    if (!taken || taken.revision.contentHash === brief.revision.contentHash) return brief;
    return revise(freeId(naming.id, this.#tools.shelf));
  }
}

const codeOf = (person: PersonKey) => briefCode(person);
