// @ts-check
/** @import { PageEntry, PageContent, PageBlock, PageButton, Runs } from '../render.ts' */

/**
 * One message of the transcript as an element. Everything that anybody wrote goes through `textContent`.
 * @param {PageEntry} entry
 * @returns {HTMLElement}
 */
export function buildEntry(entry) {
  const article = make('article', `entry by-${entry.content.by}`);
  article.dataset.id = String(entry.id);
  const { content } = entry;
  if (content.by === 'reader') article.append(...buildOwnWords(content.text));
  if (content.by === 'mujaz') article.append(...buildContent(entry.id, content));
  return article;
}

/** Longer words of the reader's own (a pasted article) are folded. */
const FOLD_ABOVE = 600;

/** @param {Runs} text */
function buildOwnWords(text) {
  const who = make('span', 'hidden', 'كتبتَ: ');
  const whole = text.join('');
  if (whole.length <= FOLD_ABOVE) {
    const words = make('p', 'words');
    words.dir = 'auto';
    words.append(who, ...buildRuns(text));
    return [words];
  }
  const details = make('details', 'words');
  const summary = make('summary');
  summary.append(who, `${whole.slice(0, 120)}…`);
  const rest = make('p', '', whole);
  rest.dir = 'auto';
  details.append(summary, rest);
  return [details];
}

/**
 * @param {number} id
 * @param {PageContent & { by: 'mujaz' }} content
 */
function buildContent(id, content) {
  const parts = content.blocks.map((block) => buildBlock(block, content));
  const first = parts[0];
  if (first) first.tabIndex = -1; // where the focus goes after the message was replaced
  const rows = content.buttons.filter((row) => row.length > 0);
  if (rows.length === 0) return parts;
  const group = make('div', 'buttons');
  group.role = 'group';
  group.ariaLabel = 'أزرار الرسالة';
  for (const row of rows) {
    const line = make('div', 'row');
    line.append(...row.map((button) => buildButton(id, button)));
    group.append(line);
  }
  return [...parts, group];
}

/**
 * @param {PageBlock} block
 * @param {PageContent & { by: 'mujaz' }} content
 * @returns {HTMLElement}
 */
function buildBlock(block, content) {
  switch (block.type) {
    case 'heading':
      return fill(make(block.level === 1 ? 'h2' : 'h3'), block.text);
    case 'paragraph':
      return fill(make('p', block.tone), block.text);
    case 'list':
      return buildList(block.ordered ? 'ol' : 'ul', block.items, (item, text) => fill(item, text));
    case 'facts':
      return buildList(
        'ul',
        block.facts,
        (item, fact) => {
          item.append(...optional('p', fact.text), ...buildEvidence(fact.evidence, content));
        },
        'facts',
      );
    case 'quotes':
      return buildList(
        'ul',
        block.quotes,
        (item, quote) => {
          const figure = make('figure');
          const words = make('blockquote');
          if (quote.text.join('') !== '') words.append('«', ...buildRuns(quote.text), '»');
          const speaker = make('figcaption');
          if (quote.speaker.join('') !== '') speaker.append('— ', ...buildRuns(quote.speaker));
          figure.append(words, speaker);
          item.append(figure, ...buildEvidence(quote.evidence, content));
        },
        'quotes',
      );
    case 'figures':
      return buildFigures(block, content);
  }
}

/**
 * @param {PageBlock & { type: 'figures' }} block
 * @param {PageContent & { by: 'mujaz' }} content
 */
function buildFigures(block, content) {
  const table = make('table');
  table.append(make('caption', 'hidden', block.caption));
  const head = make('tr');
  for (const name of block.head) {
    const cell = make('th', '', name);
    cell.scope = 'col';
    head.append(cell);
  }
  const thead = make('thead');
  thead.append(head);
  const tbody = make('tbody');
  for (const row of block.rows) {
    const line = make('tr');
    const group = fill(make('th'), row.group);
    group.scope = 'row';
    line.append(fill(make('td', 'figure'), row.figure), group, fill(make('td'), row.source));
    tbody.append(line);
    const evidence = buildEvidence(row.evidence, content);
    if (evidence.length === 0) continue;
    const cell = make('td');
    cell.colSpan = block.head.length;
    cell.append(...evidence);
    const under = make('tr', 'under');
    under.append(cell);
    tbody.append(under);
  }
  table.append(thead, tbody);
  return table;
}

/**
 * @param {Runs | null} evidence
 * @param {PageContent & { by: 'mujaz' }} content
 */
function buildEvidence(evidence, content) {
  if (evidence === null) return [];
  const details = make('details', 'evidence');
  if (content.brief) details.dataset.brief = content.brief;
  details.append(make('summary', '', content.evidenceLabel), fill(make('blockquote'), evidence));
  return [details];
}

/**
 * @param {number} id
 * @param {PageButton} button
 */
function buildButton(id, button) {
  if ('url' in button) {
    const link = fill(make('a', 'button'), button.label);
    link.href = button.url;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  }
  const element = fill(make('button'), button.label);
  element.type = 'button';
  element.dataset.message = String(id);
  element.dataset.action = button.action;
  return element;
}

/**
 * @template T
 * @param {'ul' | 'ol'} tag
 * @param {T[]} items
 * @param {(item: HTMLLIElement, value: T) => void} build
 * @param {string} [name]
 */
function buildList(tag, items, build, name = '') {
  const list = make(tag, name);
  for (const value of items) {
    const item = make('li');
    build(item, value);
    list.append(item);
  }
  return list;
}

/**
 * @param {'p'} tag
 * @param {Runs} text
 */
function optional(tag, text) {
  return text.join('') === '' ? [] : [fill(make(tag), text)];
}

/**
 * @template {HTMLElement} E
 * @param {E} element
 * @param {Runs} text
 */
function fill(element, text) {
  element.append(...buildRuns(text));
  return element;
}

/**
 * Runs at odd places stand apart from the direction of what is around them.
 * @param {Runs} text
 */
function buildRuns(text) {
  return text.map((run, i) => (i % 2 === 1 ? make('bdi', '', run) : run)).filter((run) => run !== '');
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [name]
 * @param {string} [text]
 */
export function make(tag, name = '', text = '') {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}
