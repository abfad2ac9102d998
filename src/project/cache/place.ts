import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './cache-file.ts';

/** Whether a project has a folder for caches: tools put them into `node_modules/.cache`, which nobody commits. */
export function hasCachePlace(root: string): boolean {
  return existsSync(join(root, 'node_modules'));
}

/**
 * The cache file of the packages below a folder, for one set of settings; undefined if there is no place for it. Another
 * version of this program has another file.
 */
export function cacheFileIn(root: string, settings: string): string | undefined {
  if (!hasCachePlace(root)) return undefined;
  return join(root, 'node_modules/.cache/fire-task', `${digestOf(`${programDigest()}\n${settings}`)}.json`);
}

/**
 * Identifies this program's own code, because another version may find out more, or less. The rule and the command have
 * the same, which the build writes beside them.
 */
function programDigest(): string {
  const folder = new URL('.', import.meta.url);
  const built = ['digest.txt', '../digest.txt'].map((path) => new URL(path, folder)).find((path) => existsSync(path));
  return built === undefined ? digestOfCode(folder) : readFileSync(built, 'utf8');
}

/** Code that was not built is only run by tests. */
function digestOfCode(folder: URL): string {
  return digestOf(
    readdirSync(folder)
      .filter((name) => /\.[cm]?[jt]s$/.test(name))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n'),
  );
}
