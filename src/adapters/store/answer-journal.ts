import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * Lines that are in the system's hands when `append` returns: a process that is killed leaves them. Only what a power
 * failure of the last moments can cost is not guarded against; that is what the database itself is for.
 */
export class AnswerJournal {
  readonly #file: string;
  #descriptor: number | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** What an earlier process left; a line that was being written when it ended is left out. */
  left(): unknown[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    return lines.slice(0, -1).map((line) => JSON.parse(line) as unknown);
  }

  append(entry: unknown): void {
    this.#descriptor ??= openSync(this.#file, 'a');
    writeSync(this.#descriptor, `${JSON.stringify(entry)}\n`);
  }

  /** The entries are elsewhere now, but for `still`. */
  empty(still: readonly unknown[]): void {
    if (this.#descriptor === null && !existsSync(this.#file)) return;
    this.#descriptor ??= openSync(this.#file, 'a');
    ftruncateSync(this.#descriptor);
    for (const entry of still) this.append(entry);
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}
