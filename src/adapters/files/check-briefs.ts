import type { Stamp } from '#brief/accept-brief.ts';
import type { Brief } from '#brief/brief.ts';
import type { FileFault } from './file-fault.ts';
import { listBriefFolders } from './list-brief-folders.ts';
import { readBriefFolder, sayReadError } from './read-brief-folder.ts';

export interface BriefsRead {
  briefs: Brief[];
  /** Empty where every folder is a brief. */
  faults: FileFault[];
}

/** Reads every brief of the directory once; what is broken is a fault, the others are there. Never throws. */
export async function readBriefs(directory: string, at: number): Promise<BriefsRead> {
  const stamp: Stamp = { at, editor: null, reason: 'imported' };
  let ids: string[];
  try {
    ids = [...(await listBriefFolders(directory)).keys()];
  } catch (error) {
    return { briefs: [], faults: [{ file: directory, line: 1, reason: sayReadError(error) }] };
  }
  const briefs: Brief[] = [];
  const faults: FileFault[] = [];
  for (const id of ids) {
    const folder = await readBriefFolder(directory, id, stamp);
    if (folder.brief) briefs.push(folder.brief);
    faults.push(...folder.faults);
  }
  return { briefs, faults };
}

/** Every fault of the directory's briefs, for `mujaz check`; empty where there is none. */
export async function checkBriefs(directory: string): Promise<FileFault[]> {
  return (await readBriefs(directory, 0)).faults;
}
