/** News repeats its words; beyond so many different ones the memory is emptied and begins again. */
const MOST_WORDS = 20_000;

/** Kept where the answer is undefined, so that one look tells. */
const NOTHING = Symbol('nothing');

/** The function with its answers kept by word. The answer must follow from the word alone. */
export function rememberWords<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T | typeof NOTHING>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined) return (kept === NOTHING ? undefined : kept) as T;
    if (known.size >= MOST_WORDS) known.clear();
    const fresh = answer(word);
    known.set(word, fresh === undefined ? NOTHING : fresh);
    return fresh;
  };
}
