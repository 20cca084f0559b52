import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Person, Surface } from './surface.ts';

/** What every surface shows its readers. */
export function describeReaders(people: () => { surface: Surface; owner: Person; reader: Person }): void {
  describe('readers', () => {
    it.each([
      ['/brief kazakhstan', ['16 قتيلاً', 'أفراد قوات الأمن', 'قيد التحقيق', 'فلاديمير بوتين، الرئيس الروسي']],
      ['/brief kaza5stan', ['16 قتيلاً', 'قيد التحقيق']],
      ['/latest', ['أحدث الموجزات']],
      ['/brief paris', ['لا موجز عندي عن «paris»']],
      ['/brief <b> _*[]()~` @everyone', ['لا موجز عندي عن «<b> _*[]()~` @everyone»']],
      ['/help', ['/brief', '/subscribe']],
      ['/unsubscribe', ['لست مشتركاً']],
      ['/subscribe 99:99', ['لم أفهم الوقت']],
      ['/xyz', ['لا أعرف الأمر']],
      ['/brief \u202e\u0000\u2066😀', ['لا موجز عندي']],
      ['😀😀', ['لا موجز عندي']],
      [`/brief ${'كلمة '.repeat(20_000)}`, ['لا موجز عندي']],
    ])('%.60s', async (line, wanted) => {
      const answer = await people().reader.write(line, new RegExp(escaped(wanted[0] as string)));
      for (const words of wanted) expect(answer).toContain(words);
    });

    it('open each part in place, with its sentences, and come back', async () => {
      await people().reader.write('/brief kazakhstan', /الخلاصة/);
      const before = (await people().reader.shown()).length;
      for (const [label, fact] of [
        ['الاقتباسات', /النقاط الساخنة/],
        ['الضحايا', /وتابع أن 16 من أفراد/],
        ['المواقع', /ألما آتا/],
        ['المصدر', /بدوره، قال رئيس كازاخستان/],
        ['الموجز', /الخلاصة/],
      ] as const)
        await people().reader.press(label, fact);
      expect(await people().reader.shown()).toHaveLength(before);
    });

    it('are told that a button of a brief that is gone does nothing any more', async () => {
      const folder = join(people().surface.program.folder, 'briefs', 'flood');
      mkdirSync(folder);
      writeFileSync(join(folder, 'article.txt'), 'فيضان في وادي السلام.');
      writeFileSync(
        join(folder, 'brief.yaml'),
        'headline: فيضان في وادي السلام\nnames: [Wadi Salam]\nkind: disaster\n',
      );
      await people().surface.program.line(
        /"brief":"flood".*brief imported/,
        0,
        people().surface.program.errors,
      );
      await people().reader.write('/brief Wadi Salam', /فيضان/);
      rmSync(folder, { recursive: true });
      await people().surface.program.line(
        /"brief":"flood".*(removed|gone|service)/,
        0,
        people().surface.program.errors,
      );
      await people().reader.press('المصدر', /لم يعد/);
    });

    it.each(['/draft', '/facts kazakhstan', '/push kazakhstan', '/stats', '/history kazakhstan'])(
      '%s is refused',
      async (line) => {
        await people().reader.write(line, /هذا الأمر للمحررين/);
      },
    );

    it.each(['/update kazakhstan نص', '/correct kazakhstan 1 نص', '/retract kazakhstan سبب'])(
      '%s is refused, and changes nothing',
      async (line) => {
        await people().reader.write(line, /هذا الأمر للمحررين/);
        expect(await people().owner.write('/history kazakhstan', /السجل|النسخة/)).not.toContain('النسخة 2');
      },
    );
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
