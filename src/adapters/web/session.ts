import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Secret } from '#shared/secret.ts';

/** A reader's browser: its chat, and whether it was opened with the owner key. */
export interface Session {
  /** Hash of the cookie, so that nothing stored or logged can be used to enter as this reader. */
  chat: string;
  isOwner: boolean;
}

const COOKIE = 'mujaz_session';
/** 256 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** Browsers keep no cookie longer than 400 days (RFC 6265bis, 5.5). */
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

/** Who asks is told by two cookies: a random token, and the owner's mark over that very token. */
export class Sessions {
  readonly #ownerKey: Secret;
  readonly #port: () => number;

  /** `port`: cookies are shared by all ports of a host, and two programs on one machine have two owner keys. */
  constructor(ownerKey: Secret, port: () => number) {
    this.#ownerKey = ownerKey;
    this.#port = port;
  }

  /** Null where the browser has no session yet. */
  read(c: Context): Session | null {
    const token = getCookie(c, COOKIE);
    if (!token || !TOKEN.test(token)) return null;
    const mark = getCookie(c, this.#ownerCookie()) ?? '';
    return { chat: chatOf(token), isOwner: sameText(mark, this.#ownerMark(token)) };
  }

  /** The browser's session, begun now where it had none. */
  open(c: Context): Session {
    const session = this.read(c);
    if (session) return session;
    const token = randomBytes(32).toString('base64url');
    this.#set(c, COOKIE, token);
    return { chat: chatOf(token), isOwner: false };
  }

  /** Marks the browser as the owner's where `key` is the owner key; says whether it was. */
  claim(c: Context, key: string): boolean {
    if (!sameText(key, this.#ownerKey.reveal())) return false;
    const known = getCookie(c, COOKIE);
    const token = known && TOKEN.test(known) ? known : randomBytes(32).toString('base64url');
    this.#set(c, COOKIE, token);
    this.#set(c, this.#ownerCookie(), this.#ownerMark(token));
    return true;
  }

  #ownerCookie(): string {
    return `mujaz_owner_${this.#port()}`;
  }

  #ownerMark(token: string): string {
    return createHmac('sha256', this.#ownerKey.reveal()).update(`owner ${token}`).digest('base64url');
  }

  #set(c: Context, name: string, value: string): void {
    setCookie(c, name, value, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: MAX_AGE_SECONDS });
  }
}

function chatOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url').slice(0, 32);
}

/** Equality in a time that does not tell how much was right; hashing first makes the lengths equal. */
function sameText(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
