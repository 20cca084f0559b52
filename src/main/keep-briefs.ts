import { sayFileFault } from '#adapters/files/file-fault.ts';
import { listBriefFolders } from '#adapters/files/list-brief-folders.ts';
import { readBriefFolder, sayReadError } from '#adapters/files/read-brief-folder.ts';
import type { Shelf } from '#brief/shelf.ts';
import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { importBrief } from './import-briefs.ts';

interface BriefParts {
  directory: string;
  shelf: Shelf;
  store: Pick<Store, 'briefs'>;
  clock: Clock;
  logger: Logger;
}

/** Puts the briefs of the store and of the folder into service, and keeps them there as the files change. */
export async function keepBriefs(parts: BriefParts): Promise<{ stop(): Promise<void> }> {
  const { directory, shelf, store, clock, logger } = parts;
  for (const brief of await store.briefs.newest()) shelf.put(brief);
  const tools = { shelf, briefs: store.briefs, logger };
  const read = async (id: string) => {
    const stamp = { at: clock.now(), editor: null, reason: 'imported' } as const;
    const folder = await readBriefFolder(directory, id, stamp);
    if (folder.brief) return importBrief(folder.brief, folder.basedOn, tools);
    for (const fault of folder.faults)
      logger.error(
        { brief: id, fault: sayFileFault(fault) },
        'a brief is refused; its last good revision stays',
      );
  };
  try {
    for (const id of (await listBriefFolders(directory)).keys()) await read(id);
  } catch (error) {
    logger.error({ directory, reason: sayReadError(error) }, 'the briefs folder cannot be read');
  }
  logger.info({ briefs: shelf.size }, 'briefs in service');
  return { stop: async () => {} };
}
