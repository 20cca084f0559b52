import type { Brief } from '#brief/brief.ts';
import type { BriefStore } from '#brief/brief-store.ts';
import { compareBriefs } from '#brief/compare-briefs.ts';
import type { Shelf } from '#brief/shelf.ts';
import type { Logger } from '#shared/logger.ts';

export interface ImportTools {
  shelf: Shelf;
  briefs: BriefStore;
  logger: Logger;
}

/**
 * Brings a brief that stands in a folder into service. What readers have from a chat is never silently overwritten:
 * a file that was changed without knowing of a newer revision made in chat is refused, with both shown.
 */
export async function importBrief(read: Brief, basedOn: number | null, tools: ImportTools): Promise<void> {
  const { shelf, briefs, logger } = tools;
  const current = shelf.get(read.id);
  if (current?.revision.contentHash === read.revision.contentHash) return;
  if (current && current.revision.editor !== null && basedOn !== current.revision.number) {
    const known = await briefs.history(read.id);
    if (known.some((revision) => revision.contentHash === read.revision.contentHash)) return;
    const differences = compareBriefs(current, read);
    logger.error(
      {
        brief: read.id,
        revision: current.revision.number,
        basedOn,
        editor: current.revision.editor,
        differences,
      },
      'the changed file is refused: a newer revision was made in chat; export it, merge, and set its revision',
    );
    return;
  }
  const standing = shelf.put(read);
  const saved = await briefs.save(standing);
  if (saved === 'conflict')
    logger.error(
      { brief: read.id, revision: standing.revision.number },
      'another process has published this revision',
    );
  else logger.info({ brief: read.id, revision: standing.revision.number }, 'brief imported');
}
