import type { Article } from '#article/article.ts';
import type { Naming } from '#brief/publish-draft.ts';
import type { DraftStore, PersonKey } from '#delivery/desk-store.ts';
import type { ChatRef } from '#delivery/platform.ts';
import type { Draft } from '#draft/draft.ts';
import { UserError } from '#shared/user-error.ts';

/** What the next plain text of the editor means. */
export type Asked = { type: 'names' } | { type: 'add' } | { type: 'edit'; index: number } | null;

/** A draft on an editor's desk, from its first words to its publication. */
export interface DeskDraft {
  stage: 'collecting' | 'review' | 'waiting';
  chat: ChatRef;
  /** What has come in so far. */
  parts: string[];
  origin: string | null;
  draft: Draft | null;
  /** Texts that the editor added facts from, beside the article. */
  more: Article[];
  naming: Naming;
  asked: Asked;
  /** Whether it is to be sent once another publisher has approved. */
  send: boolean;
  /** Set when it was decided: by whom, and the time of the revision that it becomes. */
  publishing?: { by: PersonKey; at: number } | null;
}

/** The draft with the version that a change must be made on. */
export interface OpenDraft {
  editor: PersonKey;
  content: DeskDraft;
  version: number;
}

/** One draft an editor; two changes at once: the second is told that it came late. */
export class DeskDrafts {
  readonly #drafts: DraftStore;

  constructor(drafts: DraftStore) {
    this.#drafts = drafts;
  }

  async get(editor: PersonKey): Promise<OpenDraft | null> {
    const stored = await this.#drafts.get(editor);
    return stored && { editor, content: stored.content as DeskDraft, version: stored.version };
  }

  /** Throws `outdated` where another change came first. */
  async save(open: OpenDraft, content: DeskDraft, at: number): Promise<OpenDraft> {
    if (!(await this.#drafts.save(open.editor, content, open.version, at))) throw new UserError('outdated');
    return { ...open, content, version: open.version + 1 };
  }

  /** Null where the editor has one already. */
  async start(editor: PersonKey, content: DeskDraft, at: number): Promise<OpenDraft | null> {
    const version = 0;
    return (await this.#drafts.save(editor, content, version, at))
      ? { editor, content, version: version + 1 }
      : null;
  }

  remove(editor: PersonKey): Promise<boolean> {
    return this.#drafts.remove(editor);
  }

  /** Those that wait for another publisher, oldest first. */
  waiting(): Promise<OpenDraft[]> {
    return this.#where((content) => content.stage === 'waiting' && !content.publishing);
  }

  /** Those whose publication was decided and is not done with. */
  publishing(): Promise<OpenDraft[]> {
    return this.#where((content) => Boolean(content.publishing));
  }

  /** Acts and watched orders stand beside the drafts, and have none of their fields. */
  async #where(is: (content: Partial<DeskDraft>) => boolean): Promise<OpenDraft[]> {
    const all = await this.#drafts.all();
    return all
      .filter((d) => is(d.content as Partial<DeskDraft>))
      .sort((a, b) => a.at - b.at)
      .map((d) => ({ editor: d.editor, content: d.content as DeskDraft, version: d.version }));
  }
}
