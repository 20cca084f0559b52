// @ts-check
/** @import { PageEntry } from '../render.ts' */
import { buildEntry } from './build-message.js';

/** The transcript on the page: every message once, in the order of their ids, each in its newest state. */
export class Conversation {
  /** @type {HTMLElement} */
  #log;
  /** @type {Map<number, HTMLElement>} */
  #entries = new Map();
  /** The message whose button was pressed last: its replacement takes the focus. */
  pressed = 0;
  #isReady = false;

  /** @param {HTMLElement} log */
  constructor(log) {
    this.#log = log;
  }

  /** @param {PageEntry} entry */
  show(entry) {
    const old = this.#entries.get(entry.id);
    if (entry.content.by === 'nobody') {
      old?.remove();
      this.#entries.delete(entry.id);
      return;
    }
    const element = buildEntry(entry);
    this.#entries.set(entry.id, element);
    if (old) this.#replace(entry.id, old, element);
    else this.#insert(entry.id, element);
  }

  /** What was there before the page opened is shown: from now on everything new is announced and scrolled to. */
  ready() {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#log.ariaBusy = 'false';
    this.#log.lastElementChild?.scrollIntoView({ block: 'start' });
  }

  /**
   * @param {number} id
   * @param {HTMLElement} old
   * @param {HTMLElement} element
   */
  #replace(id, old, element) {
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(element);
    if (!hadFocus && id !== this.pressed) return;
    this.pressed = 0;
    const first = /** @type {HTMLElement | null} */ (element.querySelector('[tabindex="-1"]'));
    first?.focus({ preventScroll: true });
    if (element.getBoundingClientRect().top < 0) element.scrollIntoView({ block: 'start' });
  }

  /**
   * @param {number} id
   * @param {HTMLElement} element
   */
  #insert(id, element) {
    const last = this.#log.lastElementChild;
    if (!last || Number(/** @type {HTMLElement} */ (last).dataset.id) < id) {
      this.#log.append(element);
      if (this.#isReady) element.scrollIntoView({ block: 'start' });
      return;
    }
    const next = [...this.#log.children].find(
      (child) => Number(/** @type {HTMLElement} */ (child).dataset.id) > id,
    );
    this.#log.insertBefore(element, next ?? null);
  }
}
