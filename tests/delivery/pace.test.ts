import { describe, expect, it } from 'vitest';
import type { ChatKind } from '#delivery/chat-record.ts';
import { Pace, type PacedChat } from '#delivery/pace.ts';
import { ManualClock } from '#tests/fakes/manual-clock.ts';
import { FAST, LIKE_TELEGRAM } from '#tests/fakes/scripted-platform.ts';

function chat(id: number, kind: ChatKind = 'private'): PacedChat {
  return { ref: { platform: 'telegram', id: String(id), thread: null }, kind };
}

/** Sends to ever new chats as fast as the pace lets it; the moments at which it did. */
async function broadcast(pace: Pace, clock: ManualClock, milliseconds: number): Promise<number[]> {
  const sent: number[] = [];
  const end = clock.now() + milliseconds;
  let next = 1;
  while (clock.now() < end) {
    const wait = pace.take(chat(next));
    if (wait > 0) await clock.advance(Math.min(wait, end - clock.now()));
    else {
      sent.push(clock.now());
      next++;
    }
  }
  return sent;
}

describe('the pace of a platform', () => {
  it('is 30 a second over all chats, evenly', async () => {
    const clock = new ManualClock(0);
    const sent = await broadcast(new Pace(LIKE_TELEGRAM, clock), clock, 10_000);
    expect(sent.length).toBeGreaterThanOrEqual(300);
    expect(sent.length).toBeLessThanOrEqual(304);
    for (let i = 0; i + 34 < sent.length; i++) expect(sent[i + 34]! - sent[i]!).toBeGreaterThan(1000);
  });

  it('lets answers go at once in the middle of a broadcast, which makes up for them', async () => {
    const clock = new ManualClock(0);
    const pace = new Pace(LIKE_TELEGRAM, clock);
    await broadcast(pace, clock, 2000);
    let answered = 0;
    for (let i = 0; i < 20; i++) void pace.answer(chat(9000 + i)).then(() => answered++);
    await clock.advance(0);
    expect(answered).toBe(20);
    const sent = await broadcast(pace, clock, 2000);
    expect(sent.length).toBeLessThanOrEqual(44);
  });

  it('keeps answers to the limit of all chats only once the platform has refused one', async () => {
    const clock = new ManualClock(0);
    const pace = new Pace(LIKE_TELEGRAM, clock);
    let answered = 0;
    const ask = () => {
      for (let i = 0; i < 60; i++) void pace.answer(chat(i)).then(() => answered++);
      return clock.advance(0);
    };
    await ask();
    expect(answered).toBe(60);
    pace.answerRefused();
    await ask();
    expect(answered).toBe(60);
    await clock.advance(2000);
    expect(answered).toBeGreaterThanOrEqual(88);
    expect(answered).toBeLessThanOrEqual(90);
  });

  it('lets deliveries go on a second after a flood of answers, however great it was', async () => {
    const clock = new ManualClock(0);
    const pace = new Pace(LIKE_TELEGRAM, clock);
    for (let i = 0; i < 1000; i++) await pace.answer(chat(i));
    const sent = await broadcast(pace, clock, 4000);
    expect(sent.length).toBeGreaterThanOrEqual(59);
  });

  it('is one message a second in a chat and 20 a minute in a group, all its topics together', async () => {
    const clock = new ManualClock(0);
    const pace = new Pace(LIKE_TELEGRAM, clock);
    expect(pace.take(chat(1))).toBe(0);
    expect(pace.take(chat(1))).toBe(1000);
    expect(pace.take(chat(2))).toBe(0);
    const topic = (thread: string): PacedChat => ({
      ref: { platform: 'telegram', id: '-1', thread },
      kind: 'group',
    });
    let sent = 0;
    for (let i = 0; i < 600; i++) {
      if (pace.take(topic(String(i % 3))) === 0) sent++;
      await clock.advance(100);
    }
    expect(sent).toBeLessThanOrEqual(36);
    expect(sent).toBeGreaterThanOrEqual(34);
    let answered = false;
    void pace.answer(topic('1')).then(() => {
      answered = true;
    });
    await clock.advance(0);
    expect(answered).toBe(true);
  });

  it('stops for the chat that a 429 names, and for all when several in a row are named', async () => {
    const clock = new ManualClock(0);
    const pace = new Pace(FAST, clock);
    pace.slowDown(chat(1), 5000);
    expect(pace.take(chat(1))).toBe(5000);
    expect(pace.take(chat(2))).toBe(0);
    pace.taken();
    pace.slowDown(chat(2), 5000);
    pace.slowDown(chat(3), 5000);
    expect(pace.take(chat(4))).toBe(0);
    pace.slowDown(chat(5), 5000);
    expect(pace.take(chat(4))).toBe(5000);
    await clock.advance(5000);
    expect(pace.take(chat(4))).toBe(0);
  });

  it('knows no limit where the platform paces itself, and survives a clock that is set back', () => {
    const clock = new ManualClock(100_000);
    const free = new Pace(FAST, clock);
    for (let i = 0; i < 1000; i++) expect(free.take(chat(i % 2))).toBe(0);
    const pace = new Pace(LIKE_TELEGRAM, clock);
    expect(pace.take(chat(1))).toBe(0);
    clock.set(0);
    expect(pace.take(chat(1))).toBeLessThanOrEqual(1000);
  });
});
