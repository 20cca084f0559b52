import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBriefs } from '#adapters/files/check-briefs.ts';
import type { WebPlatform } from '#adapters/web/platform.ts';
import { Shelf } from '#brief/shelf.ts';
import { Chat } from '#chat/chat.ts';
import { readerFeature } from '#chat/reader.ts';
import type { ChatRef } from '#delivery/platform.ts';
import { DEFAULT_STYLE } from '#message/reader-style.ts';
import { systemClock } from '#shared/clock.ts';
import { silentLogger } from '#shared/logger.ts';
import { launchBrowser, whyNoBrowser } from '#tests/fakes/browser.ts';
import { MemoryTranscriptStore } from '#tests/fakes/memory-transcript-store.ts';
import { EVERY_BLOCK, HOSTILE_TEXT, notice } from '#tests/fixtures/messages/sample-messages.ts';
import { auditPage } from './page-audit.ts';
import { OWNER_KEY, startWeb } from './start-web.ts';

const HEADLINE = 'بوتين: مهمة القوة العسكرية الروسية في كازاخستان ستنتهي قريباً';

const shelf = new Shelf();
for (const brief of (await readBriefs('briefs', 0)).briefs) shelf.put(brief);

function core(): Chat {
  const reader = readerFeature({
    library: shelf,
    clock: systemClock,
    questions: { asked: async () => {} },
    commandsFor: async () => reader.commands.map(({ info }) => info),
  });
  return new Chat({
    features: [reader],
    styleOf: async () => ({ ...DEFAULT_STYLE, zone: 'Asia/Riyadh' }),
    copies: { record: async () => {} },
    turn: async () => {},
    logger: silentLogger,
  });
}

interface Stop {
  name: string;
  isEnd: boolean;
  isOutlined: boolean;
  isInSight: boolean;
}

/** Where the focus is, and whether it can be seen there; runs in the page. */
const FOCUSED = `(() => {
  const e = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(e);
  const { x, y, width, height } = e.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return {
    name: e.textContent.trim() || e.id,
    isEnd: e === document.body,
    isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isInSight: e === top || e.contains(top),
  };
})()`;

describe.skipIf(whyNoBrowser !== null)('the page in a browser', () => {
  let browser: Browser;
  let platform: WebPlatform;
  let chats: ChatRef[];
  let store: MemoryTranscriptStore;
  /** What the page asked of other hosts, threw or complained about: nothing, ever. */
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    complaints = [];
    chats = [];
    store = new MemoryTranscriptStore(systemClock.now());
    const chat = core();
    platform = await startWeb({
      store,
      findBrief: (id) => shelf.get(id),
      handle: (request, responder) => {
        chats.push(request.chat);
        return chat.handle(request, responder);
      },
    });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await platform.stop();
    expect(complaints).toEqual([]);
  });

  async function open(options: BrowserContextOptions = {}, query = ''): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(platform.url)) complaints.push(request.url());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
    });
    await page.goto(platform.url + query);
    await page.getByText('أهلاً بك في موجز').waitFor();
    return page;
  }

  async function askForBrief(page: Page): Promise<void> {
    await page.getByRole('textbox').fill('/brief kazakhstan');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: HEADLINE }).waitFor();
  }

  it('answers a command typed with the keyboard alone', async () => {
    const page = await open();
    // The box has the focus when the page opens: one types at once.
    await page.keyboard.type('/brief kazakhstan');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: HEADLINE }).waitFor();
    const log = page.getByRole('log');
    await expect.poll(() => log.textContent()).toContain('16 قتيلاً');
    expect(await log.textContent()).toContain('قيد التحقيق');
    expect(await page.getByRole('textbox').inputValue()).toBe('');
    expect(await log.getByRole('table').getByRole('columnheader').allInnerTexts()).toEqual([
      'العدد',
      'مَن',
      'بحسب',
    ]);
  });

  it('starts a new line with Shift and Enter', async () => {
    const page = await open();
    await page.keyboard.type('أول');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('ثان');
    expect(await page.getByRole('textbox').inputValue()).toBe('أول\nثان');
  });

  it('opens each part in place by keyboard, with the sentence folded under each fact', async () => {
    const page = await open();
    await askForBrief(page);
    const article = page.getByRole('article').filter({ has: page.getByRole('heading', { name: HEADLINE }) });
    for (const [label, count] of [
      ['الاقتباسات 10', 10],
      ['الضحايا 2', 2],
      ['المواقع', 5],
    ] as const) {
      await article.getByRole('button', { name: label }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => article.locator('summary').count()).toBe(count);
      // Who works with the keyboard is where the new view begins, not at the top of the page.
      expect(await page.evaluate('document.activeElement.textContent')).toBe(HEADLINE);
    }
    await article.getByRole('button', { name: 'الضحايا 2' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => article.locator('summary').count()).toBe(2);
    const evidence = article.getByRole('blockquote').first();
    expect(await evidence.isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await evidence.textContent()).toContain('وتابع أن 16 من أفراد قوات الأمن قتلوا');
    await expect.poll(() => evidence.isVisible()).toBe(true);
    expect(await article.count()).toBe(1);
  });

  it('marks the sentence of an opened fact in the article beside it', async () => {
    const page = await open({ viewport: { width: 1440, height: 900 } });
    await askForBrief(page);
    await page.getByRole('button', { name: 'الضحايا 2' }).click();
    await page.locator('summary').first().click();
    const mark = page.getByRole('complementary').locator('mark');
    await mark.waitFor();
    expect(await mark.textContent()).toContain('16 من أفراد قوات الأمن قتلوا');
    expect(await auditPage(page)).toEqual([]);
    await page.getByRole('button', { name: 'إغلاق المقال' }).click();
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0);
  });

  it.each([
    ['light', { colorScheme: 'light', viewport: { width: 1000, height: 800 } }],
    ['dark', { colorScheme: 'dark', viewport: { width: 1000, height: 800 } }],
    ['on a phone', { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true }],
    ['on a dark phone', { colorScheme: 'dark', viewport: { width: 320, height: 568 } }],
  ] as [string, BrowserContextOptions][])('can be used by everybody: %s', async (_name, options) => {
    const page = await open(options, `?key=${OWNER_KEY}`);
    await askForBrief(page);
    await page.getByRole('button', { name: 'الضحايا 2' }).click();
    await expect.poll(() => page.locator('summary').count()).toBe(2);
    await page.locator('summary').first().click();
    await platform.send(chats[0] as ChatRef, EVERY_BLOCK, 'n1');
    await page.getByText('فيضان يقطع طريق الساحل').waitFor();
    expect(await auditPage(page)).toEqual([]);
    expect(await page.evaluate('getComputedStyle(box).direction')).toBe('rtl');
  });

  it('shows where the focus is on every stop of the Tab key, and hides none behind the box', async () => {
    const page = await open({ viewport: { width: 800, height: 600 } });
    await askForBrief(page);
    await page.evaluate('document.activeElement.blur()');
    const seen: string[] = [];
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate<Stop>(FOCUSED);
      if (stop.isEnd) break;
      seen.push(stop.name);
      expect(stop).toMatchObject({ isOutlined: true, isInSight: true });
    }
    expect(seen).toEqual(expect.arrayContaining(['الضحايا 2', 'المصدر', 'box', 'إرسال']));
  });

  it('shows markup that somebody wrote as what it is: text', async () => {
    const page = await open();
    await page.getByRole('textbox').fill('<b>x</b><img src=x onerror=alert(1)>');
    await page.keyboard.press('Enter');
    await page.getByText('لا موجز عندي عن').waitFor();
    await platform.send(chats[0] as ChatRef, notice(`${HOSTILE_TEXT}\u202e<script>alert(1)</script>`), 'n1');
    await page.getByText('<script>alert(1)</script>').waitFor();
    expect(await page.locator('[role=log] :is(b, img, script)').count()).toBe(0);
    expect(await page.getByRole('log').textContent()).not.toContain('\u202e');
  });

  it('stands Latin words apart from the Arabic around them', async () => {
    const page = await open();
    await platform.send(chats[0] as ChatRef, notice('قالت WHO إن 08:00 موعد الإعلان'), 'n1');
    await page.getByText('موعد الإعلان').waitFor();
    expect(await page.locator('[role=log] bdi').allInnerTexts()).toEqual(
      expect.arrayContaining(['WHO', '08:00']),
    );
  });

  it('shows the same once more when it is opened again, and each message once', async () => {
    const page = await open();
    await askForBrief(page);
    await page.reload();
    await page.getByRole('heading', { name: HEADLINE }).waitFor();
    expect(await page.getByRole('article').count()).toBe(3);
    expect(await page.getByRole('heading', { name: HEADLINE }).count()).toBe(1);
  });

  it('goes on by itself after the program was started anew, without loss and without doubles', async () => {
    const page = await open();
    const port = Number(new URL(platform.url).port);
    await platform.stop();
    await page.getByText('انقطع الاتصال').waitFor();
    platform = await startWeb({ port, store });
    await platform.send(chats[0] as ChatRef, notice('وصل والاتصال مقطوع'), 'n1');
    await page.getByText('وصل والاتصال مقطوع').waitFor();
    await expect.poll(() => page.getByText('انقطع الاتصال').count()).toBe(0);
    expect(await page.getByRole('article').count()).toBe(2);
    complaints = complaints.filter((line) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/.test(line));
  });

  it('would be told of what nobody can see, reach or hear', async () => {
    const page = await open();
    await page.evaluate(`
      const add = (tag, text, style) => {
        const e = document.createElement(tag);
        e.textContent = text;
        Object.assign(e.style, style);
        document.querySelector('main').append(e);
        return e;
      };
      add('p', 'شاحب', { color: '#bbb' });
      add('button', 'ص', { all: 'unset', width: '10px', height: '10px' });
      add('button', '', {});
      add('h5', 'قفزة', {});
      add('p', 'عريض', { width: '5000px' });
      add('p', 'مكرر', {}).id = 'box';
      add('table', '', {});`);
    const faults = (await auditPage(page)).join('\n');
    for (const fault of [
      'contrast 1',
      'target 10×10',
      'no name',
      'heading level 1 → 5',
      'wider than',
      'id twice: box',
      'without a caption',
    ])
      expect(faults).toContain(fault);
  });

  it('tells the owner apart, and hides from others what only editors need', async () => {
    const owner = await open({}, `?key=${OWNER_KEY}`);
    expect(owner.url()).toBe(platform.url);
    await owner.getByText('المحرر المالك').waitFor();
    expect(await owner.getByText('أرفق ملفاً نصياً').isVisible()).toBe(true);
    const reader = await open();
    expect(await reader.getByText('المحرر المالك').isVisible()).toBe(false);
    expect(await reader.getByText('أرفق ملفاً نصياً').isVisible()).toBe(false);
  });
});
