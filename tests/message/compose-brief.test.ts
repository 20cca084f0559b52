import { describe, expect, it } from 'vitest';
import { decodeAction, encodeAction } from '#message/action.ts';
import { composeView } from '#message/compose-view.ts';
import { textsOf } from '#message/fit.ts';
import type { Message } from '#message/message.ts';
import type { ReaderStyle } from '#message/reader-style.ts';
import { aBrief, spanOf } from '#tests/fakes/a-brief.ts';

const style: ReaderStyle = { digits: 'latin', months: 'double', hijri: false, zone: 'Asia/Riyadh' };
const now = Date.parse('2026-11-22T12:00:00Z');
const view = (
  name: 'brief' | 'quotes' | 'casualties' | 'places' | 'source' | 'changes',
  brief = aBrief(),
) => {
  const message = composeView(name, brief, { style, now });
  if (!message) throw new Error('no view');
  return message;
};
const text = (message: Message) => message.blocks.flatMap(textsOf).join('\n');
const labels = (message: Message) => message.buttons.flat().map((b) => b.label);

describe('the brief', () => {
  it('has headline, day, summary, figures with their sources, quotes with their speakers and places', () => {
    const shown = text(view('brief'));
    for (const words of [
      'فيضانات وادي السلام: 12 قتيلاً وعشرات المفقودين',
      'اليمن · الأحد 22 نوفمبر / تشرين الثاني 2026',
      '12 قتيلاً',
      '30 جريحاً',
      'عشرات المفقودين',
      'وزارة الصحة',
      'سالم النجار، حاكم الوادي',
      'اليمن: وادي السلام',
    ])
      expect(shown).toContain(words);
  });

  it('leads to its parts with their numbers', () => {
    expect(labels(view('brief'))).toEqual(['الاقتباسات 2', 'الضحايا 3', 'المواقع', 'المصدر', 'اشتراك']);
  });

  it('says how strong a claim is', () => {
    expect(text(view('quotes'))).toContain('متحدث باسم شركة السدود (زعم)');
  });

  it('shows in every part the sentence that each fact comes from', () => {
    for (const fact of aBrief().facts.quotes) expect(text(view('quotes'))).toContain(fact.evidence.text);
    for (const fact of aBrief().facts.casualties)
      expect(text(view('casualties'))).toContain(fact.evidence.text);
    for (const fact of aBrief().facts.places) expect(text(view('places'))).toContain(fact.evidence.text);
  });

  it('shows the article whole, with its outlet and link', () => {
    const source = view('source');
    for (const line of aBrief().articles[0]?.text.split('\n') ?? []) expect(text(source)).toContain(line);
    expect(text(source)).toContain('الناشر: صحيفة الوادي');
    expect(source.buttons[0]?.[0]).toMatchObject({ url: 'https://example.org/flood' });
  });

  it('never claims an outlet that the text does not name', () => {
    const brief = aBrief();
    brief.articles = brief.articles.map((a) => ({ ...a, outlet: null, link: null }));
    expect(text(view('source', brief))).toContain('لا يذكر النص اسم ناشره.');
  });

  it('numbers in the chat’s digits, the article’s words as they are', () => {
    const message = composeView('casualties', aBrief(), { style: { ...style, digits: 'arabic' }, now });
    expect(text(message as Message)).toContain('١٢ قتيلاً');
    expect(text(message as Message)).toContain('إن 12 شخصاً قتلوا');
  });

  it('shows an updated figure with the old one and says it on top', () => {
    const old = aBrief().facts.casualties[0];
    if (!old) throw new Error('no figure');
    const brief = aBrief({
      superseded: [{ ...old, id: 'c1-old' }],
      revision: {
        ...aBrief().revision,
        number: 2,
        at: now,
        reason: 'correction',
        changes: [{ kind: 'correction', fact: 'c1', before: '12', after: '18', source: 'وزارة الداخلية' }],
      },
    });
    brief.facts.casualties[0] = { ...old, min: 18, max: 18, supersedes: 'c1-old' };
    expect(text(view('brief', brief))).toContain('18 قتيلاً (صُحِّح، كان 12)');
    expect(text(view('brief', brief))).toContain(
      'تصحيح 15:00: القتلى 18، وكان الخبر يقول 12. بحسب وزارة الداخلية.',
    );
  });

  it('of a retracted brief every view is the notice, and nothing else of it is said', () => {
    const brief = aBrief({ retraction: { reason: 'المصدر غير صحيح', at: now } });
    for (const name of ['brief', 'quotes', 'source'] as const) {
      const shown = text(view(name, brief));
      expect(shown).toContain('سُحب هذا الموجز 15:00. السبب: المصدر غير صحيح');
      expect(shown).not.toContain('30 جريحاً');
    }
  });

  it('puts a part of a toll under the whole', () => {
    const brief = aBrief();
    const dead = brief.facts.casualties[0];
    if (!dead) throw new Error('no figure');
    brief.facts.casualties.push({ ...dead, id: 'c9', min: 3, max: 3, group: 'أطفال', partOf: 'c1' });
    const block = view('brief', brief).blocks.find((b) => b.type === 'figures');
    expect(block?.type === 'figures' && block.rows.map((r) => r.group)).toEqual([
      'دون تحديد',
      'منهم أطفال',
      'دون تحديد',
      'دون تحديد',
    ]);
  });

  it('every button fits every platform and comes back as it went', () => {
    for (const name of ['brief', 'quotes', 'casualties', 'places', 'source'] as const)
      for (const button of view(name).buttons.flat())
        if (button.action) expect(decodeAction(encodeAction(button.action))).toEqual(button.action);
  });
});

it('forged button data is no action', () => {
  for (const data of ['', 'zz', 'b.<script>', 'b.'.repeat(60), 'b.كود', '__proto__', 'constructor.x'])
    expect(decodeAction(data)).toBe(null);
});

it('the fixture’s own evidence is verbatim', () => {
  expect(() => spanOf('وادي السلام')).not.toThrow();
});
