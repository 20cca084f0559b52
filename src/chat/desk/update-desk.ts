import type { Article } from '#article/article.ts';
import { plainText } from '#article/plain-text.ts';
import type { Brief } from '#brief/brief.ts';
import { nextArticleId } from '#brief/next-revision.ts';
import { type FigureDecision, findDifferences, updateBrief } from '#brief/update-brief.ts';
import type { ActionHandler, Call, CommandHandler } from '#chat/feature.ts';
import type { PersonKey } from '#delivery/desk-store.ts';
import { composeNotice } from '#message/compose-lists.ts';
import { composeUpdatePreview, type DifferenceShown } from '#message/compose-update.ts';
import { LABELS } from '#message/labels.ar.ts';
import { DESK_LABELS as D } from '#message/labels-desk.ar.ts';
import type { Message } from '#message/message.ts';
import type { ReaderStyle } from '#message/reader-style.ts';
import { writeBareFigure } from '#message/write-figure.ts';
import { UserError } from '#shared/user-error.ts';
import { acceptedBrief, attachedTo, briefAtStart, type DeskTools, publishRevision } from './desk-tools.ts';
import { isLink, LONGEST_TEXT } from './draft-desk.ts';
import { placeOrders } from './orders.ts';
import { actKey, type PendingAct, PendingActs } from './pending-acts.ts';
import type { PushDesk } from './push-desk.ts';
import { updateOrders } from './resume-acts.ts';

type UpdateAct = Extract<PendingAct, { type: 'update' }>;

const DECISIONS: Record<string, FigureDecision> = { c: 'correction', l: 'later', b: 'beside' };

/** `/update`: a further article of a brief; where a figure differs the editor says what it is to the one that stands. */
export class UpdateDesk {
  readonly #tools: DeskTools;
  readonly #acts: PendingActs;
  readonly #push: PushDesk;

  constructor(tools: DeskTools, push: PushDesk) {
    this.#tools = tools;
    this.#acts = new PendingActs(tools.store.drafts);
    this.#push = push;
  }

  readonly command: CommandHandler = async (call, rest) => {
    const by = await this.#tools.roles.require(call, 'editor');
    const { brief, rest: typed } = briefAtStart(this.#tools.shelf, rest);
    if (brief.retraction) throw new UserError('retracted-already');
    const attached = attachedTo(call.request);
    const text = plainText(typed || attached?.text.trim() || '');
    if (text === '') throw new UserError(attached?.from === 'reply' ? 'reply-not-text' : 'update-form');
    if (isLink(text)) throw new UserError('link-not-opened');
    if (text.length > LONGEST_TEXT) throw new UserError('text-too-long', { length: text.length });
    if (!/\p{Script=Arabic}/u.test(text)) throw new UserError('text-not-arabic');
    const outlet = attached?.from === 'forward' && typed === '' ? attached.origin : null;
    const article: Article = { id: nextArticleId(brief), text, outlet, link: null, published: null };
    const draft = await this.#tools.extract(article);
    const act: UpdateAct = {
      type: 'update',
      brief: brief.id,
      base: brief.revision.number,
      article,
      draft,
      decisions: [],
      by,
      at: this.#tools.clock.now(),
    };
    await call.reply(this.#compose(await this.#acts.add(act), act, brief, call.style));
  };

  readonly press: ActionHandler = async (call, [verb = '', id = '', n = '', choice = '']) => {
    const by = await this.#tools.roles.require(call, 'editor');
    if (verb === 'drop') {
      await this.#acts.take(id);
      return call.replace(composeNotice(D.cancelled));
    }
    const act = await this.#acts.get(id, 'update');
    const brief = this.#tools.shelf.get(act.brief);
    if (!brief || brief.revision.number !== act.base) throw new UserError('outdated');
    if (verb === 'decide') return this.#decide(call, id, act, brief, Number(n), choice);
    return this.#publish(call, id, act, brief, by, verb === 'send');
  };

  async #decide(
    call: Call,
    id: string,
    act: UpdateAct,
    brief: Brief,
    n: number,
    choice: string,
  ): Promise<void> {
    const decision = DECISIONS[choice];
    const known = findDifferences(brief, act.draft).some((d) => d.index === n);
    if (!decision || !known) throw new UserError('already-done');
    const decisions: UpdateAct['decisions'] = [...act.decisions.filter(([i]) => i !== n), [n, decision]];
    const changed = { ...act, decisions };
    if (!(await this.#acts.change(id, changed))) throw new UserError('outdated');
    await call.replace(this.#compose(id, changed, brief, call.style));
  }

  async #publish(
    call: Call,
    id: string,
    act: UpdateAct,
    brief: Brief,
    by: PersonKey,
    send: boolean,
  ): Promise<void> {
    await this.#tools.roles.require(call, 'publisher');
    const decisions = new Map(act.decisions);
    if (findDifferences(brief, act.draft).some((d) => !decisions.has(d.index)))
      throw new UserError('undecided');
    const stamp = { at: act.at, editor: by, reason: 'update' } as const;
    const revised = acceptedBrief(updateBrief(brief, act.article, act.draft, decisions, stamp), this.#tools);
    if (revised.revision.changes.length === 0) throw new UserError('nothing-changes');
    const what = { who: by, what: 'update', before: act.base, after: revised.revision.changes };
    const decided = { ...act, send };
    if (!(await this.#acts.change(id, decided))) throw new UserError('already-done');
    if (!(await publishRevision(revised, what, this.#tools))) throw new UserError('already-done');
    const orders = updateOrders(decided, revised, by, this.#tools.clock.now());
    const push = (await placeOrders(this.#tools, actKey(id), orders)).find((job) => job.kind === 'push');
    if (push) return this.#push.follow(call, push);
    await call.replace(composeNotice(D.published(revised.headline, String(revised.revision.number))));
  }

  #compose(id: string, act: UpdateAct, brief: Brief, style: ReaderStyle): Message {
    const decided = new Map(act.decisions);
    const differences = findDifferences(brief, act.draft).map(
      ({ index, fresh, standing }): DifferenceShown => {
        const group = fresh.group ?? standing.group;
        return {
          index,
          what: [LABELS.kind[fresh.kind], group && LABELS.fromGroup(group)].filter(Boolean).join(' '),
          standing: writeBareFigure(standing, style),
          standingSource: standing.source ?? LABELS.unnamedSource,
          fresh: writeBareFigure(fresh, style),
          freshSource: fresh.source ?? LABELS.unnamedSource,
          evidence: fresh.evidence.text,
          decision: decided.get(index) ?? null,
        };
      },
    );
    return composeUpdatePreview({ id, headline: brief.headline, draft: act.draft, differences }, style);
  }
}
