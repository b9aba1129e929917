import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);

/**
 * Whether browser tests can run. Where no Chromium is installed they are left out, loudly; under CI that is a
 * failure, for a check that never runs is none.
 */
export function chromiumIsThere(): boolean {
  if (isThere) return true;
  const where = `There is no Chromium at ${executablePath}: set CHROMIUM to its path, or install it.`;
  if (process.env.CI) throw new Error(where);
  console.warn(`BROWSER TESTS ARE NOT RUN. ${where}`);
  return false;
}

/** A browser without a window that speaks to nobody by itself. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
