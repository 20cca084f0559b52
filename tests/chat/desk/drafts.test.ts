import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBrief } from '#tests/fakes/a-brief.ts';
import { aNewsroom } from '#tests/fakes/a-newsroom.ts';
import { Conversation } from '#tests/fakes/conversation.ts';

let room: Awaited<ReturnType<typeof aNewsroom>>;
let owner: Conversation;
let publisher: Conversation;
let editor: Conversation;
let reader: Conversation;

const ARTICLE =
  'حريق في مرجان يوقع ضحايا كثيرين. قالت وزارة الصحة إن 7 من عمال الميناء قتلوا. قال سالم النجار: "لم نر مثله".';

function talk() {
  const person = (id: string) => new Conversation(room.chat, 'private', id, id);
  [owner, publisher, editor, reader] = [person('1'), person('2'), person('3'), person('4')];
}

beforeEach(async () => {
  room = await aNewsroom([aBrief()]);
  talk();
});
afterEach(async () => {
  expect(room.logged).toEqual([]);
  await room.close();
});

describe('roles', () => {
  it.each([
    '/draft',
    '/push flood',
    '/correct flood 4 نص',
    '/retract flood سبب',
    '/stats',
    '/admins',
    '/audit',
  ])('%s is not for readers', async (typed) => {
    expect(await reader.type(typed)).toBe('هذا الأمر للمحررين.');
  });

  it('an owner makes an editor a publisher, and takes it back; a button that is still there does nothing then', async () => {
    expect(await editor.type('/push flood')).toBe('هذا الأمر للمحررين.');
    expect(await owner.type('/admins web:3 ناشر')).toBe('صار web:3 ناشراً.');
    await editor.type('/push flood');
    await owner.type('/admins web:3 حذف');
    await editor.press('إرسال');
    expect(editor.toasts).toEqual(['هذا الأمر للمحررين.']);
    expect(await room.store.jobs.open(Number.MAX_SAFE_INTEGER)).toEqual([]);
    expect(await owner.type('/audit')).toContain('web:1 · صلاحية');
  });

  it('nonsense after /admins gets an example', async () => {
    expect(await owner.type('/admins فلان')).toContain('اكتب هكذا: /admins telegram:1001 ناشر');
  });
});

describe('a draft', () => {
  it.each(['/draft', '/update flood', ''])(
    'of a file that is no text is refused by name, typed «%s»',
    async (typed) => {
      const pdf = { text: '', from: 'unreadable', origin: 'report.pdf' } as const;
      expect(await editor.type(typed, pdf)).toBe(
        'الملف «report.pdf» ليس نصاً. أرسل المقال في ملف txt أو الصقه هنا.',
      );
      expect(await room.store.drafts.all()).toEqual([]);
    },
  );

  it('shows each fact with its sentence, is published, and readers find it', async () => {
    const shown = await publisher.type(`/draft ${ARTICLE}`);
    expect(shown).toContain('7 قتلى: عمال الميناء (بحسب وزارة الصحة)');
    expect(shown).toContain('«لم نر مثله» — سالم النجار');
    expect(publisher.labels.slice(0, 3)).toEqual(['نشر', 'نشر وإرسال', 'إلغاء']);
    expect(await publisher.press('نشر')).toContain('نُشر «حريق في مرجان يوقع ضحايا كثيرين.» (النسخة 1)');
    expect(await reader.type('/brief مرجان')).toContain('7 قتلى');
    expect(await owner.type('/audit')).toContain('web:2 · نشر');
  });

  it('is put right by buttons: a fact removed, one added by its sentence, other names', async () => {
    await publisher.type(`/draft ${ARTICLE}`);
    await publisher.press('حذف معلومة');
    await publisher.press('4');
    expect(publisher.last).not.toContain('«لم نر مثله»');
    await publisher.press('إضافة معلومة');
    expect(await publisher.type('قالت الشرطة إن 2 من رجال الإطفاء قتلوا.')).toContain('رجال الإطفاء');
    await publisher.press('الأسماء');
    expect(await publisher.type('مرجان، Marjan')).toContain('يُعثر عليه باسم: مرجان، Marjan · معرّفه: marjan');
    await publisher.press('نشر');
    const brief = room.shelf.get('marjan');
    expect(brief?.facts.casualties.map((c) => [c.min, c.evidence.article])).toEqual([
      [7, 'article'],
      [2, 'article-2'],
    ]);
  });

  it('is put right by its sentence: a figure edited in its place', async () => {
    await publisher.type(`/draft ${ARTICLE}`);
    await publisher.press('تعديل معلومة');
    await publisher.press('5');
    expect(await publisher.type('قالت وزارة الصحة إن 9 من عمال الميناء قتلوا.')).toContain(
      '9 قتلى: عمال الميناء',
    );
    expect(publisher.last).not.toContain('7 قتلى: عمال الميناء');
    await publisher.press('نشر');
    expect(room.shelf.latest(1)[0]?.facts.casualties.map((c) => c.min)).toEqual([9]);
  });

  it('a sentence without a fact is refused, and the draft stays', async () => {
    await publisher.type(`/draft ${ARTICLE}`);
    await publisher.press('إضافة معلومة');
    expect(await publisher.type('الطقس جميل اليوم جداً')).toContain('لم أقرأ في الجملة');
    expect(await publisher.type('قالت الشرطة إن 2 من رجال الإطفاء قتلوا.')).toContain('رجال الإطفاء');
  });

  it('is collected over several messages until «تم»', async () => {
    expect(await publisher.type('/draft')).toContain('أرسل نص المقال');
    await publisher.type('حريق في مرجان يوقع ضحايا كثيرين.');
    expect(await publisher.type('قالت وزارة الصحة إن 7 من عمال الميناء قتلوا.')).toContain(
      'وصل من النص رسالتان',
    );
    expect(await publisher.press('تم')).toContain('7 قتلى');
  });

  it('is offered when an editor forwards a post, and never to a reader', async () => {
    const post = { text: ARTICLE, from: 'forward', origin: 'قناة مرجان' } as const;
    expect(await editor.type('', post)).toBe('هل أصنع من هذا النص مسودة؟');
    expect(await editor.press('مسودة')).toContain('7 قتلى');
    await reader.type('وادي السلام', post);
    expect(reader.last).not.toContain('مسودة');
  });

  it('of a picture whose caption is the command and the article holds the article once', async () => {
    const caption = { text: `/draft ${ARTICLE}`, from: 'caption', origin: null } as const;
    await publisher.type(`/draft ${ARTICLE}`, caption);
    await publisher.press('نشر');
    const [brief] = room.shelf.latest(1);
    expect(brief?.articles.map((article) => article.text)).toEqual([ARTICLE]);
  });

  it('of a reply to a picture without a text is refused with the reason, and none is begun', async () => {
    const picture = { text: '', from: 'reply', origin: null } as const;
    expect(await publisher.type('/draft', picture)).toContain('لا نص في الرسالة التي رددت عليها');
    expect(await publisher.type('/update flood', picture)).toContain('لا نص في الرسالة التي رددت عليها');
    expect(await publisher.type(`/draft ${ARTICLE}`)).toContain('7 قتلى');
  });

  it('collects what is typed in answer to an older message, not that message', async () => {
    await publisher.type('/draft');
    const older = { text: 'رسالة قديمة لا شأن لها بالخبر.', from: 'reply', origin: null } as const;
    await publisher.type(ARTICLE, older);
    expect(await publisher.press('تم')).toContain('7 قتلى');
    expect(publisher.last).not.toContain('رسالة قديمة');
  });

  it('is one at a time, and says so', async () => {
    await publisher.type(`/draft ${ARTICLE}`);
    expect(await publisher.type(`/draft ${ARTICLE}`)).toContain('عندك مسودة مفتوحة');
    expect(await publisher.press('إلغاء')).toBe('أُلغي.');
    expect(await publisher.type(`/draft ${ARTICLE}`)).toContain('7 قتلى');
  });

  it('of an editor waits for a publisher', async () => {
    await editor.type(`/draft ${ARTICLE}`);
    expect(await editor.press('نشر')).toBe('ينتظر موافقة ناشر آخر.');
    expect(await reader.type('/brief مرجان')).toContain('لا موجز');
    await publisher.type('/draft');
    expect(publisher.messages[0]?.blocks[0]).toMatchObject({ text: 'مسودة من web:3 تنتظر موافقتك.' });
    await publisher.press('موافقة ونشر');
    expect(await reader.type('/brief مرجان')).toContain('7 قتلى');
  });

  it('with SECOND_EDITOR is never approved by who wrote it', async () => {
    await room.close();
    room = await aNewsroom([], { secondEditor: true });
    talk();
    await publisher.type(`/draft ${ARTICLE}`);
    await publisher.press('نشر');
    await owner.type('/draft');
    const approve = owner.messages[0]?.buttons[0]?.[0]?.action ?? null;
    await publisher.act(approve);
    expect(publisher.toasts.at(-1)).toContain('لا يوافق على المسودة من كتبها');
    await owner.act(approve);
    expect(await reader.type('/brief مرجان')).toContain('7 قتلى');
  });

  it('two presses at once publish one brief', async () => {
    await publisher.type(`/draft ${ARTICLE}`);
    const press = publisher.messages.at(-1)?.buttons[0]?.[0]?.action ?? null;
    await Promise.all([publisher.act(press), publisher.act(press)]);
    expect(room.shelf.latest(10).filter((b) => b.headline.includes('مرجان'))).toHaveLength(1);
  });

  it('a button of an older state does nothing', async () => {
    await publisher.type(`/draft ${ARTICLE}`);
    const old = publisher.messages.at(-1)?.buttons[0]?.[0]?.action ?? null;
    await publisher.press('حذف معلومة');
    await publisher.press('4');
    await publisher.act(old);
    expect(publisher.toasts.at(-1)).toContain('تغيّرت المسودة');
    expect(room.shelf.size).toBe(1);
  });

  it.each([
    ['too short', 'نص قصير', 'أقصر من أن يكون خبراً'],
    ['a link', 'https://example.org/news/1', 'لا أفتح الروابط'],
    ['English', 'This is an article in English only, about a fire.', 'لا نص عربياً'],
    ['over 1 MB', 'كلمة '.repeat(200_001), 'النص طويل جداً'],
  ])('a text that is %s is refused, and the next is taken', async (_, text, answer) => {
    expect(
      await publisher.type(`/draft ${text}`).then((t) => (t.includes('تم') ? publisher.press('تم') : t)),
    ).toBeDefined();
    expect([publisher.last, ...publisher.toasts].join()).toContain(answer);
    expect(await publisher.type(`/draft ${ARTICLE}`)).toContain('7 قتلى');
  });
});
