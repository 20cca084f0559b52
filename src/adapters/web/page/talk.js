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
  /** What was sent last and has not been taken. @type {{ key: string, nonce: string } | null} */
  #failed = null;

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
   * What is sent again after a failure keeps its nonce: if it had arrived after all, it is not heard twice.
   * @param {string} text
   * @param {{ name: string, base64: string } | null} file
   */
  async send(text, file) {
    const key = JSON.stringify([text, file]);
    const nonce = this.#failed?.key === key ? this.#failed.nonce : makeNonce();
    this.#failed = { key, nonce };
    const isTaken = await this.#ask('/messages', { text, file, nonce });
    if (isTaken && this.#failed?.nonce === nonce) this.#failed = null;
    return isTaken;
  }

  /**
   * @param {number} message
   * @param {string} action
   */
  press(message, action) {
    return this.#ask('/actions', { message, action });
  }

  /**
   * Sends, once more after a lost session, and tells what went wrong.
   * @param {string} path
   * @param {object} body
   * @returns {Promise<boolean>} whether it was taken
   */
  async #ask(path, body) {
    try {
      let response = await post(path, body);
      if (response.status === 401) {
        await this.open();
        response = await post(path, body);
      }
      if (!response.ok) {
        this.#onState(await explain(response));
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

/** Not `randomUUID`: it is there only on pages of this machine and under https. */
function makeNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/**
 * Why the server did not take it.
 * @param {Response} response
 * @returns {Promise<string>}
 */
async function explain(response) {
  if (response.status === 422) return (await response.json()).passing;
  if (response.status === 413) return WORDS.tooLong;
  return response.status === 429 ? WORDS.tooMany : WORDS.failed;
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
