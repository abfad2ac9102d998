import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Generates files before any test reads them: the catalog's list, the forms of the helper, the detector. The latter two
 * are skipped after `npm run build`, which generates the same.
 */
export async function setup(): Promise<void> {
  const { writeCatalogList } = (await script('list-catalog')) as { writeCatalogList: () => void };
  writeCatalogList();
  if (isOlder('dist/tracker', 'src/tracker', 'scripts')) {
    const { writeTracker } = (await script('build-tracker')) as { writeTracker: () => Promise<void> };
    await writeTracker();
  }
  if (isOlder('dist/detect.cjs', 'src/detect', 'scripts')) {
    const { writeDetect } = (await script('build-detect')) as { writeDetect: () => Promise<void> };
    await writeDetect();
  }
}

/** Whether a file or a folder does not exist, or contains something older than its sources. */
function isOlder(made: string, ...sources: readonly string[]): boolean {
  const times = timesBelow(made);
  return times.length === 0 || Math.min(...times) < Math.max(...sources.flatMap(timesBelow));
}

/** The modification time of a file, or of each file below a folder. */
function timesBelow(path: string): number[] {
  if (!existsSync(`${ROOT}${path}`)) return [];
  if (!statSync(`${ROOT}${path}`).isDirectory()) return [statSync(`${ROOT}${path}`).mtimeMs];
  return readdirSync(`${ROOT}${path}`).flatMap((name) => timesBelow(`${path}/${name}`));
}

async function script(name: string): Promise<unknown> {
  return import(new URL(`../../scripts/${name}.js`, import.meta.url).href);
}
