import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Program } from '#tests/fakes/program.ts';
import { describeReaders } from './surface-readers.ts';

/** A file that somebody adds to what they write. */
export interface AddedFile {
  name: string;
  content: Uint8Array | string;
}

/** Somebody in a private chat with the bot, on whatever surface. */
export interface Person {
  /** As an owner names them: `telegram:77`. */
  readonly key: string;
  /** Writes a line, commands with a slash; resolves with what the bot shows for it, as soon as that matches. */
  write(line: string, answer: RegExp, file?: AddedFile): Promise<string>;
  /** Presses the button with this label under the newest message that has one; resolves like `write`. */
  press(label: string, answer: RegExp, times?: number): Promise<string>;
  /** Resolves as soon as the bot shows, in any message, what matches. */
  sees(text: RegExp): Promise<string>;
  /** All messages of the bot as they are now, oldest first, folded parts too. */
  shown(): Promise<string[]>;
}

/** The real program, with a surface and people who use it. */
export interface Surface {
  readonly program: Program;
  owner(): Promise<Person>;
  reader(): Promise<Person>;
  close(): Promise<void>;
}

export interface SurfaceContract {
  /** Whether an owner can make other people editors there: the web chat's only editor is its owner. */
  severalEditors: boolean;
}

const ARTICLE =
  'حريق في ميناء عدن يوقع ضحايا كثيرين.\nقالت وزارة الصحة إن 7 من عمال الميناء قتلوا في عدن صباح الأحد.\nوقال سالم النجار: "لم نر مثل هذا الحريق من قبل".';

/** The suite that every surface passes alike: the same words get the same facts, for readers and for editors. */
export function describeSurface(
  name: string,
  { severalEditors }: SurfaceContract,
  open: () => Promise<Surface>,
): void {
  describe(`${name} keeps the surface contract`, { timeout: 20_000 }, () => {
    let surface: Surface;
    let owner: Person;
    let reader: Person;

    beforeAll(async () => {
      surface = await open();
      [owner, reader] = [await surface.owner(), await surface.reader()];
    }, 30_000);
    afterAll(() => surface?.close());

    describeReaders(() => ({ surface, owner, reader }));

    describe('a draft', () => {
      it('of a text shows each fact with its sentence, and is put right by buttons', async () => {
        const draft = await owner.write(`/draft ${ARTICLE}`, /مسودة/);
        expect(draft).toContain('7 قتلى: عمال الميناء (بحسب وزارة الصحة)');
        expect(draft).toContain('«لم نر مثل هذا الحريق من قبل» — سالم النجار');
        expect(draft).toContain('قالت وزارة الصحة إن 7 من عمال الميناء قتلوا في عدن صباح الأحد.');
        expect(await owner.write(`/draft ${ARTICLE}`, /عندك مسودة مفتوحة/)).toBeTruthy();
        await owner.press('إضافة معلومة', /جملة/);
        await owner.write('قالت الشرطة إن 2 من رجال الإطفاء أصيبوا.', /رجال الإطفاء/);
        await owner.press('الأسماء', /أسماء|الأسماء/);
        await owner.write('حريق عدن، Aden', /حريق عدن، Aden/);
        await owner.press('إلغاء', /أُلغي/);
        await reader.write('/brief Aden', /لا موجز عندي/);
      });

      it('of two commands at once is one draft, and both are answered', async () => {
        await Promise.all([
          owner.write(`/draft ${ARTICLE}`, /7 قتلى: عمال الميناء/),
          owner.write(`/draft ${ARTICLE}`, /عندك مسودة مفتوحة/),
          owner.write('/facts kazakhstan', /16 قتيلاً/),
        ]);
        await owner.press('إلغاء', /أُلغي/);
      });

      it('of an article that was cut into several messages, sent at once, holds all of them in order', async () => {
        const filler = 'وانتشر الدخان في أحياء المدينة القريبة من الميناء طوال الليل. '.repeat(62);
        await owner.write(`/draft ${ARTICLE}\n${filler}`, /وصل من النص/);
        await Promise.all([
          owner.write('وقال علي حسن: "هذه هي الرسالة الثانية".', /وصل من النص رسالتان/),
          owner.write('وقالت هدى صالح: "وهذه هي الثالثة".', /وصل من النص 3 رسائل/),
        ]);
        const draft = await owner.press('تم', /7 قتلى: عمال الميناء/);
        expect(draft).toMatch(/لم نر مثل[\s\S]*هذه هي الرسالة الثانية[\s\S]*وهذه هي الثالثة/);
        await owner.press('إلغاء', /أُلغي/);
      });

      it('shows what it was not sure of apart, and takes it only when the editor says so', async () => {
        const unsure = `${ARTICLE}\nوأدى حادث سير إلى مصرع وإصابة 6 أشخاص.`;
        const draft = await owner.write(`/draft ${unsure}`, /غير محسوم/);
        expect(draft.slice(0, draft.indexOf('غير محسوم'))).not.toMatch(/6 (?:قتلى|جرحى)/);
        await owner.press('حسم غير المحسوم', /أيّ غير محسوم/);
        await owner.press('إلغاء', /أُلغي/);
      });

      it('of a file is the same', async () => {
        const draft = await owner.write('/draft', /مسودة/, { name: 'article.txt', content: ARTICLE });
        expect(draft).toContain('7 قتلى: عمال الميناء');
        await owner.press('إلغاء', /أُلغي/);
      });

      it('of a file in Windows-1256 is read, and of one that is no text is refused by name', async () => {
        const old = Uint8Array.of(0xe4, 0xd5, 0x20, 0xde, 0xd5, 0xed, 0xd1);
        await owner.write('/draft', /أقصر من أن يكون خبراً/, { name: 'old.txt', content: old });
        const picture = {
          name: 'picture.txt',
          content: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\x01', 'latin1'),
        };
        await owner.write('/draft', /«picture\.txt» ليس نصاً/, picture);
      });

      it.each([
        ['a few words', '/draft نص قصير', /أقصر من أن يكون خبراً/],
        ['a link', '/draft https://example.org/news/1', /لا أفتح الروابط/],
        ['English', '/draft This is an article in English only, about a fire in a harbour.', /لا نص عربياً/],
      ])('of %s is refused with the reason', async (_, line, answer) => {
        await owner.write(line, answer);
      });

      it('pressed twice at once is published once, and readers find it', async () => {
        await owner.write(`/draft ${ARTICLE}`, /مسودة/);
        await owner.press('نشر', /نُشر «حريق في ميناء عدن/, 2);
        expect(await reader.write('/brief عدن', /7 قتلى/)).toContain('وزارة الصحة');
        expect(await owner.write('/audit', /نشر/)).toContain(owner.key);
      });
    });

    describe('what is published', () => {
      it('is pushed after a preview that says to how many, and reported', async () => {
        await reader.write('/subscribe 08:00', /تم الاشتراك/);
        const preview = await owner.write('/push عدن', /سيصل إلى|مشترك/);
        expect(preview).toMatch(/1|محادثة واحدة|مشترك واحد/);
        await owner.press('إرسال', /بدأ التنفيذ|أُرسل/, 2);
        await owner.sees(/أُرسل إلى/);
        await reader.sees(/7 قتلى/);
      });

      it.each([
        ['/push عدن غداً', /لم أفهم الوقت «غداً»/],
        ['/push مجهول', /لا موجز عندي عن «مجهول»/],
        ['/correct عدن 99 قالت الوزارة إن 3 قتلوا', /لا معلومة برقم 99/],
        ['/correct عدن 1 قالت الوزارة إن 3 قتلوا', /الخلاصة/],
      ])('%s is refused with the reason', async (line, answer) => {
        await owner.write(line, answer);
      });

      it('is corrected in every copy, with what it said before', async () => {
        const number = await numberOf(/(\d+)\. 7 قتلى/);
        await owner.write(
          `/correct عدن ${number} قالت وزارة الداخلية إن 9 قتلوا، ثم قالت الشرطة إن 8 قتلوا`,
          /أيّها تقصد/,
        );
        await owner.write(`/correct عدن ${number} قالت وزارة الداخلية إن 9 قتلوا`, /7 ← 9/);
        await owner.press('تأكيد', /بدأ|صُحّح/, 2);
        await owner.sees(/صُحّح في/);
        await reader.sees(/9 قتلى \(صُحِّح، كان 7\)/);
        await everyCopy(/9 قتلى/);
        expect(await owner.write('/history عدن', /النسخة 2/)).toContain('7 ← 9');
      });

      it('takes a further text, whose figure the editor settles, and sends readers the change', async () => {
        const text = 'ارتفعت حصيلة الحريق مساء الأحد. قالت وزارة الداخلية إن 12 قتلوا في عدن.';
        await owner.write(`/update عدن ${text}`, /المنشور 9/);
        await owner.press('نشر وإرسال', /احسم أولاً/);
        await owner.press('حصيلة لاحقة', /✓|حصيلة لاحقة/);
        await owner.press('نشر وإرسال', /بدأ|نُشر|أُرسل/);
        await reader.sees(/9 ← 12/);
      });

      it('is withdrawn everywhere, with the reason as it was written', async () => {
        await owner.write('/retract عدن المصدر «غير صحيح» <b>*_', /السبب: المصدر «غير صحيح» <b>\*_/);
        await owner.press('تأكيد', /بدأ|سُحب/, 2);
        await reader.sees(/سُحب هذا الموجز/);
        await owner.sees(/سُحب من/);
        await everyCopy(/سُحب هذا الموجز/);
        const answer = await reader.write('/brief عدن', /سُحب هذا الموجز/);
        expect(answer).toContain('المصدر «غير صحيح» <b>*_');
        expect(answer).not.toContain('12 قتيلاً');
      });

      it('is in the statistics, with what nobody found', async () => {
        expect(await owner.write('/stats', /حريق في ميناء عدن/)).toContain('paris');
      });
    });

    if (severalEditors)
      it('a publisher may push, and not any more once the owner has taken it back', async () => {
        const publisher = await surface.reader();
        await publisher.write('/push kazakhstan', /هذا الأمر للمحررين/);
        await owner.write(`/admins ${publisher.key} ناشر`, /صار/);
        await publisher.write('/push kazakhstan', /سيصل إلى|مشترك/);
        await owner.write(`/admins ${publisher.key} حذف`, /لم يعد|حُذف|صلاحية/);
        await publisher.press('إرسال', /هذا الأمر للمحررين/);
      });

    it('what was done in chat is in the operator’s audit log and in the form that editors keep in git', async () => {
      await owner.write(`/draft ${ARTICLE.replaceAll('عدن', 'صنعاء')}`, /مسودة/);
      await owner.press('الأسماء', /أسماء|الأسماء/);
      await owner.write('حريق صنعاء، Sanaa', /معرّفه: sanaa/);
      await owner.press('نشر', /نُشر «/);
      await surface.program.stop();
      const audit = JSON.parse((await surface.program.run(['audit', '--json'])).stdout) as {
        who: string;
        what: string;
        brief: string | null;
        at: number;
      }[];
      expect(audit[0]).toMatchObject({ who: owner.key, brief: 'sanaa' });
      const acts = audit.filter((entry) => entry.who === owner.key).map((entry) => entry.what);
      for (const act of ['publish', 'push', 'correction', 'retraction']) expect(acts).toContain(act);
      const exported = await surface.program.run(['export', 'sanaa']);
      expect(exported.code, exported.stderr).toBe(0);
      const folder = join(surface.program.folder, 'briefs', 'sanaa');
      expect(readFileSync(join(folder, 'article.txt'), 'utf8')).toContain('قالت وزارة الصحة إن 7');
      expect((await surface.program.run(['check'])).code).toBe(0);
    });

    async function numberOf(line: RegExp): Promise<string> {
      const facts = await owner.write('/facts عدن', line);
      return line.exec(facts)?.[1] ?? '';
    }

    /** Every copy that the reader has of the brief shows it; there is no other. */
    async function everyCopy(now: RegExp): Promise<void> {
      const copies = (await reader.shown()).filter(
        (text) => /حريق في ميناء عدن/.test(text) && /الخلاصة|سُحب/.test(text),
      );
      expect(copies.length).toBeGreaterThan(0);
      for (const copy of copies) expect(copy).toMatch(now);
    }
  });
}
