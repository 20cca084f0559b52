import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AUDIT = readFileSync(new URL('audit-page.js', import.meta.url), 'utf8');

/** What on the page somebody cannot see, reach or be told, one line each: see `audit-page.js`, which runs in it. */
export function auditPage(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(AUDIT);
}
