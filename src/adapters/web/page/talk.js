// @ts-check
/** @import { PageEntry } from '../render.ts' */

const WORDS = {
  lost: 'انقطع الاتصال، وتُعاد المحاولة.',
  failed: 'تعذّر الإرسال. حاول مرة أخرى.',
  tooLong: 'النص أطول من ميغابايت واحد. قسّمه وأرسله على دفعات.',
  tooMany: 'انتظر الجواب عن رسائلك السابقة.',
};

/** What goes to the server and what comes from it. */
export class Talk {
  /** @type {(entry: PageEntry) => void} */
  #onEntry;
  /** @type {() => void} */
  #onReady;
  /** @type {(line: string) => void} */
  #onState;
  /** @type {EventSource | null} */
  #source = null;
  /** The last event shown: a new connection goes on after it. */
  #last = '0';

  /** @param {{ onEntry(entry: PageEntry): void, onReady(): void, onState(line: string): void }} listeners */
  constructor({ onEntry, onReady, onState }) {
    this.#onEntry = onEntry;
    this.#onReady = onReady;
    this.#onState = onState;
  }

  /** Begins the browser's session, or goes on with it; says whether it is the owner's. */
  async open() {
    const response = await post('/session', {});
    if (!response.ok) throw new Error(`session: ${response.status}`);
    return Boolean((await response.json()).owner);
  }

  /** A hidden page lets go of its connection: a browser has six for one host, and nothing is missed by it. */
  follow() {
    document.addEventListener('visibilitychange', () => this.#connect());
    addEventListener('pageshow', () => this.#connect());
    addEventListener('pagehide', () => this.#disconnect());
    this.#connect();
  }

  #connect() {
    if (document.hidden) return this.#disconnect();
    if (this.#source && this.#source.readyState !== EventSource.CLOSED) return;
    const source = new EventSource(`/events?after=${this.#last}`);
    this.#source = source;
    source.addEventListener('entry', (event) => {
      this.#last = event.lastEventId;
      this.#onEntry(JSON.parse(event.data));
    });
    source.addEventListener('ready', () => {
      this.#onState('');
      this.#onReady();
    });
    source.addEventListener('error', () => {
      this.#onState(WORDS.lost);
      // Refused, not merely interrupted: the browser itself will not try again.
      if (source.readyState === EventSource.CLOSED) setTimeout(() => this.#reopen(), 2000);
    });
  }

  async #reopen() {
    try {
      await this.open();
    } catch {
      // The server is still away; the next connection fails too and leads back here.
    }
    this.#connect();
  }

  #disconnect() {
    this.#source?.close();
    this.#source = null;
  }

  /**
   * @param {string} text
   * @param {{ name: string, text: string } | null} file
   */
  send(text, file) {
    return this.#ask('/messages', { text, file });
  }

  /**
   * @param {number} message
   * @param {string} action
   */
  press(message, action) {
    return this.#ask('/actions', { message, action });
  }

  /**
   * Sends, once more after a lost session, and tells what went wrong. The nonce stays, so nothing is heard twice.
   * @param {string} path
   * @param {object} body
   * @returns {Promise<boolean>} whether it was taken
   */
  async #ask(path, body) {
    const whole = { ...body, nonce: crypto.randomUUID() };
    try {
      let response = await post(path, whole);
      if (response.status === 401) {
        await this.open();
        response = await post(path, whole);
      }
      if (!response.ok) {
        this.#onState(
          response.status === 413 ? WORDS.tooLong : response.status === 429 ? WORDS.tooMany : WORDS.failed,
        );
        return false;
      }
      this.#onState((await response.json()).passing ?? '');
      return true;
    } catch {
      this.#onState(WORDS.failed);
      return false;
    }
  }
}

/**
 * @param {string} path
 * @param {object} body
 */
function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
