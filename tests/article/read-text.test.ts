import { expect, it } from 'vitest';
import { readText } from '#article/decode-text.ts';
import { plainText } from '#article/plain-text.ts';
import { UserError } from '#shared/user-error.ts';

const TEXT = 'قُتل خمسة أشخاص في حريق. وقال الوزير إن «السبب مجهول».';
const utf8 = Buffer.from(TEXT);
/** «موجز» in Windows-1256. */
const OLD = Buffer.from([0xe3, 0xe6, 0xcc, 0xd2]);

const codeOf = (bytes: Uint8Array) => {
  try {
    return readText(bytes, 'a.txt').encoding;
  } catch (error) {
    return error instanceof UserError ? error.code : String(error);
  }
};

it.each([
  ['UTF-8', utf8, 'utf-8'],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le'],
  ['Windows-1256', OLD, 'windows-1256'],
  ['UTF-8 with a broken byte', Buffer.concat([utf8, Buffer.from([0xff]), utf8]), 'file-damaged'],
  ['UTF-8 cut in the middle of a letter', utf8.subarray(0, 41), 'file-damaged'],
  ['a picture', Buffer.from([0x89, 0x50, 0, 1, 2, 3]), 'file-not-text'],
])('%s is read as %3$s', (_, bytes, encoding) => {
  expect(codeOf(bytes)).toBe(encoding);
});

it('takes the words out of a page, one paragraph a line', () => {
  const page =
    '<html><head><style>p { color: red }</style></head><body><p>قُتل خمسة.</p><p class="x">وقال الوزير إن &quot;السبب&nbsp;مجهول&quot;.<br/>انتهى &#1602;</p><script>if (a < b) {}</script></body></html>';
  expect(plainText(page)).toBe('قُتل خمسة.\nوقال الوزير إن "السبب مجهول".\nانتهى ق');
});

it('reads the signs that a feed wrote out, and no others', () => {
  expect(plainText('أغلق &quot;الجسر&quot; حتى &#1594;د &laquo;للصيانة&raquo;')).toBe(
    'أغلق "الجسر" حتى غد «للصيانة»',
  );
  expect(plainText('شركة سين & صاد; ثم &سين; و&unknown;')).toBe('شركة سين & صاد; ثم &سين; و&unknown;');
});

it.each([TEXT, 'من 3 < 5 و 7 > 2', 'وسم واحد <b>كما هو</b>', '<', ''])('leaves %j as it is', (text) => {
  expect(plainText(text)).toBe(text);
});

it('takes time in the length of what is no page but looks like one', () => {
  for (const text of ['<p '.repeat(50_000), '<script>'.repeat(20_000), `<p><p>${'<'.repeat(100_000)}`])
    expect(plainText(text).length).toBeLessThanOrEqual(text.length);
});
