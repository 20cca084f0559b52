import type { Brief } from '#brief/brief.ts';
import { briefCode } from '#brief/brief-code.ts';
import type { Found, Library } from '#brief/library.ts';

/** A library that finds a brief by one of its names, exactly. */
export function aLibrary(briefs: Brief[]): Library {
  return {
    get: (id) => briefs.find((b) => b.id === id),
    byCode: (code) => briefs.find((b) => briefCode(b.id) === code),
    latest: (limit) => briefs.slice(0, limit),
    find(query): Found {
      const found = briefs.filter((b) => b.id === query || b.names.includes(query));
      if (found.length > 1) return { outcome: 'several', briefs: found };
      return found[0]
        ? { outcome: 'one', brief: found[0] }
        : { outcome: 'none', nearest: briefs.slice(0, 1) };
    },
  };
}
