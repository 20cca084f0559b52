import type { Article } from '#article/article.ts';
import type { Evidence } from '#article/evidence.ts';
import type { Draft } from '#draft/draft.ts';
import { addFact, type DraftFact, factsOfDraft, replaceDraftFact } from '#draft/edit-draft.ts';
import { UserError } from '#shared/user-error.ts';
import type { DeskDraft, DeskDrafts, OpenDraft } from './desk-draft.ts';
import type { DeskTools } from './desk-tools.ts';
import { freeId, slugOf } from './name-draft.ts';

const MOST_NAMES = 20;

/** Takes the editor's text for what was asked: names, a further fact's sentence, or the right one for a fact. */
export async function answerAsked(
  open: OpenDraft,
  text: string,
  drafts: DeskDrafts,
  tools: Pick<DeskTools, 'extract' | 'clock' | 'shelf'>,
): Promise<OpenDraft> {
  const { asked } = open.content;
  const content =
    asked?.type === 'names'
      ? withNames(open.content, text, tools)
      : await withFact(open.content, text, tools);
  return drafts.save(open, { ...content, asked: null }, tools.clock.now());
}

function withNames(content: DeskDraft, text: string, { shelf }: Pick<DeskTools, 'shelf'>): DeskDraft {
  const names = [...new Set(text.split(/[,،\n]/).map((name) => name.trim()))]
    .filter(Boolean)
    .slice(0, MOST_NAMES);
  if (names.length === 0) throw new UserError('names-missing');
  const slug = slugOf(names);
  const id = slug ? freeId(slug, shelf) : content.naming.id;
  return { ...content, naming: { ...content.naming, names, id } };
}

async function withFact(
  content: DeskDraft,
  text: string,
  { extract }: Pick<DeskTools, 'extract'>,
): Promise<DeskDraft> {
  const { draft, more, asked } = content;
  if (!draft) throw new UserError('already-done');
  const sentence = text.trim();
  const at = draft.article.text.indexOf(sentence);
  const source: Article =
    at >= 0
      ? draft.article
      : { id: `article-${more.length + 2}`, text: sentence, outlet: null, link: null, published: null };
  const read = await extract({ ...source, text: sentence });
  const place = (evidence: Evidence) => shifted(evidence, Math.max(at, 0));
  const wanted = asked?.type === 'edit' ? factsOfDraft(draft)[asked.index]?.list : null;
  const found = factsOfDraft(read)
    .filter((f) => (wanted ? f.list === wanted : f.list !== 'summary'))
    .map((f) => ({ ...f, fact: { ...f.fact, evidence: place(f.fact.evidence) } }) as DraftFact);
  const [first] = found;
  if (!first) throw new UserError('no-fact-in-sentence');
  const changed: Draft =
    asked?.type === 'edit' ? replaceDraftFact(draft, asked.index, first) : found.reduce(addFact, draft);
  return { ...content, draft: changed, more: at >= 0 ? more : [...more, source] };
}

function shifted(evidence: Evidence, by: number): Evidence {
  return { ...evidence, start: evidence.start + by, end: evidence.end + by };
}
