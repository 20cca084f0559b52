import { describe, expect, it } from 'vitest';
import { readBriefs } from '#adapters/files/check-briefs.ts';
import { runBriefCommand } from '#adapters/terminal/brief-command.ts';
import { runCheckCommand } from '#adapters/terminal/check-command.ts';
import { stripDirections } from '#arabic/directions.ts';
import { Shelf } from '#brief/shelf.ts';
import { Chat } from '#chat/chat.ts';
import { readerFeature } from '#chat/reader.ts';
import { DEFAULT_STYLE } from '#message/reader-style.ts';
import { systemClock } from '#shared/clock.ts';
import { silentLogger } from '#shared/logger.ts';

const shelf = new Shelf();
for (const brief of (await readBriefs('briefs', 0)).briefs) shelf.put(brief);

function terminal() {
  const printed = { out: '', err: '' };
  const io = {
    out: (text: string) => {
      printed.out += text;
    },
    err: (text: string) => {
      printed.err += text;
    },
  };
  return { io, printed };
}

async function brief(words: string, json = false) {
  const { io, printed } = terminal();
  const reader = readerFeature({
    library: shelf,
    clock: systemClock,
    questions: { asked: async () => {} },
    commandsFor: async () => [],
  });
  const chat = new Chat({
    features: [reader],
    styleOf: async () => ({ ...DEFAULT_STYLE, zone: 'Asia/Riyadh' }),
    copies: { record: async () => {} },
    turn: async () => {},
    logger: silentLogger,
  });
  const code = await runBriefCommand(
    { words, json },
    { library: shelf, handle: (request, responder) => chat.handle(request, responder), io },
  );
  return { code, ...printed };
}

const flat = (text: string) => stripDirections(text).replace(/\s+/g, ' ');

describe('mujaz brief', () => {
  it('prints the whole brief with every fact and its sentence', async () => {
    const { code, out } = await brief('kazakhstan');
    expect(code).toBe(0);
    const facts = shelf.get('kazakhstan')?.facts;
    expect(facts?.quotes).toHaveLength(10);
    for (const { text } of facts?.summary ?? []) expect(flat(out)).toContain(flat(text));
    for (const fact of [...(facts?.quotes ?? []), ...(facts?.casualties ?? []), ...(facts?.places ?? [])])
      expect(flat(out)).toContain(flat(`الجملة في المقال: ${fact.evidence.text}`));
    for (const { text } of facts?.quotes ?? []) expect(flat(out)).toContain(flat(`«${text}»`));
    expect(flat(out)).toContain('16 قتيلاً · أفراد قوات الأمن · بحسب توكاييف');
    expect(flat(out)).toContain('قيد التحقيق · مدنيون · بحسب توكاييف');
  });

  it('says each section once', async () => {
    const { out } = await brief('كازاخستان');
    const lines = stripDirections(out).split('\n');
    for (const heading of ['الخلاصة', 'الضحايا', 'الاقتباسات', 'المواقع'])
      expect(lines.filter((line) => line === heading)).toHaveLength(1);
  });

  it('says in Arabic that it has nothing, offers the nearest, and ends with 1', async () => {
    const { code, out } = await brief('zzzzqqqq');
    expect(code).toBe(1);
    expect(flat(out)).toContain('لا موجز عندي عن «zzzzqqqq»');
    expect(flat(out)).toContain('- بوتين: مهمة القوة العسكرية');
  });

  it('lists the newest briefs where no words are given', async () => {
    const { code, out } = await brief('');
    expect(code).toBe(0);
    expect(flat(out)).toContain('بوتين: مهمة القوة العسكرية الروسية');
  });

  it('prints only JSON with --json: facts with evidence that is verbatim in the article', async () => {
    const { code, out, err } = await brief('kazakhstan', true);
    expect([code, err]).toEqual([0, '']);
    const printed = JSON.parse(out);
    const text = shelf.get('kazakhstan')?.articles[0]?.text ?? '';
    const facts = [...printed.summary, ...printed.quotes, ...printed.casualties, ...printed.places];
    expect(facts.length).toBeGreaterThan(15);
    for (const { evidence } of facts) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
  });

  it('says in JSON, too, that nothing was found', async () => {
    const { code, out } = await brief('zzzzqqqq', true);
    expect([code, JSON.parse(out).error]).toEqual([1, 'not-found']);
  });
});

describe('mujaz check', () => {
  const faults = [{ where: 'WEB_PORT', reason: '"x" is not a port (0–65535)' }];
  const broken = [{ where: 'briefs/a/brief.yaml:7', reason: 'q1: evidence is empty' }];

  it('names every fault and ends with 1', async () => {
    const { io, printed } = terminal();
    const parts = {
      configFaults: async () => faults,
      briefs: async () => ({ count: 2, faults: broken }),
      io,
    };
    expect(await runCheckCommand({ json: false }, parts)).toBe(1);
    expect(printed.out.split('\n')).toEqual([
      'WEB_PORT: "x" is not a port (0–65535)',
      'briefs/a/brief.yaml:7: q1: evidence is empty',
      '',
    ]);
  });

  it('says that all is in order and ends with 0', async () => {
    const { io, printed } = terminal();
    const parts = { configFaults: async () => [], briefs: async () => ({ count: 2, faults: [] }), io };
    expect(await runCheckCommand({ json: true }, parts)).toBe(0);
    expect(JSON.parse(printed.out)).toEqual({ briefs: 2, faults: [] });
  });
});
