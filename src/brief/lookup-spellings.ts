import { type Spelt, spell, spellingDistance } from '#arabic/spelling-distance.ts';
import { type Sound, soundDistance, soundOf } from '#arabic/transliterate.ts';

/** One way of writing some names, with what stands behind it. */
export interface Spelling<T> {
  key: string;
  of: Set<T>;
}

interface Filed<T> extends Spelling<T> {
  sound: Sound;
  latin: boolean;
  spelt: Spelt;
}

export interface CloseSpelling<T> {
  spelling: Spelling<T>;
  /** See `spellingDistance` and `soundDistance`; a name in the script that was typed is the likelier one. */
  distance: number;
  /** Whether a word of that length may be so far off and still be meant. */
  meant: boolean;
}

/**
 * Spellings that are found by themselves and by what is close to them. Close ones share their consonants but for one
 * or two, or where they are short their letters but for one: each is filed under what remains when those are left
 * out, and so is the query.
 */
export class Spellings<T> {
  readonly #exact = new Map<string, Filed<T>>();
  readonly #drawers = new Map<number, Filed<T>[]>();

  get(key: string): Spelling<T> | undefined {
    return this.#exact.get(key);
  }

  add(key: string, meaning: T): void {
    const known = this.#exact.get(key);
    if (known) {
      known.of.add(meaning);
      return;
    }
    const filed: Filed<T> = {
      key,
      of: new Set([meaning]),
      sound: soundOf(key),
      latin: isLatin(key),
      spelt: spell(key),
    };
    this.#exact.set(key, filed);
    for (const hash of drawersOf(key, filed.sound.skeleton, FILED)) {
      const bucket = this.#drawers.get(hash);
      if (bucket) bucket.push(filed);
      else this.#drawers.set(hash, [filed]);
    }
  }

  remove(key: string, meaning: T): void {
    const filed = this.#exact.get(key);
    if (!filed?.of.delete(meaning) || filed.of.size > 0) return;
    this.#exact.delete(key);
    for (const hash of drawersOf(key, filed.sound.skeleton, FILED)) {
      const bucket = this.#drawers.get(hash);
      const at = bucket?.indexOf(filed) ?? -1;
      if (!bucket || at < 0) continue;
      if (bucket.length === 1) this.#drawers.delete(hash);
      else bucket[at] = bucket.pop() as Filed<T>;
    }
  }

  /**
   * What is close enough to be meant by `key`, or only `slack` further off than that; in no order. `letters`: how many
   * of the key's letters tell it from other words.
   */
  close(key: string, slack: number, letters = key.length): CloseSpelling<T>[] {
    const sound = soundOf(key);
    const latin = isLatin(key);
    const spelt = spell(key);
    const seen = new Set<Filed<T>>();
    const found: CloseSpelling<T>[] = [];
    for (const hash of drawersOf(key, sound.skeleton, TYPED))
      for (const filed of this.#drawers.get(hash) ?? []) {
        if (seen.has(filed)) continue;
        seen.add(filed);
        const sameScript = filed.latin === latin;
        const allowed = sameScript
          ? allowedSlips(Math.min(filed.key.length, letters + 1))
          : allowedMishearing(Math.min(filed.sound.skeleton.length, sound.skeleton.length));
        const distance = sameScript
          ? spellingDistance(spelt, filed.spelt, allowed + slack)
          : soundApart(sound, latin, filed.sound, allowed + slack);
        if (distance === Number.POSITIVE_INFINITY) continue;
        const rank = sameScript ? distance : distance + OTHER_SCRIPT;
        found.push({ spelling: filed, distance: rank, meant: distance <= allowed });
      }
    return found;
  }
}

const OTHER_SCRIPT = 1;

function isLatin(key: string): boolean {
  return /[a-z]/.test(key);
}

/**
 * How far off a name of that many letters may be written, in the units of `spellingDistance`: short ones are soon
 * another name. One slip that is easily made; one of any kind; two easy ones; two.
 */
function allowedSlips(letters: number): number {
  if (letters <= 3) return 0;
  if (letters === 4) return 0.6;
  if (letters === 5) return 1;
  return letters === 6 ? 1.2 : 2;
}

/** The same for names heard across two scripts, by the number of their consonants. */
function allowedMishearing(consonants: number): number {
  if (consonants <= 2) return 0.1;
  if (consonants === 3) return 0.5;
  if (consonants === 4) return 0.8;
  return consonants === 5 ? 1.2 : 1.7;
}

function soundApart(a: Sound, aIsLatin: boolean, b: Sound, limit: number): number {
  return aIsLatin ? soundDistance(b.phones, a.phones, limit) : soundDistance(a.phones, b.phones, limit);
}

/** From this many consonants on one, and two of them may be missing. */
const ONE_MISSING = 4;
const TWO_MISSING = 6;

/**
 * What is short enough to be filed by its letters too, and, with few consonants, long enough to miss one of them
 * and a vowel as well. What was typed may have a letter or a consonant more than the name.
 */
const FILED = { fewConsonants: 3, long: 7 };
const TYPED = { fewConsonants: 5, long: 6 };

/** Hashes of the skeleton, of what remains of it without one or two of its consonants, and of a short key's letters. */
function drawersOf(key: string, skeleton: string, { fewConsonants, long }: typeof FILED): Set<number> {
  const hashes = new Set([hash(skeleton)]);
  if (skeleton.length >= ONE_MISSING || (key.length >= long && skeleton.length > 1))
    for (let i = 0; i < skeleton.length; i++) {
      const one = skeleton.slice(0, i) + skeleton.slice(i + 1);
      hashes.add(hash(one));
      if (skeleton.length < TWO_MISSING) continue;
      for (let j = i; j < one.length; j++) hashes.add(hash(one.slice(0, j) + one.slice(j + 1)));
    }
  if (skeleton.length > fewConsonants || key.length < 4) return hashes;
  hashes.add(hash(`=${key}`));
  for (let i = 0; i < key.length; i++) hashes.add(hash(`=${key.slice(0, i)}${key.slice(i + 1)}`));
  return hashes;
}

/** FNV-1a; a collision only costs a comparison. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
