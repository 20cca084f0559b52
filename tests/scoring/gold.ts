import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CasualtyKind, CasualtyStatus, PlaceRole } from '#draft/fact.ts';

export interface GoldQuote {
  text: string;
  speaker: string | null;
  speaker_aliases?: string[];
  optional?: boolean;
}

export interface GoldCasualty {
  kind: CasualtyKind;
  min: number | null;
  max: number | null;
  status: CasualtyStatus;
  group: string | null;
  evidence: string;
  optional?: boolean;
  any_status?: boolean;
}

export interface GoldPlace {
  name: string;
  aliases?: string[];
  country: string | null;
  role: PlaceRole;
  role_any?: boolean;
  optional?: boolean;
}

/** The annotation of an article, as its `NAME.gold.json` has it. */
export interface Gold {
  kind: string;
  headline: string;
  quotes: GoldQuote[];
  not_quotes: string[];
  casualties: GoldCasualty[];
  locations: GoldPlace[];
  not_locations?: string[];
  summary_must_mention: string[];
}

export interface AnnotatedArticle {
  name: string;
  text: string;
  gold: Gold;
}

/** Every `NAME.txt` of the folder that has a `NAME.gold.json`, by name. */
export function readAnnotatedArticles(folder: string): AnnotatedArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.gold.json'.length);
      return {
        name,
        text: readFileSync(join(folder, `${name}.txt`), 'utf8'),
        gold: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold,
      };
    });
}

/** The third of the articles that is only measured: nobody reads them or their misses while writing rules. */
export function isHeldOut(name: string): boolean {
  const match = /^(?:dev|post)-(\d+)/.exec(name);
  return match !== null && Number(match[1]) % 3 === 0;
}
