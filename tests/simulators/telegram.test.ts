import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/fakes/program.ts';
import { loadSimulators, missingSimulators } from './load-simulators.ts';

// biome-ignore lint/suspicious/noExplicitAny: the simulators are JavaScript without declarations
type Simulator = any;

/** The real program against a simulator that checks every request with the published description of the Bot API. */
describe.skipIf(missingSimulators)('the program on a simulated Telegram', () => {
  let tg: Simulator;
  let program: Program;
  const owner = { id: 0 };

  beforeAll(async () => {
    const { TelegramSim } = await loadSimulators();
    tg = await TelegramSim.start();
    owner.id = tg.user({ first_name: 'مالك', language_code: 'ar' });
    const id = typeof owner.id === 'object' ? (owner.id as { id: number }).id : owner.id;
    program = new Program({ ...tg.env, ADMINS: `telegram:${id}` });
    await program.start();
    await tg.waitForBot();
  });
  afterAll(async () => {
    await program?.remove();
    await tg?.close();
  });

  const violations = () =>
    [...tg.violations].filter(
      (v: { kind: string; severity: string }) =>
        v.severity === 'error' || /direction|visible_markup|not_modified/.test(v.kind),
    );

  it.each([
    ['/start', /أهلاً بك/],
    ['/start kazakhstan', /الخلاصة/],
    ['/help', /الأوامر/],
    ['/brief kazakhstan', /16 قتيلاً/],
    ['/brief', /أحدث الموجزات/],
    ['موجز كازاخستان', /الخلاصة/],
    ['/موجز كازاخستان', /الخلاصة/],
    ['kaza5stan', /الخلاصة/],
    ['/brief zzzzqqqq', /لا موجز عندي/],
    ['/brief <b>x</b> _*[]()~` @everyone', /لا موجز عندي/],
    ['/brief \u202e\u0000😀', /./],
    ['/latest', /أحدث الموجزات/],
    ['/subscribe 08:00 القاهرة', /تم الاشتراك/],
    ['/subscribe 99:99', /لم أفهم الوقت/],
    ['/settings', /الإعدادات/],
    ['/status', /الحالة/],
    ['/unsubscribe', /لست مشتركاً|أُلغي/],
    ['/xyz', /لا أعرف الأمر/],
    ['/draft', /للمحررين/],
  ])('%s', async (typed, answer) => {
    const ann = tg.user({ first_name: 'آن', language_code: 'ar' });
    tg.sendText(ann, ann, typed);
    await tg.waitForMessage(ann, answer, 5000);
    expect(violations()).toEqual([]);
  });

  it('every button of a brief, in place, answered once', async () => {
    const ann = tg.user({ first_name: 'آن', language_code: 'ar' });
    tg.sendText(ann, ann, '/brief kazakhstan');
    let message = await tg.waitForMessage(ann, /الخلاصة/, 5000);
    for (const [label, shown] of [
      ['الاقتباسات', /النقاط الساخنة/],
      ['الضحايا', /وتابع أن 16/],
      ['المواقع', /ألما آتا/],
      ['المصدر', /بدوره، قال رئيس كازاخستان/],
      ['الموجز', /الخلاصة/],
    ] as const) {
      const text = message.buttons.flat().find((b: { text: string }) => b.text.startsWith(label)).text;
      await tg.pressButton(ann, message, ann, text).answered;
      message = await tg.waitForContent(ann, shown, 5000);
    }
    tg.forgeCallback?.(ann, message, ann, 'nonsense.<b>');
    await tg.idle?.();
    expect(violations()).toEqual([]);
  });

  it('settings by buttons', async () => {
    const ann = tg.user({ first_name: 'آن', language_code: 'ar' });
    tg.sendText(ann, ann, '/subscribe');
    let message = await tg.waitForMessage(ann, /تم الاشتراك/, 5000);
    for (const [label, shown] of [
      ['تغيير الوقت', /في أي ساعة/],
      ['19:00', /الإعدادات/],
      ['الأيام', /في أي أيام/],
      ['الجمعة', /في أي أيام/],
      ['رجوع', /الإعدادات/],
      ['الأرقام', /الإعدادات/],
    ] as const) {
      const text = message.buttons.flat().find((b: { text: string }) => b.text.includes(label)).text;
      await tg.pressButton(ann, message, ann, text).answered;
      message = await tg.waitForContent(ann, shown, 5000);
    }
    expect(violations()).toEqual([]);
  });

  it('inline mode offers the brief', async () => {
    const ann = tg.user({ first_name: 'آن', language_code: 'ar' });
    const answer = await tg.inlineQuery(ann, 'kazakhstan');
    expect(JSON.stringify(answer?.results ?? answer)).toContain('كازاخستان');
    expect(violations()).toEqual([]);
  });

  it('in groups, channels and topics', async () => {
    const ann = tg.user({ first_name: 'آن', language_code: 'ar' });
    const group = tg.addBotToGroup({ type: 'supergroup', title: 'غرفة' }, { by: ann });
    tg.sendText(group, ann, '/brief kazakhstan');
    await tg.waitForMessage(group, /الخلاصة/, 5000);
    const forum = tg.addBotToGroup(
      { type: 'supergroup', title: 'منتدى', is_forum: true },
      { by: ann, admin: true },
    );
    const topic = tg.createTopic(forum, 'أخبار');
    tg.sendText(forum, ann, '/brief kazakhstan', { thread: topic.message_thread_id ?? topic });
    await tg.waitForMessage(forum, /الخلاصة/, 5000);
    const channel = tg.addBotToGroup({ type: 'channel', title: 'قناة' }, { by: ann, admin: true });
    tg.channelPost(channel, '/brief kazakhstan');
    await tg.waitForMessage(channel, /الخلاصة/, 5000);
    expect(violations()).toEqual([]);
  });

  it('faults: 429, 5xx and a broken connection; the next question is answered', async () => {
    const ann = tg.user({ first_name: 'آن', language_code: 'ar' });
    for (const fault of [{ status: 429, retryAfter: 1 }, { status: 502 }, { reset: true }]) {
      tg.fault({ method: /^send/, times: 1, ...fault });
      tg.sendText(ann, ann, '/help');
    }
    tg.sendText(ann, ann, '/brief Almaty');
    await tg.waitForMessage(ann, /الخلاصة/, 15_000);
    expect(violations().filter((v: { kind: string }) => v.kind !== 'rate_limit')).toEqual([]);
  });

  it('drafts, publishes, pushes and corrects for its owner; every copy shows the last revision', async () => {
    const readers = Array.from({ length: 12 }, () => tg.user({ first_name: 'قارئ', language_code: 'ar' }));
    for (const reader of readers) tg.sendText(reader, reader, '/subscribe 08:00');
    for (const reader of readers) await tg.waitForMessage(reader, /تم الاشتراك/, 10_000);
    const me = owner.id;
    const article =
      'حريق في ميناء عدن يوقع ضحايا.\nقالت وزارة الصحة إن 7 من عمال الميناء قتلوا في عدن صباح الأحد.';
    tg.sendText(me, me, `/draft ${article}`);
    const draft = await tg.waitForMessage(me, /مسودة/, 5000);
    await tg.pressButton(me, draft, me, 'نشر وإرسال').answered;
    for (const reader of readers) await tg.waitForMessage(reader, /7 قتلى/, 15_000);
    tg.sendText(me, me, '/facts عدن');
    const facts = await tg.waitForMessage(me, /المعلومات/, 5000);
    const number = /(\d+)\. 7 قتلى/.exec(facts.text.replace(/[\u200e\u200f\u2066-\u2069]/g, ''))?.[1];
    tg.sendText(me, me, `/correct عدن ${number} قالت وزارة الداخلية إن 9 من عمال الميناء قتلوا`);
    const preview = await tg.waitForMessage(me, /7 ← 9/, 5000);
    await tg.pressButton(me, preview, me, 'تأكيد').answered;
    for (const reader of readers) await tg.waitForContent(reader, /9 قتلى/, 20_000);
    expect(violations()).toEqual([]);
  }, 60_000);
});
