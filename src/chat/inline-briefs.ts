import type { Brief } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import type { Library } from '#brief/library.ts';
import { action } from '#message/action.ts';
import { composeBrief, type ViewContext } from '#message/compose-brief.ts';
import { fitPage, type MessageLimits } from '#message/fit.ts';
import type { Message, Subject } from '#message/message.ts';

/** A brief that a reader can send into any chat without leaving it. */
export interface InlineChoice {
  /** ASCII, at most 64 bytes: brief code and revision; see `subjectOfChoice`. */
  id: string;
  title: string;
  description: string;
  message: Message;
}

/** How many are offered at once. */
const OFFERED = 10;

/** The best briefs for the words, the newest where there are none; none of those that were withdrawn. */
export function inlineBriefs(
  library: Library,
  words: string,
  context: ViewContext,
  limits: MessageLimits,
): InlineChoice[] {
  return findBriefs(library, words)
    .filter((brief) => brief.retraction === null)
    .slice(0, OFFERED)
    .map((brief) => ({
      id: `${briefCode(brief.id)}.${brief.revision.number}`,
      title: brief.headline,
      description: brief.facts.summary[0]?.text ?? '',
      message: fitPage(composeBrief(brief, context), limits, 1),
    }));
}

function findBriefs(library: Library, words: string): Brief[] {
  if (words.trim() === '') return library.latest(OFFERED);
  const found = library.find(words);
  if (found.outcome === 'one') return [found.brief];
  return found.outcome === 'several' ? found.briefs : [];
}

/** What a chosen message shows; null for an id that is none of ours, or a brief that is no longer there. */
export function subjectOfChoice(id: string, library: Library): Subject | null {
  const [code = '', revision = ''] = id.split('.');
  const brief = library.byCode(code);
  if (!brief || !/^\d+$/.test(revision)) return null;
  return { brief: brief.id, revision: Number(revision), view: action('brief', code) };
}
