// @ts-check
/** @import { PageArticles } from '../render-articles.ts' */
import { make } from './build-message.js';

/** The article beside the conversation, with the sentence of the opened fact marked in it. */
export class ArticlePanel {
  /** @type {HTMLElement} */
  #panel;
  /** @type {Map<string, Promise<PageArticles | null>>} */
  #known = new Map();
  /** What was asked for last; an answer that comes later than the next question is dropped. */
  #wanted = '';

  /** @param {HTMLElement} panel */
  constructor(panel) {
    this.#panel = panel;
    this.#part('article-close').addEventListener('click', () => this.close());
  }

  /**
   * @param {string} brief
   * @param {string} sentence
   */
  async show(brief, sentence) {
    // Where there is no room beside the conversation, the folded sentence itself is enough.
    if (!matchMedia('(min-width: 75rem)').matches) return;
    this.#wanted = `${brief}\n${sentence}`;
    const wanted = this.#wanted;
    const articles = await this.#load(brief);
    const text = articles?.texts.find((/** @type {string} */ t) => t.includes(sentence));
    if (wanted !== this.#wanted || !articles || text === undefined) return;
    this.#part('article-title').textContent = articles.headline;
    this.#part('article-text').replaceChildren(
      ...buildParagraphs(text, text.indexOf(sentence), sentence.length),
    );
    this.#panel.hidden = false;
    const mark = this.#panel.querySelector('mark');
    // Only the panel moves: `scrollIntoView` would take the conversation along.
    if (mark) this.#panel.scrollTop = mark.offsetTop - this.#panel.clientHeight / 3;
  }

  close() {
    this.#wanted = '';
    this.#panel.hidden = true;
  }

  /** @param {string} brief */
  #load(brief) {
    const known = this.#known.get(brief);
    if (known) return known;
    const loading = fetch(`/articles/${encodeURIComponent(brief)}`)
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null);
    this.#known.set(brief, loading);
    void loading.then((articles) => {
      if (!articles) this.#known.delete(brief);
    });
    return loading;
  }

  /** @param {string} id */
  #part(id) {
    return /** @type {HTMLElement} */ (document.getElementById(id));
  }
}

/**
 * @param {string} text
 * @param {number} start of the sentence, which may go over several paragraphs
 * @param {number} length
 */
function buildParagraphs(text, start, length) {
  const end = start + length;
  const paragraphs = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const from = Math.min(Math.max(start - at, 0), line.length);
    const to = Math.min(Math.max(end - at, 0), line.length);
    at += line.length + 1;
    if (line.trim() === '') continue;
    const paragraph = make('p');
    paragraph.append(line.slice(0, from));
    if (to > from) paragraph.append(make('mark', '', line.slice(from, to)));
    paragraph.append(line.slice(to));
    paragraphs.push(paragraph);
  }
  return paragraphs;
}
