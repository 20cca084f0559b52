import ZONES from './data/zones.json' with { type: 'json' };
import { foldForSearch } from './fold.ts';

const NAMES = new Map<string, string>();
for (const { zone, city, names } of ZONES)
  for (const name of [city, ...names, zone.split('/').at(-1) ?? '']) {
    const key = keyOf(name);
    if (!NAMES.has(key)) NAMES.set(key, zone);
  }

/** The platform's own name for a zone, the same for all its links. Throws RangeError where there is no such zone. */
const canonical = (zone: string) =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

let listed: Map<string, (typeof ZONES)[number]> | null = null;

/** Made when it is first asked for: the zones' canonical names cost a start more than all the rest of this file. */
function listedZone(zone: string): (typeof ZONES)[number] | undefined {
  listed ??= new Map(ZONES.map((entry) => [canonical(entry.zone), entry]));
  return listed.get(canonical(zone));
}

const NOISE = new Set(['بتوقيت', 'توقيت', 'في', 'مدينة', 'zone', 'time'].map((w) => foldForSearch(w)));
const LONGEST_NAME = 4;

function keyOf(name: string): string {
  return foldForSearch(name.replaceAll('_', ' '))
    .replace(/^ال(?=.{3})/, '')
    .trim();
}

/** A zone found at the beginning of some words, and how many of the words it took. */
export interface FoundZone {
  zone: string;
  words: number;
}

/** The zone that the words begin with: an IANA name, or a city or country in Arabic or Latin. Null where none is. */
export function readZone(words: readonly string[]): FoundZone | null {
  let start = 0;
  while (NOISE.has(foldForSearch(words[start] ?? ''))) start++;
  const iana = ianaZone(words[start] ?? '');
  if (iana) return { zone: iana, words: start + 1 };
  for (let n = Math.min(LONGEST_NAME, words.length - start); n > 0; n--) {
    const zone = NAMES.get(keyOf(words.slice(start, start + n).join(' ')));
    if (zone) return { zone, words: start + n };
  }
  return null;
}

function ianaZone(word: string): string | null {
  if (!word.includes('/') && word.toUpperCase() !== 'UTC') return null;
  try {
    return listedZone(word)?.zone ?? canonical(word);
  } catch {
    return null;
  }
}

/** The name of a zone after «بتوقيت»: «الرياض». For zones without a city in the list, CLDR's name. */
export function zoneName(zone: string): string {
  const city = listedZone(zone)?.city;
  if (city) return city;
  const parts = new Intl.DateTimeFormat('ar', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(
    0,
  );
  const name = parts.find((p) => p.type === 'timeZoneName')?.value ?? zone;
  return name.replace(/^توقيت /, '');
}

/** The zones offered by buttons, those of most readers first. */
export const OFFERED_ZONES: readonly string[] = [
  'Asia/Riyadh',
  'Africa/Cairo',
  'Asia/Dubai',
  'Asia/Baghdad',
  'Asia/Amman',
  'Asia/Beirut',
  'Africa/Khartoum',
  'Africa/Tunis',
  'Africa/Algiers',
  'Africa/Casablanca',
  'Europe/Istanbul',
  'Europe/London',
];
