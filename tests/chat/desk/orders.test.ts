import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { action } from '#message/action.ts';
import { aBrief } from '#tests/fakes/a-brief.ts';
import { aNewsroom } from '#tests/fakes/a-newsroom.ts';
import { Conversation } from '#tests/fakes/conversation.ts';

let room: Awaited<ReturnType<typeof aNewsroom>>;
let owner: Conversation;
let publisher: Conversation;
let editor: Conversation;
let reader: Conversation;

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

describe('a push', () => {
  it('is followed to its end by the same message after a restart, and not beyond', async () => {
    await publisher.type('/push flood');
    await publisher.press('إرسال');
    const [job] = await room.store.jobs.open(Number.MAX_SAFE_INTEGER);
    await room.store.jobs.advance(job?.id ?? 0, { state: 'sending' }, Date.parse('2026-11-25T09:00:01Z'));
    await room.restart();
    await room.pass(4000);
    await room.pass(0);
    expect(room.edits.map((e) => e.receipt.chat.id)).toEqual(['2']);
    await room.store.jobs.advance(job?.id ?? 0, { state: 'done' }, Date.parse('2026-11-25T09:00:05Z'));
    await room.pass(4000);
    await room.pass(0);
    expect(JSON.stringify(room.edits.at(-1)?.message)).toContain('لا مشترك يُرسل إليه.');
    await room.restart();
    await room.pass(60_000);
    expect(room.edits).toHaveLength(2);
  });

  it('for later is followed by the message that announced it, from its time on', async () => {
    await publisher.type('/push flood 15:00');
    await publisher.press('إرسال');
    await room.pass(60_000);
    expect(room.edits).toEqual([]);
    const [job] = await room.store.jobs.scheduled();
    await room.pass((job?.at ?? 0) - Date.parse('2026-11-25T09:01:00Z'));
    await room.store.jobs.advance(job?.id ?? 0, { state: 'done' }, job?.at ?? 0);
    await room.pass(4000);
    await room.pass(4000);
    expect(JSON.stringify(room.edits.at(-1)?.message)).toContain('لا مشترك يُرسل إليه.');
  });

  it('to a few chats is reported as soon as it is done, and not edited before', async () => {
    await publisher.type('/push flood');
    await publisher.press('إرسال');
    await room.pass(1000);
    await room.pass(0);
    expect(room.edits).toEqual([]);
    await publisher.type('/push flood');
    await publisher.press('إرسال');
    const jobs = await room.store.jobs.open(Number.MAX_SAFE_INTEGER);
    await room.store.jobs.advance(
      jobs.at(-1)?.id ?? 0,
      { state: 'done' },
      Date.parse('2026-11-25T09:00:01Z'),
    );
    await room.pass(1000);
    await room.pass(0);
    expect(room.edits).toHaveLength(1);
  });

  it('shows the brief and the recipients first, then one message that follows it', async () => {
    await publisher.type('/push flood');
    expect(publisher.messages[0]?.blocks[0]).toMatchObject({ text: aBrief().headline });
    expect(publisher.last).toContain('لا مشتركين بعد');
    expect(await publisher.press('إرسال')).toBe('بدأ التنفيذ.');
    const [job] = await room.store.jobs.open(Number.MAX_SAFE_INTEGER);
    expect(job).toMatchObject({ kind: 'push', brief: 'flood', revision: 1, by: 'web:2' });
    await room.store.jobs.advance(job?.id ?? 0, { state: 'done' }, Date.parse('2026-11-25T09:00:02Z'));
    await room.pass(4000);
    await room.pass(0);
    expect(JSON.stringify(room.edits.at(-1)?.message)).toContain('لا مشترك يُرسل إليه.');
    await room.pass(10_000);
    expect(room.edits).toHaveLength(1);
  });

  it('at a time of the editor’s zone can be cancelled before it begins', async () => {
    await publisher.type('/push flood 18:30');
    expect(publisher.last).toContain('سيُرسل 18:30.');
    await publisher.press('إرسال');
    expect(await room.store.jobs.scheduled()).toMatchObject([{ at: Date.parse('2026-11-25T15:30:00Z') }]);
    expect(await publisher.press('إلغاء')).toBe('أُلغي الإرسال قبل أن يبدأ.');
    expect(await room.store.jobs.scheduled()).toEqual([]);
  });

  it.each([
    ['/push flood 08:00', 'الوقت 08:00 مضى اليوم'],
    ['/push flood غداً', 'لم أفهم الوقت «غداً»'],
    ['/push مجهول', 'لا موجز عندي عن «مجهول»'],
  ])('%s is refused', async (typed, answer) => {
    expect(await publisher.type(typed)).toContain(answer);
  });

  it('is ordered once, however often and by whomever it is confirmed', async () => {
    await publisher.type('/push flood');
    const press = publisher.messages.at(-1)?.buttons[0]?.[0]?.action ?? null;
    await Promise.all([publisher.act(press), owner.act(press), publisher.act(press)]);
    expect(await room.store.jobs.open(Number.MAX_SAFE_INTEGER)).toHaveLength(1);
  });
});

describe('a correction', () => {
  it('is read from its sentence, previewed as old and new, and orders every copy to be put right', async () => {
    await reader.type('/brief flood');
    expect(await publisher.type('/facts flood')).toContain('4. 12 قتيلاً: دون تحديد (بحسب وزارة الصحة)');
    expect(await publisher.type('/correct flood 4 قالت وزارة الداخلية إن 18 قتلوا')).toBe(
      'القتلى: 12 ← 18، بحسب وزارة الداخلية. وصل الخبر إلى محادثة واحدة.',
    );
    await publisher.press('تأكيد');
    expect(await reader.type('/brief flood')).toContain('18 قتيلاً (صُحِّح، كان 12)');
    expect(reader.last).toContain('تصحيح 12:00: القتلى 18، وكان الخبر يقول 12. بحسب وزارة الداخلية.');
    expect(await room.store.jobs.open(Number.MAX_SAFE_INTEGER)).toMatchObject([
      { kind: 'correction', brief: 'flood', revision: 2, before: 1 },
    ]);
  });

  it.each([
    ['/correct flood 4 لا أرقام هنا أبداً', 'لم أقرأ في الجملة رقماً للضحايا'],
    ['/correct flood 99 قالت الوزارة إن 3 قتلوا', 'لا معلومة برقم 99. في الموجز 7'],
    ['/correct flood 1 قالت الوزارة إن 3 قتلوا', 'جملة من الخلاصة'],
    ['/correct flood 4', 'اكتب الموجز ثم رقم المعلومة'],
    ['/correct flood', 'اكتب الموجز ثم رقم المعلومة'],
    ['/correct flood 4 قالت وزارة الصحة إن 12 قتلوا', 'الجملة تقول ما هو منشور'],
  ])('%s is refused with the reason', async (typed, answer) => {
    expect(await publisher.type(typed)).toContain(answer);
    expect(room.shelf.get('flood')?.revision.number).toBe(1);
  });

  it('of a sentence with two figures asks which', async () => {
    expect(
      await publisher.type('/correct flood ٤ قالت وزارة الداخلية إن 18 قتلوا، ثم قالت الشرطة إن 19 قتلوا'),
    ).toContain('أيّها تقصد');
    expect(await publisher.press('19')).toContain('12 ← 19');
    await publisher.press('تأكيد');
    expect(room.shelf.get('flood')?.facts.casualties[0]).toMatchObject({ min: 19, source: 'الشرطة' });
  });

  it('confirmed by two at once is made once', async () => {
    await publisher.type('/correct flood 4 قالت وزارة الداخلية إن 18 قتلوا');
    const press = publisher.messages.at(-1)?.buttons[0]?.[0]?.action ?? null;
    await Promise.all([publisher.act(press), owner.act(press)]);
    expect(room.shelf.get('flood')?.revision.number).toBe(2);
    expect(await room.store.jobs.open(Number.MAX_SAFE_INTEGER)).toHaveLength(1);
  });

  it('previewed on a brief that has changed since is refused', async () => {
    await publisher.type('/correct flood 4 قالت وزارة الداخلية إن 18 قتلوا');
    await owner.type('/correct flood 4 قالت وزارة الداخلية إن 20 قتلوا');
    await owner.press('تأكيد');
    await publisher.press('تأكيد');
    expect(publisher.toasts.at(-1)).toContain('تغيّر الموجز منذ عرض هذه المعاينة');
    expect(room.shelf.get('flood')?.facts.casualties[0]?.min).toBe(20);
  });
});

describe('an update', () => {
  const text = 'ارتفعت الحصيلة مساء. قالت وزارة الداخلية إن 18 قتلوا.';

  it('asks what each figure that differs is, and sends only the change', async () => {
    expect(await publisher.type(`/update flood ${text}`)).toContain(
      'القتلى: المنشور 12 (وزارة الصحة)، وفي النص الجديد 18 (وزارة الداخلية)',
    );
    await publisher.press('نشر وإرسال');
    expect(publisher.toasts.at(-1)).toContain('احسم أولاً');
    await publisher.press('حصيلة لاحقة');
    expect(publisher.labels.join()).toContain('✓ 1. حصيلة لاحقة');
    await publisher.press('نشر وإرسال');
    expect(room.shelf.get('flood')?.facts.casualties[0]).toMatchObject({ id: 'c1', min: 18 });
    expect(await room.store.jobs.open(Number.MAX_SAFE_INTEGER)).toMatchObject([
      { kind: 'push', revision: 2, before: 1 },
    ]);
    expect(await publisher.type('/history flood')).toContain('القتلى: 12 ← 18');
  });

  it('by an editor is published by a publisher', async () => {
    await editor.type(`/update flood ${text}`);
    await editor.press('رقم مصدر آخر');
    await editor.press('نشر');
    expect(editor.toasts.at(-1)).toBe('هذا الأمر للمحررين.');
    const press = editor.messages.at(-1)?.buttons.at(-1)?.[0]?.action ?? null;
    await publisher.act(press);
    expect(room.shelf.get('flood')?.facts.casualties.map((c) => c.min)).toEqual([12, 30, null, 18]);
  });

  it('a figure that was wrong is put right in every copy too', async () => {
    await publisher.type(`/update flood ${text}`);
    await publisher.press('1. تصحيح');
    await publisher.press('نشر');
    expect(await room.store.jobs.open(Number.MAX_SAFE_INTEGER)).toMatchObject([
      { kind: 'correction', revision: 2 },
    ]);
  });

  it.each([
    ['/update flood', 'اكتب الموجز ثم النص الجديد'],
    ['/update flood https://example.org/news/2', 'لا أفتح الروابط'],
    ['/update flood English only text here', 'لا نص عربياً'],
  ])('%s is refused', async (typed, answer) => {
    expect(await publisher.type(typed)).toContain(answer);
  });
});

describe('a retraction', () => {
  it('takes the place of the brief everywhere, with its reason as it was written', async () => {
    await reader.type('/brief flood');
    expect(await publisher.type('/retract flood المصدر «غير صحيح» <b>*')).toContain(
      'السبب: المصدر «غير صحيح» <b>*',
    );
    await publisher.press('تأكيد');
    expect(await reader.type('/brief flood')).toContain(
      'سُحب هذا الموجز 12:00. السبب: المصدر «غير صحيح» <b>*',
    );
    expect(reader.last).not.toContain('30 جريحاً');
    expect(await room.store.jobs.open(Number.MAX_SAFE_INTEGER)).toMatchObject([
      { kind: 'retraction', revision: 2 },
    ]);
  });

  it('needs a reason, and happens once', async () => {
    expect(await publisher.type('/retract flood')).toContain('اكتب سبب السحب');
    await publisher.type('/retract flood سبب');
    await publisher.press('تأكيد');
    expect(await publisher.type('/retract flood سبب')).toContain('هذا الموجز مسحوب');
  });
});

it('statistics say what readers asked for', async () => {
  await room.store.statistics.asked('flood');
  await room.store.statistics.notFound('زلزال', 1);
  expect(await publisher.type('/stats')).toContain(`${aBrief().headline} (1)`);
  expect(publisher.last).toContain('«زلزال» (1)');
});

it('a button that nobody has any more says so', async () => {
  for (const name of ['draft', 'push', 'correct', 'retract', 'update', 'admins'] as const) {
    await owner.act(action(name, 'go', 'nobody'));
    expect(owner.toasts.at(-1)).toMatch(/نُفّذ هذا من قبل|تغيّر/);
  }
});
