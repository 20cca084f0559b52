import { randomBytes } from 'node:crypto';
import type { Article } from '#article/article.ts';
import type { Replacement } from '#brief/correct-fact.ts';
import type { FigureDecision } from '#brief/update-brief.ts';
import type { DraftStore, PersonKey } from '#delivery/desk-store.ts';
import type { Draft } from '#draft/draft.ts';
import { UserError } from '#shared/user-error.ts';

/** What was previewed and waits for «تأكيد»; `base`: the revision that the preview was made on. */
export type PendingAct = { by: PersonKey; at: number } & (
  | { type: 'push'; brief: string; base: number; when: number | null }
  | {
      type: 'correct';
      brief: string;
      base: number;
      fact: string;
      sentence: Article;
      candidates: Replacement[];
      chosen: number;
    }
  | { type: 'retract'; brief: string; base: number; reason: string }
  | {
      type: 'update';
      brief: string;
      base: number;
      article: Article;
      draft: Draft;
      decisions: [number, FigureDecision][];
      /** Set when it is published: whether it is sent, too. */
      send?: boolean;
    }
  | { type: 'offer'; article: Article }
);

/** Acts stand beside the editors' drafts; no platform is called `act`. */
const PREFIX = 'act:';

/** Under which an act waits. */
export function actKey(id: string): PersonKey {
  return `${PREFIX}${id}`;
}

/** Kept durably, so that a preview survives a restart; each has an id short enough for a button. */
export class PendingActs {
  readonly #drafts: DraftStore;

  constructor(drafts: DraftStore) {
    this.#drafts = drafts;
  }

  async add(act: PendingAct): Promise<string> {
    const id = randomBytes(9).toString('base64url');
    await this.#drafts.save(actKey(id), act, 0, act.at);
    return id;
  }

  /** Throws `already-done` where it was confirmed or dropped before. */
  async get<T extends PendingAct['type']>(id: string, type: T): Promise<Extract<PendingAct, { type: T }>> {
    const act = (await this.#drafts.get(actKey(id)))?.content as PendingAct | undefined;
    if (act?.type !== type) throw new UserError('already-done');
    return act as Extract<PendingAct, { type: T }>;
  }

  /** False where another press came first. */
  async change(id: string, act: PendingAct): Promise<boolean> {
    const stored = await this.#drafts.get(actKey(id));
    return stored !== null && this.#drafts.save(actKey(id), act, stored.version, act.at);
  }

  async all(): Promise<{ id: string; act: PendingAct }[]> {
    const stored = await this.#drafts.all();
    return stored
      .filter(({ editor }) => editor.startsWith(PREFIX))
      .map(({ editor, content }) => ({ id: editor.slice(PREFIX.length), act: content as PendingAct }));
  }

  /** True for exactly one of those who take it. */
  take(id: string): Promise<boolean> {
    return this.#drafts.remove(actKey(id));
  }
}
