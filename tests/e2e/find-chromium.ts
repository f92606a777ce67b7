import { access, constants } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { type ChromiumInstall, unpackChromium } from './unpack-chromium.ts';

/**
 * `$CHROME_PATH`, then the system's Chromium, then the one that npm brings (Linux on x64), then Playwright's own.
 * A `$CHROME_PATH` that cannot be run is an error, not a reason to take another browser.
 */
export async function findChromium(
  systemPath = '/usr/bin/chromium',
  chosenPath = process.env.CHROME_PATH,
): Promise<ChromiumInstall> {
  if (chosenPath) {
    if (!(await canRun(chosenPath)))
      throw new Error(`CHROME_PATH names no program that can be run: ${chosenPath}`);
    return { executablePath: chosenPath, env: {} };
  }
  if (await canRun(systemPath)) return { executablePath: systemPath, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();

  const executablePath = chromium.executablePath();
  if (await canRun(executablePath)) return { executablePath, env: {} };
  throw new Error('No Chromium here: set CHROME_PATH, or run "npx playwright-core install chromium"');
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
