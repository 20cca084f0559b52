import { listBriefFolders } from '#adapters/files/list-brief-folders.ts';
import { BriefsWatcher } from '#adapters/files/watch-briefs.ts';
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
export async function keepBriefs(parts: BriefParts): Promise<BriefsWatcher> {
  const { directory, shelf, store, clock, logger } = parts;
  for (const brief of await store.briefs.newest()) shelf.put(brief);
  const tools = { shelf, briefs: store.briefs, logger };
  const removed = (id: string) => {
    // What was published or changed in chat does not end with a folder.
    if (shelf.get(id)?.revision.editor !== null) return;
    shelf.remove(id);
    logger.info({ brief: id }, 'the folder of a brief is gone; it is no longer in service');
  };
  const watcher = new BriefsWatcher({
    directory,
    clock,
    logger,
    listener: { accepted: (brief, basedOn) => importBrief(brief, basedOn, tools), removed },
  });
  await watcher.start();
  await removeOrphans(directory, shelf, removed);
  logger.info({ briefs: shelf.size }, 'briefs in service');
  return watcher;
}

/** Folders that were deleted while the program was down. */
async function removeOrphans(directory: string, shelf: Shelf, removed: (id: string) => void): Promise<void> {
  const folders = await listBriefFolders(directory).catch(() => null);
  // An unreadable directory says nothing about its folders; the watcher has reported it.
  if (folders) for (const { id } of shelf.latest(shelf.size)) if (!folders.has(id)) removed(id);
}
