import { stripDirections } from '#arabic/directions.ts';
import { foldForSearch } from '#arabic/fold.ts';
import type { CommandInfo } from './commands.ts';

/** A command found in what was typed, and all that follows it. */
export interface ParsedCommand {
  command: CommandInfo;
  rest: string;
}

/** Finds commands by any of their names; spelling, case and diacritics make no difference. */
export class CommandIndex {
  readonly #byName = new Map<string, CommandInfo>();
  readonly #words: { folded: string; command: CommandInfo }[] = [];

  constructor(commands: readonly CommandInfo[]) {
    for (const command of commands) {
      this.#byName.set(command.name, command);
      this.#byName.set(foldForSearch(command.arabic), command);
      for (const word of [...command.words, command.arabic.replaceAll('_', ' ')])
        this.#words.push({ folded: foldForSearch(word), command });
    }
    // The longest words first, so that «إلغاء الاشتراك» is not taken for a shorter one.
    this.#words.sort((a, b) => b.folded.length - a.folded.length);
  }

  byName(name: string): CommandInfo | undefined {
    return this.#byName.get(foldForSearch(stripDirections(name)));
  }

  /** A plain text that begins with a command: `/موجز كازاخستان`, «موجز كازاخستان», `/brief kazakhstan`. */
  inText(text: string): ParsedCommand | null {
    const clean = stripDirections(text).trim();
    if (clean.startsWith('/')) {
      const [, name = '', rest = ''] = /^\/\s?(\S*)\s*([\s\S]*)$/.exec(clean) ?? [];
      const command = this.byName(name);
      return command ? { command, rest } : null;
    }
    for (const { folded, command } of this.#words) {
      const length = prefixLength(clean, folded);
      if (length > 0) return { command, rest: clean.slice(length).trimStart() };
    }
    return null;
  }
}

/** How much of `text` folds to exactly `folded` and ends a word there; 0 where it does not begin with it. */
function prefixLength(text: string, folded: string): number {
  const longest = folded.length * 3 + 8;
  const end = Math.min(text.length, longest);
  for (let i = folded.length; i <= end; i++) {
    if (i < text.length && /[\p{L}\p{M}\p{N}]/u.test(text[i] as string)) continue;
    const head = foldForSearch(text.slice(0, i)).replace(/\s+/g, ' ');
    if (head === folded) return i;
    if (head.length > folded.length) return 0;
  }
  return 0;
}
