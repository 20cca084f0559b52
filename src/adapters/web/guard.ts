import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

/**
 * Whether a Host header may speak to the page: names of this machine and the configured host, with the port that is
 * listened on. A name that was rebound to this machine by its DNS is in neither. Where the host is a wildcard
 * (0.0.0.0, ::), any address in figures passes as well: rebinding needs a name.
 */
export function isAllowedHost(header: string | undefined, host: string, port: number): boolean {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(header ?? '');
  if (!match) return false;
  const name = (match[1] as string).toLowerCase().replace(/^\[|\]$/g, '');
  if (Number(match[2] ?? 80) !== port) return false;
  if (isLoopbackName(name)) return true;
  if (host === '0.0.0.0' || host === '::') return isIP(name) !== 0;
  return name === host.toLowerCase();
}

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

interface Origins {
  host: string | undefined;
  origin: string | undefined;
  /** `Sec-Fetch-Site`; absent where the browser is old or the client is none. */
  site: string | undefined;
}

/** Whether a request that changes something, or reads what is private, comes from our own page. */
export function isOwnOrigin({ host, origin, site }: Origins): boolean {
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined) return origin === `http://${host}` || origin === `https://${host}`;
  return site === 'same-origin';
}

/** Refuses other hosts, other origins and, for what is sent, anything but JSON (which no HTML form can send). */
export function guard(host: string, port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const headers = { host: c.req.header('host'), origin: c.req.header('origin') };
    const site = c.req.header('sec-fetch-site');
    if (!isAllowedHost(headers.host, host, port())) return c.text('unknown host\n', 421);
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const isNavigation = c.req.header('sec-fetch-mode') === 'navigate';
      const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
      if (isForeign && !isNavigation) return c.text('not for other sites\n', 403);
    } else {
      if (!isOwnOrigin({ ...headers, site })) return c.text('not for other sites\n', 403);
      if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
        return c.text('send application/json\n', 415);
    }
    return next();
  };
}
