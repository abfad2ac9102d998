import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';

/** The names of Chromium and its relatives on a PATH. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** A browser on this machine: the one that CHROME_PATH names, or one on the PATH; undefined if there is none. */
export function browserPath(): string | undefined {
  const { CHROME_PATH: named, PATH: path = '' } = process.env;
  const places = path.split(delimiter).filter((folder) => folder !== '');
  return [
    ...(named === undefined ? [] : [named]),
    ...NAMES.flatMap((name) => places.map((folder) => join(folder, name))),
  ].find(isExecutable);
}

/** Starts it without a window. The driver is loaded only here: most machines that run the tests have no browser. */
export async function startBrowser(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  // In a container, Chromium's own sandbox lacks the rights that it needs. The pages are ours.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
