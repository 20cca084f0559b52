import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/fakes/program.ts';
import { loadSimulators, missingSimulators } from './load-simulators.ts';

// biome-ignore lint/suspicious/noExplicitAny: the simulators are JavaScript without declarations
type Simulator = any;
type Shown = {
  text: string;
  buttons: { text: string }[];
  edits: unknown[];
  message_id: number;
  deleted?: number;
};

const QUESTION = '/brief kazakhstan';

/** Servers that are old or new, places where the bot may speak and where not, and what modified clients send. */
describe.skipIf(missingSimulators).each([
  ['knows rich messages', false],
  ['knows only texts with entities', true],
])('the program on a simulated Telegram that %s', (_, isOld) => {
  let tg: Simulator;
  let program: Program;

  beforeAll(async () => {
    const { TelegramSim } = await loadSimulators();
    tg = await TelegramSim.start();
    if (isOld)
      tg.fault({ method: 'sendRichMessage', status: 404, description: 'Not Found: method not found' });
    program = new Program(tg.env);
    await program.start();
    await tg.waitForBot();
  });
  afterAll(async () => {
    await program?.remove();
    await tg?.close();
  });

  const person = () => tg.user({ first_name: 'آن', language_code: 'ar' });
  let judged = 0;
  /** What the simulator has found wrong since the last look; the pace is faster than people's, so 429s are none. */
  const faults = (...expected: string[]) => {
    const all = [...tg.violations].slice(judged);
    judged += all.length;
    return all.filter((v: { kind: string }) => !['rate_limit', ...expected].includes(v.kind));
  };
  const label = (message: Shown, start: string) =>
    message.buttons.find((b) => b.text.startsWith(start))?.text ?? `no button ${start}`;

  it('every part of a brief by its buttons, in one message', async () => {
    const ann = person();
    tg.sendText(ann, ann, QUESTION);
    let message: Shown = await tg.waitForMessage(ann, /الخلاصة/, 5000);
    for (const [start, shown] of [
      ['الاقتباسات', /الجملة في المقال/],
      ['الضحايا', /وتابع أن 16/],
      ['المواقع', /ألما آتا/],
      ['المصدر', /بدوره، قال رئيس كازاخستان/],
      ['الموجز', /الخلاصة/],
    ] as const) {
      await tg.pressButton(ann, message, ann, label(message, start)).answered;
      message = await tg.waitForContent(ann, shown, 5000);
    }
    const delivered = tg.messages(ann, { from: 'bot' }).filter((m: Shown) => !m.deleted);
    if (!isOld) expect(delivered).toHaveLength(1);
    expect(delivered.every((m: { rich?: unknown }) => (m.rich === undefined) === isOld)).toBe(true);
    expect(faults()).toEqual([]);
  });

  it('two presses at once, forged data, a press under a deleted message', async () => {
    const ann = person();
    tg.sendText(ann, ann, QUESTION);
    const message: Shown = await tg.waitForMessage(ann, /الخلاصة/, 5000);
    const places = label(message, 'المواقع');
    const pressed = [tg.pressButton(ann, message, ann, places), tg.pressButton(ann, message, ann, places)];
    await Promise.all(pressed.map((p) => p.answered));
    for (const data of ['nonsense.<b>', 'b.gone0000', 'q', '\u202e', 'C.1.2.3'])
      await tg.forgeCallback(ann, message, ann, data).answered;
    message.deleted = Date.now();
    await tg.pressButton(ann, { ...message, deleted: undefined }, ann, 'الموجز').answered;
    await tg.waitForMessage(ann, /الخلاصة/, 5000);
    expect(faults()).toEqual([]);
  });

  it('inline: a brief into any chat, its buttons there, and nothing for words without a brief', async () => {
    const ann = person();
    expect((await tg.inlineQuery(ann, 'zzzzqqqq')).results).toEqual([]);
    const answer = await tg.inlineQuery(ann, 'كازاخستان');
    const group = tg.chat({ type: 'supergroup', title: 'غرفة بلا بوت' });
    const sent: Shown = tg.chooseInlineResult(ann, answer, 0, group);
    expect(sent.text).toMatch(/الخلاصة/);
    await tg.pressButton(group, sent, person(), label(sent, 'المواقع')).answered;
    expect(sent.text).toMatch(/ألما آتا/);
    expect(faults()).toEqual([]);
  });

  it('groups: silent to talk, awake to commands, replies and its name; topics stay topics', async () => {
    const ann = person();
    const group = tg.addBotToGroup({ type: 'group', title: 'غرفة' }, { by: ann });
    tg.sendText(group, ann, 'صباح الخير جميعاً');
    tg.sendText(group, ann, '/brief@other_bot kazakhstan');
    const asked = tg.sendText(group, ann, `${QUESTION.replace('brief', 'brief@sim_news_bot')}`);
    const answer: Shown & { reply_to?: number } = await tg.waitForMessage(group, /الخلاصة/, 5000);
    expect(answer.reply_to).toBe(asked.message_id);
    tg.sendText(group, ann, 'ألماتي', { replyTo: answer.message_id });
    await tg.waitForMessage(group, /الخلاصة/, 5000);
    await tg.idle();
    expect(tg.messages(group, { from: 'bot' })).toHaveLength(2);
    const forum = tg.addBotToGroup({ type: 'supergroup', title: 'منتدى', is_forum: true }, { by: ann });
    const topic = tg.createTopic(forum, 'أخبار').message_thread_id;
    tg.sendText(forum, ann, QUESTION, { thread: topic });
    expect((await tg.waitForMessage(forum, /الخلاصة/, 5000)).thread).toBe(topic);
    expect(faults()).toEqual([]);
  });

  it('a group that becomes a supergroup keeps its subscription; strangers cannot change it', async () => {
    const [admin, stranger] = [person(), person()];
    const group = tg.addBotToGroup({ type: 'group', title: 'غرفة' }, { by: admin, members: [stranger.id] });
    tg.sendText(group, stranger, '/subscribe 08:00');
    await tg.waitForMessage(group, /إلا مشرفوها/, 5000);
    tg.sendText(group, admin, '/subscribe 08:00');
    await tg.waitForMessage(group, /تم الاشتراك/, 5000);
    const supergroup = tg.migrateToSupergroup(group);
    await tg.idle();
    tg.sendText(supergroup, admin, '/status');
    expect((await tg.waitForMessage(supergroup, /الحالة/, 5000)).text).toMatch(/08:00/);
    expect(faults()).toEqual([]);
  });

  it('where it may not speak, or was blocked, others are served on', async () => {
    const [ann, bob] = [person(), person()];
    const channel = tg.addBotToGroup(
      { type: 'channel', title: 'قناة' },
      { by: ann, admin: { can_post_messages: false } },
    );
    tg.channelPost(channel, QUESTION);
    tg.sendText(bob, bob, QUESTION);
    tg.block(bob);
    tg.sendText(ann, ann, QUESTION);
    await tg.waitForMessage(ann, /الخلاصة/, 5000);
    expect(faults('forbidden')).toEqual([]);
    tg.unblock(bob);
    tg.sendText(bob, bob, QUESTION);
    await tg.waitForMessage(bob, /الخلاصة/, 5000);
  });

  it('lost answers, 5xx and resets: each question is answered exactly once', async () => {
    const people = Array.from({ length: 12 }, person);
    tg.fault({ method: /^send/, p: 0.3, seed: 3, times: 12, resetAfter: true });
    tg.fault({ method: /^send/, p: 0.3, seed: 4, times: 12, status: 502 });
    tg.fault({ method: 'getUpdates', times: 2, status: 500 });
    for (const one of people) tg.sendText(one, one, '/help');
    for (const one of people) await tg.waitForMessage(one, /الأوامر/, 15_000);
    await tg.idle();
    const counts = people.map((one) => tg.messages(one, { from: 'bot' }).length);
    expect(counts).toEqual(people.map(() => 1));
    expect(faults('not_modified')).toEqual([]);
  }, 40_000);
});
