import { describe, expect, it } from 'vitest';
import { extractDraft } from '#draft/extract.ts';
import { composeDraft } from '#message/compose-draft.ts';
import { DEFAULT_STYLE } from '#message/reader-style.ts';

const ARTICLE = [
  'إصابة 30 عاملا في تصادم حافلتين قرب سوسة',
  'أصيب 30 عاملا في تصادم حافلتين تنقلهم إلى مصنع قرب سوسة أمس الأحد.',
  'وقال مدير المستشفى الجهوي حاتم الزواري: "استقبلنا الحالات الحرجة أولا".',
  'وأضاف أن سبعة من المصابين في العناية المركزة.',
].join('\n');

function shown(published: string | null, text = ARTICLE): string {
  const draft = extractDraft({
    id: 'article',
    text,
    outlet: null,
    link: null,
    published: published === null ? null : { date: published, knownFrom: 'editor' },
  });
  const { blocks } = composeDraft(
    { draft, id: null, names: [], version: 0 },
    { ...DEFAULT_STYLE, zone: 'UTC' },
    [],
  );
  return blocks
    .flatMap((block) => {
      if (block.type === 'facts') return block.facts.map(({ text }) => text);
      if (block.type === 'list') return block.items;
      return 'text' in block ? [block.text] : [];
    })
    .join('\n');
}

describe('a draft as an editor reads it', () => {
  it('says what kind of story it is, who speaks in which office, and of which figure one is a part', () => {
    const text = shown('2025-04-21');
    expect(text).toContain('النوع: حوادث');
    expect(text).toContain('— حاتم الزواري، مدير المستشفى الجهوي');
    expect(text).toMatch(/7 جرحى.* — جزء من \d/);
    expect(text).toContain('حاتم الزواري — مدير المستشفى الجهوي');
  });

  it('shows the days with their dates, and says where the day of publication is wanting', () => {
    expect(shown('2025-04-21')).toMatch(/أمس الأحد: .*20 أبريل/);
    expect(shown(null)).toContain('أمس الأحد: لا يُعرف تاريخه دون يوم النشر');
  });

  it('says that there is no figure only where none is unsettled either', () => {
    expect(shown(null, 'افتتح الوزير المعرض السنوي للكتاب في قسنطينة.')).toContain(
      'لا أرقام للضحايا في النص.',
    );
    const open = shown(null, 'سقط أكثر من 40 بين قتيل وجريح في انهيار مدرج في قسنطينة.');
    expect(open).not.toContain('لا أرقام للضحايا');
    expect(open).toMatch(/لا رقم محسوماً[\s\S]*غير محسوم[\s\S]*قتلى وجرحى في رقم واحد/);
  });
});
