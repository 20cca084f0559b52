/** News repeats its words; beyond so many different ones the memory is emptied and begins again. */
const MOST_WORDS = 20_000;

/** The function with its answers kept by word. The answer must follow from the word alone. */
export function rememberWords<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined || known.has(word)) return kept as T;
    if (known.size >= MOST_WORDS) known.clear();
    const fresh = answer(word);
    known.set(word, fresh);
    return fresh;
  };
}
