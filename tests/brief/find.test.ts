import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBriefs } from '#adapters/files/check-briefs.ts';
import { acceptBrief } from '#brief/accept-brief.ts';
import { Shelf } from '#brief/shelf.ts';
import { type BriefWishes, makeBrief } from './make-brief.ts';
import { respell, seededRandom, slip } from './misspell.ts';
import { unrelatedWords } from './unrelated-words.ts';

/** What `find` answers, in one word: the id, the ids, or nothing. */
function answer(shelf: Shelf, query: string): string {
  const found = shelf.find(query);
  if (found.outcome === 'one') return found.brief.id;
  return found.outcome === 'several' ? found.briefs.map((b) => b.id).join(' ') : '';
}

function shelfOf(...wishes: BriefWishes[]): Shelf {
  const shelf = new Shelf();
  wishes.forEach((wish, at) => {
    const acceptance = acceptBrief(makeBrief(wish), { at, editor: null, reason: 'imported' });
    if (!acceptance.accepted) throw new Error(JSON.stringify(acceptance.faults));
    shelf.put(acceptance.brief);
  });
  return shelf;
}

describe('while Kazakhstan is the only brief', () => {
  let shelf: Shelf;
  beforeAll(async () => {
    shelf = new Shelf();
    const { briefs } = await readBriefs(join(import.meta.dirname, '../../briefs'), 0);
    for (const brief of briefs) if (brief.id === 'kazakhstan') shelf.put(brief);
  });

  it.each([
    ['as newspapers write it', 'كازاخستان قازاقستان كازاكستان قازاخستان'],
    ['with «ال» and clitics', 'الكازاخستان بكازاخستان وكازاخستان لكازاخستان وبكازاخستان'],
    [
      'with diacritics, tatweel, directional marks',
      'كَازَاخِسْتَان كـــازاخستـــان \u202eكازاخستان\u202c كازا\u200dخستان',
    ],
    ['with one or two typos', 'كازخستان كازاخستن كازاحستان كزاخستان كازاخسنان كازاخخستان كازاخستتان'],
    ['as an adjective', 'الكازاخستاني كازاخستانية'],
    [
      'in Latin letters',
      'kazakhstan Kazakhstan KAZAKHSTAN kazakstan qazaqstan khazakhstan kazakhistan kazakhstn',
    ],
    ['in Arabizi', 'kaza5stan 2almaty'],
    [
      'its cities',
      'ألماتي الماتي الماتى المااتا ألماآتا Almaty almaty Alma-Ata نورسلطان أستانا استانه Astana',
    ],
    [
      'who acts and speaks',
      'روسيا روسيه الروسية موسكو موسكوا moscow russia بوتين putin Poutine توكاييف توكايف tokayev',
    ],
  ])('finds it %s', (_how, queries) => {
    const missed = queries.split(' ').filter((query) => answer(shelf, query) !== 'kazakhstan');
    expect(missed).toEqual([]);
  });

  it.each([
    'ألما آتا',
    'الما اتا',
    'نور سلطان',
    'نور سلتان',
    'Nur-Sultan',
    'قاسم جومارت توكاييف',
    'فلاديمير بوتين',
    'أخبار كازاخستان اليوم',
    'ماذا حدث في كازاخستان',
    'احتجاجات كازاخستان',
    'the latest news from Kazakhstan',
    'القوة العسكرية الروسية',
    'kaz\u0000akhstan',
    '<b>كازاخستان</b>',
    '`كازاخستان`',
    'كازاخستان 😀',
  ])('finds it by several words: %s', (query) => {
    expect(answer(shelf, query)).toBe('kazakhstan');
  });

  it.each([
    'zzzzqqqq',
    'paris',
    'الصين',
    'باكستان',
    'باكستن',
    'أوزبكستان',
    'tajikistan',
    'oman',
    'kyrgyzstan',
    'كردستان',
    'kazan',
    'روتين',
    'رواية',
    'نور',
    'سلطان',
    'قاسم',
    'أخبار',
    'the',
    '',
    '   ',
    '\u202e',
    '\u0000',
    '😀😀',
    '@everyone',
    '_*[]()~',
    '2022',
    '٢٠٢٢',
  ])('finds nothing for %j', (query) => {
    const found = shelf.find(query);
    expect(found.outcome).toBe('none');
    if (found.outcome === 'none') expect(found.nearest.map((b) => b.id)).toEqual(['kazakhstan']);
  });

  it('finds nothing for 100 kB, whatever they are', () => {
    for (const piece of ['x', 'كازاخستان', '\u202e', '😀', 'ا ', '3\u2019', '\u064e'])
      expect(shelf.find(piece.repeat(Math.ceil(100_000 / piece.length))).outcome).toBe('none');
    expect(shelf.find('3\u2019a'.repeat(130)).outcome).toBe('none');
  });

  it('is found by at least 98 of 100 of 1,000 misspellings and transliterations', () => {
    const random = seededRandom(20_220_110);
    const names = [
      'كازاخستان',
      'قازاقستان',
      'Kazakhstan',
      'Qazaqstan',
      'ألما آتا',
      'ألماتي',
      'Almaty',
      'نور سلطان',
    ];
    const more = ['أستانا', 'Astana', 'روسيا', 'موسكو', 'Moscow', 'بوتين', 'توكاييف', 'فلاديمير بوتين'];
    const missed: string[] = [];
    for (let i = 0; i < 1000; i++) {
      const name = random.pick([...names, ...more]);
      const once = i % 3 === 0 ? respell(name, random) : slip(name, random);
      // Two slips in a short name make another word.
      const query = i % 6 === 1 && name.replace(' ', '').length >= 9 ? slip(once, random) : once;
      if (answer(shelf, query) !== 'kazakhstan') missed.push(`${name} → ${query}`);
    }
    expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(20);
  });

  it('answers none of 1,000 unrelated words', () => {
    const words = unrelatedWords(1000, seededRandom(7));
    expect(words).toHaveLength(1000);
    expect(words.filter((word) => shelf.find(word).outcome !== 'none')).toEqual([]);
  });
});

describe('among several briefs', () => {
  it('the one that has the name answers', () => {
    const shelf = shelfOf(
      { id: 'sudan', names: ['السودان', 'Sudan'], places: ['الخرطوم'] },
      { id: 'south-sudan', names: ['جنوب السودان'], places: ['جوبا'] },
      { id: 'niger', names: ['النيجر'], places: ['نيامي'] },
    );
    expect(answer(shelf, 'سودان')).toBe('sudan');
    expect(answer(shelf, 'للسودان')).toBe('sudan');
    expect(answer(shelf, 'جنوب السودان')).toBe('south-sudan');
    expect(answer(shelf, 'South Sudan')).toBe('south-sudan');
    expect(answer(shelf, 'khartoum')).toBe('sudan');
    expect(answer(shelf, 'النيجر')).toBe('niger');
    expect(answer(shelf, 'نيجيريا')).toBe('');
  });

  it('equally good ones become a choice, the newest first', () => {
    const shelf = shelfOf(
      { id: 'port', headline: 'حريق في المرفأ', names: ['مرفأ بيروت'], places: ['بيروت'] },
      { id: 'banks', headline: 'إضراب المصارف', names: ['مصارف لبنان'], places: ['بيروت'] },
      { id: 'elsewhere', headline: 'قمة في عمّان', names: ['القمة'], actors: ['بيروت'] },
    );
    expect(answer(shelf, 'بيروت')).toBe('banks port');
    expect(answer(shelf, 'Beyrouth')).toBe('banks port');
    expect(answer(shelf, 'مرفأ بيروت')).toBe('port');
    expect(answer(shelf, 'إضراب المصارف في بيروت')).toBe('banks');
  });

  it('a choice is never longer than eight', () => {
    const shelf = shelfOf(...Array.from({ length: 30 }, (_, i) => ({ id: `b${i}`, names: ['حلب'] })));
    const found = shelf.find('حلب');
    expect(found.outcome === 'several' && found.briefs.map((b) => b.id)).toEqual(
      [29, 28, 27, 26, 25, 24, 23, 22].map((i) => `b${i}`),
    );
  });

  it('headlines are found by their words, only if every word is there', () => {
    const shelf = shelfOf({ id: 'g20', headline: 'قمة مجموعة ٢٠ تبحث أسعار القمح', names: ['القمة'] });
    expect(answer(shelf, 'أسعار القمح')).toBe('g20');
    expect(answer(shelf, 'مجموعة 20')).toBe('g20');
    expect(answer(shelf, 'أسعار الذهب')).toBe('');
  });

  it('a brief is found by the country that it happened in', () => {
    const shelf = shelfOf({ id: 'x', names: ['انفجار المرفأ'] });
    expect(answer(shelf, 'الجزائر')).toBe('');
    const brief = makeBrief({ id: 'oran', names: ['انفجار'], places: ['وهران'] });
    for (const place of brief.facts.places) place.country = 'DZ';
    const acceptance = acceptBrief(brief, { at: 0, editor: null, reason: 'imported' });
    if (acceptance.accepted) shelf.put(acceptance.brief);
    expect(answer(shelf, 'الجزائر')).toBe('oran');
    expect(answer(shelf, 'Algerie')).toBe('oran');
  });

  it('what is changed or removed is found no longer by what it was', () => {
    const shelf = shelfOf(
      { id: 'a', names: ['زوبعة'], people: ['هيثم الفلاني'] },
      { id: 'b', names: ['حلب'] },
    );
    expect(answer(shelf, 'زوبعة')).toBe('a');
    expect(answer(shelf, 'الفلاني')).toBe('a');
    const acceptance = acceptBrief(makeBrief({ id: 'a', names: ['عاصفة'] }), {
      at: 9,
      editor: null,
      reason: 'imported',
    });
    if (acceptance.accepted) shelf.put(acceptance.brief);
    expect(answer(shelf, 'زوبعة')).toBe('');
    expect(answer(shelf, 'الفلاني')).toBe('');
    expect(answer(shelf, 'عاصفة')).toBe('a');
    shelf.remove('b');
    expect(answer(shelf, 'حلب')).toBe('');
  });
});
