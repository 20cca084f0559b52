import { createRequire } from 'node:module';
import { loosenName } from './place-spelling.ts';
import { rememberWords } from './remember-words.ts';

export interface Country {
  iso2: string;
  name: string;
  variants: string[];
  capital?: string[];
  /** Forms of its adjective without «ال»: «لبناني», «لبنانية», «لبنانيون» … */
  nisba: string[];
}

let loaded: { list: Country[]; byNisba: Map<string, string> } | null = null;

function load() {
  if (loaded) return loaded;
  // Read at the first draft, not when the program starts.
  const list = (createRequire(import.meta.url)('./data/countries.json') as { countries: Country[] })
    .countries;
  const byNisba = new Map<string, string>();
  for (const country of list)
    for (const form of country.nisba) {
      const key = loosenName(form);
      if (!byNisba.has(key)) byNisba.set(key, country.iso2);
    }
  loaded = { list, byNisba };
  return loaded;
}

export function countries(): readonly Country[] {
  return load().list;
}

/** The country of a nationality adjective (loosened, with or without «ال» and clitics): «اللبنانية» → LB. */
export const countryOfNisba = rememberWords((word: string): string | undefined => {
  const { byNisba } = load();
  const direct = byNisba.get(word);
  if (direct) return direct;
  const bare = word.replace(/^[وف]?(?:[بك]?ال|لل)(?=.{3})/, '');
  return bare === word ? undefined : byNisba.get(bare);
});

let names: ReadonlySet<string> | null = null;

/** Whether a place is a country, by any of its names. */
export const isCountryName = rememberWords((place: string): boolean => {
  names ??= new Set(load().list.flatMap(({ name, variants }) => [name, ...variants].map(loosenName)));
  return names.has(loosenName(place));
});
