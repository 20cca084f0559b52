import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkDraft } from '#draft/check-draft.ts';
import { extractDraft } from '#draft/extract.ts';

const root = resolve(import.meta.dirname, '..', '..');
const read = (text: string) =>
  extractDraft({ id: 'article', text, outlet: null, link: null, published: null });

interface Row {
  text: string;
  figures: [string, number | null, number | null, string, string | null][];
  /** Of each figure, which one it is a part of. */
  parts?: (number | null)[];
  /** Why each figure that is seen is left to the editor. */
  unsettled?: string[];
}

const rows = parse(readFileSync(join(root, 'tests/fixtures/sentences/casualties.yaml'), 'utf8')) as Row[];

describe('casualty figures, sentence by sentence', () => {
  it.each(rows)('$text', ({ text, figures, parts, unsettled }) => {
    const draft = read(`خبر من المدينة\n${text}`);
    expect(draft.casualties.map((c) => [c.kind, c.min, c.max, c.status, c.group])).toEqual(figures);
    if (parts) expect(draft.casualties.map((c) => c.partOf)).toEqual(parts);
    const left = draft.unsettled.filter((u) => u.what === 'casualty').map((u) => u.reason);
    if (unsettled) expect(left).toEqual(unsettled);
    expect(checkDraft(draft)).toEqual([]);
  });
});

describe('a post that is a list', () => {
  it('counts in its first line as in the others, and no headline is told again', () => {
    const lines = [
      '🔴 خمسة قتلى بينهم سيدة في غارة على الحي الشمالي',
      '🔴 قتيل واحد في قصف على الحي الجنوبي',
    ];
    const draft = read(lines.join('\n'));
    expect(draft.casualties.map((c) => [c.kind, c.min, c.group])).toEqual([
      ['killed', 5, null],
      ['killed', 1, 'سيدة'],
      ['killed', 1, null],
    ]);
  });

  it('tells the items of a numbered list apart, whose numbers may be the same', () => {
    const lines = [
      'حوادث اليوم',
      '١- مصرع شخصين بحادث سير على الطريق',
      '٢- شجار يخلف قتيلين وثلاثة جرحى في القضاء',
    ];
    expect(read(lines.join('\n')).casualties.map((c) => [c.kind, c.min])).toEqual([
      ['killed', 2],
      ['killed', 2],
      ['injured', 3],
    ]);
  });

  it('takes the toll under «تحديث» for replaced by the next one', () => {
    const lines = [
      'غارة على البلدة',
      'تحديث ١٤:٢٠',
      'شهيدان وخمسة جرحى',
      'تحديث ١٥:٠٥',
      'الحصيلة النهائية ثلاثة شهداء و7 جرحى',
    ];
    const told = read(lines.join('\n')).casualties.map((c) => [c.kind, c.min, c.status]);
    expect(told).toEqual([
      ['killed', 2, 'historical'],
      ['injured', 5, 'historical'],
      ['killed', 3, 'confirmed'],
      ['injured', 7, 'confirmed'],
    ]);
  });
});

describe('the same number again', () => {
  const counted = (text: string) => read(text).casualties.map((c) => [c.kind, c.min, c.group, c.partOf]);

  it('of the hurt, beside others who died, is of another attack', () => {
    const text =
      'معارك في الشمال\nاستمرت المعارك أمس.\nوقتل جندي نيبالي وأصيب خمسة آخرون في قصف على الثكنة.\nوقالت الشرطة إن أربعة من أفرادها قتلوا وأصيب خمسة آخرون في كمين.';
    expect(counted(text)).toEqual([
      ['killed', 1, 'جندي نيبالي', null],
      ['injured', 5, null, null],
      ['killed', 4, 'أفرادها', null],
      ['injured', 5, null, null],
    ]);
  });

  it('of those who are carried is told again, and no part of an older toll', () => {
    const text =
      'انفجار في السوق\nقتل ستة أشخاص في السوق وأصيب ثمانية.\nوأدت هجمات هذا الشهر إلى مقتل 130 شخصا وإصابة العشرات.\nوقال تاجر إن ثمانية جرحى نقلوا إلى المستشفى.';
    expect(counted(text)).toEqual([
      ['killed', 6, null, null],
      ['injured', 8, null, null],
      ['killed', 130, null, null],
      ['injured', null, null, null],
    ]);
  });
});

describe('a story of remembrance', () => {
  const told = 'وسقطت العبارة في البحر فقضى 140 راكبا. وحضر مئات الأهالي.';
  const read140 = (headline: string) =>
    read(`${headline}\nأقام الأهالي صلاة على الشاطئ.\n${told}`).casualties.map((c) => [c.min, c.status]);

  it('is of the dead of long ago', () => {
    expect(read140('أهالي البلدة يحيون ذكرى ضحايا العبارة')).toEqual([[140, 'historical']]);
  });

  it('but not where others die in it', () => {
    expect(read140('مقتل ثلاثة في إحياء ذكرى ضحايا العبارة')).toContainEqual([140, 'confirmed']);
  });
});

describe('a story of sport', () => {
  const hurt = (told: string) =>
    read(
      `فوز الأهلي على الوحدة 2-1 في الدوري\nفاز الأهلي على الوحدة 2-1 في مباراة الدوري على ملعب المدينة.\n${told}`,
    ).casualties.map((c) => [c.kind, c.min, c.group]);

  it('counts the fans who were hurt, and no players', () => {
    expect(hurt('وأسعف 43 مناصرا أصيبوا بكسور في المدرجات.')).toEqual([['injured', 43, 'مناصرا']]);
    expect(hurt('وأصيب ثلاثة لاعبين في الشوط الثاني.')).toEqual([]);
  });
});

describe('a headline that counts together', () => {
  const toll = (headline: string, body: string) =>
    read(`${headline}\n${body}`).casualties.map((c) => [c.kind, c.min, c.group, c.partOf]);

  it('is the whole of those whom the text counts one by one, and nobody is counted twice', () => {
    const body =
      'قتل ضابط وثلاثة جنود في انفجار لغم.\nوقال الناطق إن الانفجار أسفر عن مقتل ضابط وثلاثة جنود.';
    expect(toll('مقتل أربعة عسكريين في انفجار لغم', body)).toEqual([
      ['killed', 4, 'عسكريين', null],
      ['killed', 1, 'ضابط', 0],
      ['killed', 3, 'جنود', 0],
    ]);
  });

  it('is no whole of others', () => {
    expect(toll('مقتل تسعة في يومين', 'قتل ضابط وثلاثة جنود في انفجار لغم.')).toEqual([
      ['killed', 9, null, null],
      ['killed', 1, 'ضابط', null],
      ['killed', 3, 'جنود', null],
    ]);
  });
});

describe('the Kazakhstan article', () => {
  const draft = read(readFileSync(join(root, 'briefs/kazakhstan/article.txt'), 'utf8'));

  it('drafts to exactly the figures of the brief: the dead of the security forces, the civilians still being counted', () => {
    expect(draft.casualties.map((c) => [c.kind, c.min, c.max, c.status, c.group, c.source])).toEqual([
      ['killed', 16, 16, 'confirmed', 'أفراد قوات الأمن', 'رئيس كازاخستان قاسم جومارت توكاييف'],
      ['killed', null, null, 'pending', 'المدنيين', 'رئيس كازاخستان قاسم جومارت توكاييف'],
    ]);
  });

  it('drafts to exactly the places of the brief', () => {
    expect(draft.places.map((p) => [p.name, p.country]).sort()).toEqual(
      [
        ['ألما آتا', 'KZ'],
        ['روسيا', 'RU'],
        ['كازاخستان', 'KZ'],
        ['موسكو', 'RU'],
        ['نور سلطان', 'KZ'],
      ].sort(),
    );
  });
});
