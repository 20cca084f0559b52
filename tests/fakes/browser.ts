import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's own; a test never downloads a browser. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Nothing that a fresh profile does by itself may reach the network or ask for a display. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Null where Chromium is there; else why tests in a browser are skipped, for the newcomer to read. */
export const whyNoBrowser: string | null = existsSync(EXECUTABLE)
  ? null
  : `no Chromium at ${EXECUTABLE}: tests in a real browser are skipped (Debian: apt-get install chromium; elsewhere set CHROMIUM to its path)`;

if (whyNoBrowser) process.stderr.write(`${whyNoBrowser}\n`);

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}
