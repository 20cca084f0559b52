import { toRightToLeft } from '#arabic/directions.ts';

/** Columns of a line (LOOK: the terminal's plain text). */
export const COLUMNS = 80;

/** What a terminal would obey instead of showing it: escape sequences begin with one of these. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

/**
 * The text in lines of at most `COLUMNS`, each `indent` columns from its start, with its direction marked line by
 * line: terminals lay out every line for itself. `bullet` stands before the first line, the others begin under what
 * follows it. A longer word has a line of its own.
 */
export function wrapText(text: string, indent = 0, bullet = ''): string {
  const room = COLUMNS - indent - bullet.length;
  const lines = text
    .replace(CONTROLS, '')
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, room));
  return lines
    .map((line, i) => {
      const before = ' '.repeat(indent) + (i === 0 ? bullet : ' '.repeat(bullet.length));
      return line === '' ? '' : before + toRightToLeft(line);
    })
    .join('\n');
}

function wrapParagraph(paragraph: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Marks over and under letters take no column. */
function columnsOf(text: string): number {
  return [...text.replace(/[\p{M}\p{Cf}]/gu, '')].length;
}
