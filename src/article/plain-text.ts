/** Tags that a page has and an article has not; one alone may be meant («<b>»). */
const MARKUP =
  /<\/?(?:p|div|span|br|html|body|head|article|section|h[1-6]|ul|ol|li|table|tr|td|blockquote)(?:\s[^<>]{0,2000})?\/?>/gi;
const FEWEST_TAGS = 2;
const UNSEEN = /<(script|style|template|noscript)\b[^<>]{0,2000}>[\s\S]*?(?:<\/\1>|$)/gi;
const LINE_ENDS = /<(?:br|\/?(?:p|div|h[1-6]|li|tr|blockquote|section|article))(?:\s[^<>]{0,2000})?\/?>/gi;
const TAG = /<[!/a-z][^<>]{0,2000}>/gi;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsquo: '’',
  zwnj: '\u200c',
};

const ENTITY = /&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi;

/**
 * The words of a page that was pasted or saved with its markup, or of a feed that wrote «&quot;» for its quotation
 * marks; any other text as it is.
 */
export function plainText(text: string): string {
  if ((text.match(MARKUP) ?? []).length < FEWEST_TAGS)
    return text.includes('&') ? text.replace(ENTITY, entity) : text;
  return text
    .replace(UNSEEN, ' ')
    .replace(LINE_ENDS, '\n')
    .replace(TAG, '')
    .replace(ENTITY, entity)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

function entity(whole: string, name: string): string {
  if (name[0] !== '#') return NAMED[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
