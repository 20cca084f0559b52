import type { Article } from '#article/article.ts';
import { plainText } from '#article/plain-text.ts';
import type { ActionHandler, Call, CommandHandler } from '#chat/feature.ts';
import type { PersonKey } from '#delivery/desk-store.ts';
import { factsOfDraft, removeFact, takeUnsettled } from '#draft/edit-draft.ts';
import { type Action, action } from '#message/action.ts';
import {
  composeCollecting,
  composeDraft,
  composeFactPicker,
  composeQuestion,
  type DraftShown,
  draftButtons,
} from '#message/compose-draft.ts';
import { composeNotice } from '#message/compose-lists.ts';
import { DESK_LABELS as D } from '#message/labels-desk.ar.ts';
import type { Button } from '#message/message.ts';
import { UserError } from '#shared/user-error.ts';
import { type DeskDraft, DeskDrafts, type OpenDraft } from './desk-draft.ts';
import { attachedTo, type DeskTools } from './desk-tools.ts';
import { answerAsked } from './draft-answers.ts';
import { nameDraft } from './name-draft.ts';
import { PendingActs } from './pending-acts.ts';
import type { PublishDesk } from './publish-desk.ts';

/** Platforms cut a pasted text here and send the rest as further messages (Telegram: 4096). Characters. */
const LIKELY_CUT = 3800;

/** Fewer words than these are no article. */
const FEWEST_WORDS = 5;

/** More than any article; what is longer is a mistake. Characters. */
export const LONGEST_TEXT = 1_000_000;

/** `/draft`: an article becomes a draft, is put right by buttons and texts, and is published. */
export class DraftDesk {
  readonly #tools: DeskTools;
  readonly #drafts: DeskDrafts;
  readonly #acts: PendingActs;
  readonly #publish: PublishDesk;

  constructor(tools: DeskTools, publish: PublishDesk) {
    this.#tools = tools;
    this.#drafts = new DeskDrafts(tools.store.drafts);
    this.#acts = new PendingActs(tools.store.drafts);
    this.#publish = publish;
  }

  readonly command: CommandHandler = async (call, rest) => {
    const editor = await this.#tools.roles.require(call, 'editor');
    const open = await this.#drafts.get(editor);
    if (open) return this.#alreadyOpen(call, open);
    const attached = attachedTo(call.request);
    const text = [rest.trim(), attached?.text.trim() ?? ''].filter(Boolean).join('\n');
    if (text === '' && attached?.from === 'reply') throw new UserError('reply-not-text');
    if (text === '') return this.#begin(call, editor);
    const origin = attached?.from === 'forward' ? attached.origin : null;
    const mayGoOn = attached?.from !== 'file' && text.length >= LIKELY_CUT;
    const opened = await this.#start(call, editor, [text], origin);
    if (!opened) return;
    return mayGoOn ? this.#showCollecting(call, opened) : this.#read(call, opened);
  };

  /** A text without a command: a part of what is collected, an answer to what was asked, or an article to offer. */
  async takeText(call: Call, text: string): Promise<boolean> {
    const { request } = call;
    if (!(await this.#tools.roles.isAtLeast(call, 'editor'))) return false;
    const editor = await this.#tools.roles.require(call, 'editor');
    // An editor who sends a PDF waits for a draft: silence would leave him waiting.
    if (request.chatKind === 'private') attachedTo(request);
    const open = await this.#drafts.get(editor);
    if (
      open &&
      open.content.chat.id === request.chat.id &&
      open.content.chat.platform === request.chat.platform
    ) {
      if (open.content.stage === 'collecting') {
        // What is typed in answer to an older message is the part that is meant, not that message.
        const { attached } = request;
        await this.#collect(call, open, attached && attached.from !== 'reply' ? attached.text : text);
        return true;
      }
      if (open.content.asked) {
        await this.#show(call, await answerAsked(open, text, this.#drafts, this.#tools));
        return true;
      }
    }
    const { attached, chatKind } = request;
    if (chatKind !== 'private' || !attached || attached.from === 'reply') return false;
    const article = { ...articleOf(attached.text), outlet: attached.origin };
    const id = await this.#acts.add({ type: 'offer', article, by: editor, at: this.#tools.clock.now() });
    const yes = { label: D.button.draft, action: action('draft', 'offer', id) };
    await call.reply(composeQuestion(D.offerDraft, yes, action('draft', 'forget', id)));
    return true;
  }

  readonly press: ActionHandler = async (call, [verb = '', first = '', n = '']) => {
    const editor = await this.#tools.roles.require(call, 'editor');
    if (verb === 'forget' || verb === 'offer') return this.#offered(call, editor, verb, first);
    if (verb === 'approve') return this.#publish.approve(call, editor, first);
    const open = await this.#drafts.get(editor);
    if (!open) throw new UserError('already-done');
    if (verb === 'show') return this.#show(call, open);
    if (verb === 'done') return this.#read(call, open);
    if (verb === 'cancel' && first === '') return this.#cancel(call, editor);
    // Every other button belongs to one state of the draft.
    if (Number(first) !== open.version) throw new UserError('draft-changed');
    return this.#act(call, open, verb, Number(n));
  };

  async #act(call: Call, open: OpenDraft, verb: string, n: number): Promise<void> {
    const { content, version } = open;
    const draft = content.draft;
    if (!draft) throw new UserError('already-done');
    const total = factsOfDraft(draft).length;
    switch (verb) {
      case 'publish':
        return this.#publish.publish(call, open, false);
      case 'send':
        return this.#publish.publish(call, open, true);
      case 'cancel':
        return this.#cancel(call, open.editor);
      case 'remove':
        return call.replace(composeFactPicker(D.chooseRemove, 'removeFact', total, version));
      case 'removeFact':
        return this.#change(call, open, { ...content, draft: removeFact(draft, n - 1) });
      case 'edit':
        return call.replace(composeFactPicker(D.chooseEdit, 'editFact', total, version));
      case 'editFact':
        return this.#ask(call, open, { type: 'edit', index: n - 1 }, D.sendEdit(String(n)));
      case 'take':
        return call.replace(composeFactPicker(D.chooseTake, 'takeFact', draft.unsettled.length, version));
      case 'takeFact':
        return this.#change(call, open, { ...content, draft: takeUnsettled(draft, n - 1) });
      case 'add':
        return this.#ask(call, open, { type: 'add' }, D.sendFact);
      case 'names':
        return this.#ask(call, open, { type: 'names' }, D.sendNames);
      default:
        throw new UserError('already-done');
    }
  }

  async #offered(call: Call, editor: PersonKey, verb: string, id: string): Promise<void> {
    const act = await this.#acts.get(id, 'offer');
    const open = verb === 'offer' ? await this.#drafts.get(editor) : null;
    if (open) return this.#alreadyOpen(call, open);
    if (!(await this.#acts.take(id))) throw new UserError('already-done');
    if (verb === 'forget') return call.replace(composeNotice(D.cancelled));
    const started = await this.#start(call, editor, [act.article.text], act.article.outlet);
    if (started) await this.#read(call, started);
  }

  /** Publishers who type `/draft` alone are shown first what waits for them. */
  async #begin(call: Call, editor: PersonKey): Promise<void> {
    for (const open of await this.#publish.waitingFor(call, editor))
      await call.reply(this.#publish.composeWaiting(open, call.style));
    const started = await this.#start(call, editor, [], null);
    if (started) await this.#showCollecting(call, started);
  }

  /** Null where another message of the editor has begun one meanwhile; the editor is told so. */
  async #start(
    call: Call,
    editor: PersonKey,
    parts: string[],
    origin: string | null,
  ): Promise<OpenDraft | null> {
    const content: DeskDraft = {
      stage: 'collecting',
      chat: call.request.chat,
      parts,
      origin,
      draft: null,
      more: [],
      naming: { id: '', names: [], topics: [] },
      asked: null,
      send: false,
    };
    const started = await this.#drafts.start(editor, content, this.#tools.clock.now());
    const open = started ?? (await this.#drafts.get(editor));
    if (!started && open) await this.#alreadyOpen(call, open);
    return started;
  }

  async #collect(call: Call, open: OpenDraft, text: string): Promise<void> {
    const parts = [...open.content.parts, text];
    const content = { ...open.content, parts };
    await this.#showCollecting(call, await this.#drafts.save(open, content, this.#tools.clock.now()));
  }

  async #showCollecting(call: Call, { content }: OpenDraft): Promise<void> {
    const words = content.parts.join(' ').split(/\s+/).filter(Boolean).length;
    await call.reply(composeCollecting(content.parts.length, words, call.style));
  }

  /** Reads what has come in; what cannot be read is refused with the reason, and the draft is put away. */
  async #read(call: Call, open: OpenDraft): Promise<void> {
    const { content, editor } = open;
    if (content.stage !== 'collecting') return this.#show(call, open);
    const text = content.parts.join('\n');
    try {
      checkText(text);
      const article = { ...articleOf(text), outlet: content.origin };
      const draft = await this.#tools.extract(article);
      const naming = nameDraft(draft, this.#tools.shelf, this.#tools.clock.now());
      const read: DeskDraft = { ...content, stage: 'review', parts: [], draft, naming };
      await this.#show(call, await this.#drafts.save(open, read, this.#tools.clock.now()));
    } catch (error) {
      if (error instanceof UserError && error.code !== 'outdated') await this.#drafts.remove(editor);
      throw error;
    }
  }

  async #change(call: Call, open: OpenDraft, content: DeskDraft): Promise<void> {
    await this.#show(call, await this.#drafts.save(open, content, this.#tools.clock.now()));
  }

  async #ask(call: Call, open: OpenDraft, asked: DeskDraft['asked'], question: string): Promise<void> {
    const saved = await this.#drafts.save(open, { ...open.content, asked }, this.#tools.clock.now());
    const back = { label: D.button.back, action: action('draft', 'show', saved.version) };
    await call.replace(composeNotice(question, [[back]]));
  }

  async #show(call: Call, open: OpenDraft): Promise<void> {
    const { draft, naming, stage } = open.content;
    if (!draft) return this.#showCollecting(call, open);
    const shown: DraftShown = { draft, id: naming.id, names: naming.names, version: open.version };
    const waiting: Button[][] = [[{ label: D.button.cancel, action: action('draft', 'cancel') }]];
    const message = composeDraft(shown, call.style, stage === 'waiting' ? waiting : draftButtons(shown));
    await call.show(message);
  }

  async #alreadyOpen(call: Call, { content }: OpenDraft): Promise<void> {
    const what = content.draft?.headline?.text ?? content.parts[0]?.slice(0, 60) ?? '';
    const show: Action = action('draft', 'show');
    await call.reply(
      composeQuestion(
        D.alreadyOpen(what),
        { label: D.button.openDraft, action: show },
        action('draft', 'cancel'),
      ),
    );
  }

  async #cancel(call: Call, editor: PersonKey): Promise<void> {
    if (!(await this.#drafts.remove(editor))) throw new UserError('already-done');
    await call.replace(composeNotice(D.cancelled));
  }
}

function articleOf(text: string): Article {
  return { id: 'article', text: plainText(text), outlet: null, link: null, published: null };
}

/** Nothing but an address: pages are not fetched. */
export function isLink(text: string): boolean {
  return /^\s*https?:\/\/\S+\s*$/i.test(text);
}

function checkText(text: string): void {
  if (text.length > LONGEST_TEXT) throw new UserError('text-too-long', { length: text.length });
  if (isLink(text)) throw new UserError('link-not-opened');
  if (!/\p{Script=Arabic}/u.test(text)) throw new UserError('text-not-arabic');
  if (text.split(/\s+/).filter(Boolean).length < FEWEST_WORDS) throw new UserError('text-too-short');
}
