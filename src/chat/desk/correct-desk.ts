import { count } from '#arabic/agreement.ts';
import { toLatinDigits } from '#arabic/digits.ts';
import type { Article } from '#article/article.ts';
import type { AnyFact, Brief } from '#brief/brief.ts';
import { sayFact } from '#brief/compare-briefs.ts';
import { correctFact, type Replacement } from '#brief/correct-fact.ts';
import { factListOf, factsInOrder } from '#brief/fact-lists.ts';
import { nextArticleId } from '#brief/next-revision.ts';
import { retractBrief } from '#brief/retract-brief.ts';
import type { ActionHandler, Call, CommandHandler } from '#chat/feature.ts';
import type { PersonKey } from '#delivery/desk-store.ts';
import { action } from '#message/action.ts';
import { changeLine } from '#message/compose-brief.ts';
import { composeQuestion } from '#message/compose-draft.ts';
import { composeNotice } from '#message/compose-lists.ts';
import { DESK_LABELS as D } from '#message/labels-desk.ar.ts';
import type { Message } from '#message/message.ts';
import { writeFact } from '#message/write-fact.ts';
import { writeNumber } from '#message/write-figure.ts';
import { UserError } from '#shared/user-error.ts';
import { acceptedBrief, briefAtStart, type DeskTools, publishRevision } from './desk-tools.ts';
import { copyOrder, placeOrders } from './orders.ts';
import { actKey, PendingActs } from './pending-acts.ts';
import type { PushDesk } from './push-desk.ts';
import { readReplacements } from './read-replacements.ts';

const PAGE = 1000;

/** `/facts`, `/correct`, `/retract`: what was delivered wrong is put right in every copy. */
export class CorrectDesk {
  readonly #tools: DeskTools;
  readonly #acts: PendingActs;
  readonly #push: PushDesk;

  constructor(tools: DeskTools, push: PushDesk) {
    this.#tools = tools;
    this.#acts = new PendingActs(tools.store.drafts);
    this.#push = push;
  }

  readonly facts: CommandHandler = async (call, rest) => {
    await this.#tools.roles.require(call, 'editor');
    const { brief } = briefAtStart(this.#tools.shelf, rest);
    const blocks: Message['blocks'] = factsInOrder(brief.facts).map((fact, i) => ({
      type: 'paragraph',
      tone: 'body',
      text: `${i + 1}. ${writeFact(fact, call.style)}`,
    }));
    const title = `${D.factsTitle}: ${brief.headline}`;
    await call.reply({
      blocks: [{ type: 'heading', level: 1, text: title }, ...blocks],
      buttons: [],
      subject: null,
    });
  };

  readonly correct: CommandHandler = async (call, rest) => {
    const by = await this.#tools.roles.require(call, 'publisher');
    const { brief, fact, sentence } = this.#parse(rest);
    if (brief.retraction) throw new UserError('retracted-already');
    const article: Article = {
      id: nextArticleId(brief),
      text: sentence,
      outlet: null,
      link: null,
      published: null,
    };
    const candidates = await readReplacements(this.#tools.extract, article, fact);
    const id = await this.#acts.add({
      type: 'correct',
      brief: brief.id,
      base: brief.revision.number,
      fact: fact.id,
      sentence: article,
      candidates,
      chosen: candidates.length === 1 ? 0 : -1,
      by,
      at: this.#tools.clock.now(),
    });
    if (candidates.length > 1) return call.reply(askWhich(id, candidates, call));
    return this.#preview(call, id);
  };

  readonly retract: CommandHandler = async (call, rest) => {
    const by = await this.#tools.roles.require(call, 'publisher');
    const { brief, rest: reason } = briefAtStart(this.#tools.shelf, rest);
    if (brief.retraction) throw new UserError('retracted-already');
    if (reason === '') throw new UserError('reason-missing');
    const at = this.#tools.clock.now();
    const base = brief.revision.number;
    const id = await this.#acts.add({ type: 'retract', brief: brief.id, base, reason, by, at });
    const text = `${D.retractPreview(brief.headline, reason)} ${await this.#reach(brief, call)}`;
    await call.reply(composeQuestion(text, confirmButton('retract', id), action('retract', 'drop', id)));
  };

  readonly pressCorrect: ActionHandler = async (call, [verb = '', id = '', n = '']) => {
    const by = await this.#tools.roles.require(call, 'publisher');
    if (verb === 'drop') return this.#drop(call, id);
    const act = await this.#acts.get(id, 'correct');
    if (verb === 'pick') {
      if (!act.candidates[Number(n)]) throw new UserError('already-done');
      await this.#acts.change(id, { ...act, chosen: Number(n) });
      return this.#preview(call, id);
    }
    const revised = this.#revise(act, by);
    const what = { who: by, what: 'correct', before: act.base, after: revised.revision.changes };
    await this.#finish(call, id, revised, what, 'correction');
  };

  readonly pressRetract: ActionHandler = async (call, [verb = '', id = '']) => {
    const by = await this.#tools.roles.require(call, 'publisher');
    if (verb === 'drop') return this.#drop(call, id);
    const act = await this.#acts.get(id, 'retract');
    const brief = this.#current(act.brief, act.base);
    const stamp = { at: act.at, editor: by, reason: 'retraction' } as const;
    const revised = acceptedBrief(retractBrief(brief, act.reason, stamp), this.#tools);
    const what = { who: by, what: 'retract', before: act.base, after: act.reason };
    await this.#finish(call, id, revised, what, 'retraction');
  };

  /** Durable first: the revision, then the order to every copy in the act's place. A second press finds the revision made. */
  async #finish(
    call: Call,
    id: string,
    revised: Brief,
    what: { who: PersonKey; what: string; before: unknown; after: unknown },
    kind: 'correction' | 'retraction',
  ): Promise<void> {
    if (!(await publishRevision(revised, what, this.#tools))) throw new UserError('already-done');
    const order = copyOrder(revised, kind, what.who, this.#tools.clock.now());
    const [job] = await placeOrders(this.#tools, actKey(id), [order]);
    if (job) await this.#push.follow(call, job);
  }

  async #drop(call: Call, id: string): Promise<void> {
    await this.#acts.take(id);
    await call.replace(composeNotice(D.cancelled));
  }

  async #preview(call: Call, id: string): Promise<void> {
    const act = await this.#acts.get(id, 'correct');
    const revised = this.#revise(act, act.by);
    const change = revised.revision.changes.find((c) => c.fact === act.fact);
    if (!change) throw new UserError('nothing-changes');
    const text = `${changeLine(revised, change)}. ${await this.#reach(revised, call)}`;
    await call.show(composeQuestion(text, confirmButton('correct', id), action('correct', 'drop', id)));
  }

  #revise(act: Awaited<ReturnType<PendingActs['get']>> & { type: 'correct' }, by: PersonKey): Brief {
    const brief = this.#current(act.brief, act.base);
    const fact = factsInOrder(brief.facts).find((f) => f.id === act.fact);
    const chosen = act.candidates[act.chosen];
    if (!fact || !chosen) throw new UserError('outdated');
    // The preview's own time, so that the same act makes the same revision however often it is confirmed.
    const stamp = { at: act.at, editor: by, reason: 'correction' } as const;
    return acceptedBrief(correctFact(brief, fact, chosen, act.sentence, stamp), this.#tools);
  }

  #current(id: string, base: number): Brief {
    const brief = this.#tools.shelf.get(id);
    if (!brief || brief.revision.number !== base) throw new UserError('outdated');
    return brief;
  }

  /** «وصل الخبر إلى 232 محادثة.» */
  async #reach(brief: Brief, call: Call): Promise<string> {
    const { ledger } = this.#tools.store;
    const chats = new Set<number>();
    let copies = 0;
    let after = 0;
    for (;;) {
      const page = await ledger.copiesOf(brief.id, brief.revision.number + 1, after, PAGE);
      for (const copy of page) chats.add(copy.chat.id);
      copies += page.length;
      const last = page.at(-1);
      if (!last) {
        const inCopies =
          copies === chats.size ? null : count('copy', copies, writeNumber(copies, call.style), true);
        return D.reached(count('chat', chats.size, writeNumber(chats.size, call.style), true), inCopies);
      }
      after = last.id;
    }
  }

  #parse(rest: string): { brief: Brief; fact: AnyFact; sentence: string } {
    const [, name = '', number = '', sentence = ''] =
      /^\s*(\S+(?:\s+\S+){0,3}?)\s+([\d\u0660-\u0669]{1,4})[.)]?(?:\s+([\s\S]+))?$/.exec(rest) ?? [];
    if (name === '') throw new UserError('correct-form');
    const { brief } = briefAtStart(this.#tools.shelf, name);
    const facts = factsInOrder(brief.facts);
    const n = Number(toLatinDigits(number));
    const fact = facts[n - 1];
    if (!fact) throw new UserError('fact-out-of-range', { number: n, total: facts.length });
    if (factListOf(fact) === 'summary') throw new UserError('summary-not-corrected', { number: n });
    if (sentence.trim() === '') throw new UserError('correct-form');
    return { brief, fact, sentence: sentence.trim() };
  }
}

function confirmButton(name: 'correct' | 'retract', id: string) {
  return { label: D.button.confirm, action: action(name, 'go', id) };
}

/** A sentence that holds several such facts: the editor says which is meant. */
function askWhich(id: string, candidates: readonly Replacement[], call: Call): Message {
  return {
    blocks: [{ type: 'paragraph', tone: 'body', text: D.askWhich }],
    buttons: [
      ...candidates.map(({ fact }, i) => [
        {
          label: 'status' in fact ? writeFact(fact, call.style) : sayFact({ ...fact, id: '' } as AnyFact),
          action: action('correct', 'pick', id, i),
        },
      ]),
      [{ label: D.button.cancel, action: action('correct', 'drop', id) }],
    ],
    subject: null,
  };
}
