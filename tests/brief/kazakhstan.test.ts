import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBriefs } from '#adapters/files/check-briefs.ts';
import type { Brief } from '#brief/brief.ts';

const root = join(import.meta.dirname, '../..');
const seed = join(root, '../shared/seed/kazakhstan.txt');

describe('briefs/kazakhstan', () => {
  let brief: Brief;
  beforeAll(async () => {
    const { briefs, faults } = await readBriefs(join(root, 'briefs'), 0);
    expect(faults).toEqual([]);
    const found = briefs.find((b) => b.id === 'kazakhstan');
    if (!found) throw new Error('briefs/kazakhstan did not load');
    brief = found;
  });

  it.skipIf(!existsSync(seed))('keeps the article byte for byte (skipped where ../shared is absent)', () => {
    expect(readFileSync(join(root, 'briefs/kazakhstan/article.txt')).equals(readFileSync(seed))).toBe(true);
  });

  it('was published on a Monday, by the editor’s knowledge, in an outlet that it does not claim to know', () => {
    expect(brief.published).toEqual({ date: '2022-01-10', knownFrom: 'editor' });
    expect(Temporal.PlainDate.from('2022-01-10').dayOfWeek).toBe(1);
    expect(brief.articles).toEqual([
      expect.objectContaining({ id: 'article', outlet: null, link: null, published: brief.published }),
    ]);
  });

  it('sums the story up in four or five sentences of the article', () => {
    const { summary } = brief.facts;
    expect([4, 5]).toContain(summary.length);
    for (const { text } of summary) expect(brief.articles[0]?.text).toContain(text);
    const all = summary.map((s) => s.text).join('\n');
    for (const word of [
      'ستنتهي قريباً',
      'محاولة انقلاب',
      'استعادة النظام',
      '16 من أفراد قوات الأمن',
      'قيد التحقيق',
      'المناطق الغربية',
      'الغاز',
      'إقالة الحكومة',
      'الطوارئ',
    ])
      expect(all).toContain(word);
  });

  it('has the ten quotes of Putin and no words that only stand in quotation marks', () => {
    const { quotes } = brief.facts;
    expect(quotes).toHaveLength(10);
    for (const quote of quotes) {
      expect(quote.speaker).toEqual({ name: 'فلاديمير بوتين', role: 'الرئيس الروسي' });
      expect(quote.evidence.text).toContain(`"${quote.text}"`);
      expect(quote.evidence.text).toContain(quote.verb);
      expect(['النقاط الساخنة', 'مجموعة منفردة', 'الإرهابيين']).not.toContain(quote.text);
    }
    expect(new Set(quotes.map((q) => q.text)).size).toBe(10);
  });

  it('says sixteen of the security forces were killed, and that the civilian dead are still being counted', () => {
    const figures = brief.facts.casualties.map(({ kind, min, max, status, group, source }) => ({
      kind,
      min,
      max,
      status,
      group,
      source,
    }));
    expect(figures).toEqual([
      {
        kind: 'killed',
        min: 16,
        max: 16,
        status: 'confirmed',
        group: 'أفراد قوات الأمن',
        source: 'توكاييف',
      },
      { kind: 'killed', min: null, max: null, status: 'pending', group: 'مدنيون', source: 'توكاييف' },
    ]);
  });

  it('happened in Kazakhstan, Almaty and the capital; Russia and Moscow act', () => {
    const places = brief.facts.places.map(({ name, country, role, note }) => [name, country, role, note]);
    expect(places).toEqual([
      ['كازاخستان', 'KZ', 'event', null],
      ['ألما آتا', 'KZ', 'event', null],
      ['نور سلطان', 'KZ', 'event', 'العاصمة'],
      ['روسيا', 'RU', 'actor', null],
      ['موسكو', 'RU', 'actor', null],
    ]);
  });
});
