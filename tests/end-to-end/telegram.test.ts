import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/fakes/program.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';

let tg: FakeTelegram;
let program: Program;

beforeAll(async () => {
  tg = await FakeTelegram.start();
  program = new Program({ ...tg.env, ADMINS: 'telegram:77' });
  await program.start();
});
afterAll(async () => {
  await program.remove();
  await tg.close();
});

const FLOOD = 'فيضان في وادي السلام.\nقالت وزارة الصحة إن 12 شخصاً قتلوا في وادي السلام.';
const floodYaml = (min: number) => `headline: فيضان في وادي السلام
names: [وادي السلام, Wadi Salam]
kind: disaster
casualties:
  - { kind: killed, min: ${min}, max: 12, status: confirmed, source: وزارة الصحة, evidence: "قالت وزارة الصحة إن 12 شخصاً قتلوا في وادي السلام." }
`;

describe('the program on Telegram', () => {
  it('answers /brief kazakhstan in Arabic, with the toll and who says it', async () => {
    const ann = tg.user();
    tg.sendText(ann, '/brief kazakhstan');
    const answer = await tg.nextMessage(ann, /كازاخستان/);
    for (const words of [
      'الخلاصة',
      '16 قتيلاً',
      'أفراد قوات الأمن',
      'قيد التحقيق',
      'فلاديمير بوتين، الرئيس الروسي',
    ])
      expect(answer.text).toContain(words);
    expect(answer.buttons.flat().map((b) => b.text)).toContain('الاقتباسات 10');
  });

  it('opens the quotes in place, each with its sentence', async () => {
    const ann = tg.user();
    tg.sendText(ann, 'موجز كازاخستان');
    const message = await tg.nextMessage(ann, /الخلاصة/);
    tg.press(message, 'الاقتباسات 10', ann);
    const quotes = await tg.nextMessage(ann, /النقاط الساخنة/);
    expect(quotes.id).toBe(message.id);
  });

  it('takes up a new brief without a restart, and keeps the last good one when its file breaks', async () => {
    const folder = join(program.folder, 'briefs', 'flood');
    mkdirSync(folder);
    writeFileSync(join(folder, 'article.txt'), FLOOD);
    writeFileSync(join(folder, 'brief.yaml'), floodYaml(12));
    await program.line(/"brief":"flood".*brief imported/, 0, program.errors);
    const ann = tg.user();
    tg.sendText(ann, '/brief Wadi Salam');
    await tg.nextMessage(ann, /12 قتيلاً/);
    writeFileSync(join(folder, 'brief.yaml'), floodYaml(13));
    await program.line(/brief\.yaml","line":5,"reason":"c1: min 13 exceeds max 12/, 0, program.errors);
    tg.sendText(ann, '/brief وادي السلام');
    await tg.nextMessage(ann, /12 قتيلاً/);
    rmSync(folder, { recursive: true });
  });

  it('never shows its token, whatever fails', async () => {
    tg.fault({ method: /send/, status: 500, times: 2 });
    tg.fault({ method: /send/, reset: 'before', times: 2 });
    const ann = tg.user();
    for (const typed of ['/help', '/latest', '/help', '/latest', '/brief Almaty']) tg.sendText(ann, typed);
    await tg.nextMessage(ann, /الخلاصة/);
    const secret = tg.token.split(':')[1] as string;
    expect([...program.errors, ...program.output].filter((line) => line.includes(secret))).toEqual([]);
  });

  it('subscribes, and says the first slot in local time', async () => {
    const ann = tg.user();
    tg.sendText(ann, '/subscribe 08:00 القاهرة');
    expect((await tg.nextMessage(ann, /تم الاشتراك/)).text).toContain('بتوقيت القاهرة');
  });

  it('drafts for an owner what it reads in a forwarded article, and for nobody else', async () => {
    const owner = tg.user({ id: 77 });
    tg.sendText(owner, `/draft ${FLOOD}`);
    await tg.nextMessage(owner, /مسودة/);
    const ann = tg.user();
    tg.sendText(ann, `/draft ${FLOOD}`);
    await tg.nextMessage(ann, /هذا الأمر للمحررين/);
  });

  it('ends on SIGTERM with 0 within ten seconds, and comes back', async () => {
    const ended = await program.stop();
    expect(ended.code).toBe(0);
    expect(ended.milliseconds).toBeLessThan(10_000);
    await program.start();
    const ann = tg.user();
    tg.sendText(ann, '/start kazakhstan');
    await tg.nextMessage(ann, /الخلاصة/);
  });
});
