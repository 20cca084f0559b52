import { readFileSync } from 'node:fs';
import isoCountries from 'i18n-iso-countries';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { countries, countryOfNisba } from '#arabic/countries.ts';

const data = (file: string) => JSON.parse(readFileSync(`src/arabic/data/${file}.json`, 'utf8'));

describe('the data files', () => {
  test.each(['places', 'countries', 'geo', 'common-words', 'dates', 'summary', 'story-kinds'])(
    '%s.json keeps to its schema',
    (file) => {
      const schema = z.fromJSONSchema(data(`schema/${file}.schema`));
      const result = schema.safeParse(data(file));
      expect(result.error?.issues ?? []).toEqual([]);
    },
  );

  test('every country code is one of ISO 3166-1, or XK', () => {
    const codes = [...countries().map((c) => c.iso2), ...Object.keys(data('places').places)];
    const wrong = codes.filter((code) => code !== '*' && code !== 'XK' && !isoCountries.isValid(code));
    expect(wrong).toEqual([]);
  });

  test('the names of countries are those of the platform, or a name of the same country', () => {
    const platform = new Intl.DisplayNames('ar', { type: 'region' });
    const loose = (name: string) => name.replace(/[أإآ]/g, 'ا').replace(/[\u064b-\u0652]|^ال/g, '');
    const named = countries().map((c) => ({
      code: c.iso2,
      names: [c.name, ...c.variants].map(loose),
      platform: loose(platform.of(c.iso2) ?? ''),
    }));
    const elsewhere = named.filter((c) =>
      named.some((other) => other.code !== c.code && other.names.includes(c.platform)),
    );
    expect(elsewhere).toEqual([]);
    const agreeing = named.filter((c) => c.names.includes(c.platform)).length;
    expect(agreeing / named.length).toBeGreaterThan(0.85);
  });

  test('no place is written twice in one country', () => {
    const twice: string[] = [];
    for (const [code, types] of Object.entries<Record<string, string[]>>(data('places').places)) {
      const names = Object.values(types)
        .flat()
        .flatMap((line) => line.split(' = '));
      const seen = new Set<string>();
      for (const name of names) {
        if (seen.has(name)) twice.push(`${code} ${name}`);
        seen.add(name);
      }
    }
    expect(twice).toEqual([]);
  });
});

describe('nationality adjectives', () => {
  test.each([
    ['اللبنانيه', 'LB'],
    ['روسي', 'RU'],
    ['والمصريين', 'EG'],
    ['للفرنسيين', 'FR'],
  ])('%s → %s', (word, country) => expect(countryOfNisba(word)).toBe(country));
  test('«المدينة» is none', () => expect(countryOfNisba('المدينه')).toBeUndefined());
});
