import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import type { Stamp } from '#brief/accept-brief.ts';
import type { Brief } from '#brief/brief.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { type FileFault, sayFileFault } from './file-fault.ts';
import { listBriefFolders, markOfFolder } from './list-brief-folders.ts';
import { readBriefFolder, sayReadError } from './read-brief-folder.ts';

/** How long the files must be at rest before they are read: an editor's "save" is several events. Milliseconds. */
const REST = 200;
/** Looked at this often even without an event: file systems over a network send none. Milliseconds. */
const PATROL = 30_000;

/** Hears what became of the files. What is broken is not taken back: its last good revision stays in service. */
export interface BriefsListener {
  /** A folder's brief, new or changed. `basedOn`: the revision it was exported from, null where it says none. */
  accepted(brief: Brief, basedOn: number | null): void | Promise<void>;
  /** The folder is gone. */
  removed(id: string): void | Promise<void>;
}

export interface WatchedBriefs {
  directory: string;
  clock: Clock;
  logger: Logger;
  listener: BriefsListener;
}

/** Keeps a listener up to date with the folders under `briefs/`, without a restart. */
export class BriefsWatcher {
  readonly #options: WatchedBriefs;
  /** What each folder looked like when it was last read. */
  readonly #marks = new Map<string, string>();
  /** Folders whose brief the listener holds. */
  readonly #held = new Set<string>();
  readonly #faults = new Map<string, readonly FileFault[]>();
  #watcher: FSWatcher | null = null;
  #cancelRest: (() => void) | null = null;
  #cancelPatrol: (() => void) | null = null;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: WatchedBriefs) {
    this.#options = options;
  }

  /** What is broken now, by file. */
  get faults(): FileFault[] {
    return [...this.#faults.values()].flat();
  }

  /** Reads all briefs, and begins to watch; resolves when every good one has been handed over. */
  async start(): Promise<void> {
    this.#watch();
    this.#patrol();
    await this.look();
  }

  /** Stops watching; resolves when a look that is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelRest?.();
    this.#cancelPatrol?.();
    this.#watcher?.close();
    this.#watcher = null;
    await this.#looking;
  }

  /** Reads what has changed since the last look. Looks never overlap. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look());
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { directory, logger } = this.#options;
    let folders: Map<string, string>;
    try {
      folders = await listBriefFolders(directory);
    } catch (error) {
      this.#report('', [{ file: directory, line: 1, reason: sayReadError(error) }]);
      return;
    }
    this.#report('', []);
    for (const [id, mark] of folders) if (this.#marks.get(id) !== mark) await this.#read(id, mark);
    for (const id of [...this.#marks.keys()]) {
      if (folders.has(id)) continue;
      this.#marks.delete(id);
      this.#report(id, []);
      if (!this.#held.delete(id)) continue;
      logger.info({ brief: id }, 'brief removed, its folder is gone');
      await this.#tell(id, () => this.#options.listener.removed(id));
    }
  }

  async #read(id: string, mark: string): Promise<void> {
    const { directory, clock, logger, listener } = this.#options;
    const stamp: Stamp = { at: clock.now(), editor: null, reason: 'imported' };
    const folder = await readBriefFolder(directory, id, stamp);
    // Written to while it was being read: it is read again once it is at rest.
    if ((await markOfFolder(join(directory, id))) !== mark) return this.#rest();
    this.#marks.set(id, mark);
    this.#report(id, folder.faults);
    if (!folder.brief) return;
    const { brief, basedOn } = folder;
    this.#held.add(id);
    logger.debug({ brief: id }, 'brief read');
    await this.#tell(id, () => listener.accepted(brief, basedOn));
  }

  /** A listener that fails with one brief still hears of the others. */
  async #tell(id: string, hand: () => void | Promise<void>): Promise<void> {
    try {
      await hand();
    } catch (error) {
      this.#options.logger.error({ brief: id, err: error }, 'brief could not be taken over from its folder');
    }
  }

  #report(id: string, faults: readonly FileFault[]): void {
    const known = (this.#faults.get(id) ?? []).map(sayFileFault);
    if (faults.length === 0) this.#faults.delete(id);
    else this.#faults.set(id, faults);
    for (const fault of faults)
      if (!known.includes(sayFileFault(fault)))
        this.#options.logger.error({ ...fault }, 'brief refused, what was in service before stays');
  }

  #watch(): void {
    if (this.#stopped || this.#watcher) return;
    try {
      const watcher = watch(this.#options.directory, { recursive: true }, () => this.#rest());
      watcher.on('error', (error) => {
        this.#options.logger.warn(
          { err: error },
          'briefs are no longer watched, only looked at now and then',
        );
        watcher.close();
        if (this.#watcher === watcher) this.#watcher = null;
      });
      this.#watcher = watcher;
    } catch (error) {
      this.#options.logger.debug({ err: error }, 'briefs cannot be watched yet');
    }
  }

  #rest(): void {
    if (this.#stopped) return;
    this.#cancelRest?.();
    this.#cancelRest = this.#options.clock.after(REST, () => this.#lookInBackground());
  }

  #patrol(): void {
    if (this.#stopped) return;
    this.#cancelPatrol = this.#options.clock.after(PATROL, () => {
      this.#watch();
      this.#lookInBackground();
      this.#patrol();
    });
  }

  #lookInBackground(): void {
    this.look().catch((error) => this.#options.logger.error({ err: error }, 'looking at the briefs failed'));
  }
}
