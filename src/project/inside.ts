import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * The folder of the whole project around `folder`: its repository, else the outermost package, else the folder itself.
 */
export function projectAround(folder: string): string {
  let outermost = folder;
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (existsSync(join(at, 'package.json'))) outermost = at;
    if (dirname(at) === at) return outermost;
  }
}

/**
 * Where a path that may not be there yet really is, links followed, when that is outside of `project`; undefined when
 * it is inside.
 */
export function placeOutside(path: string, project: string): string | undefined {
  const real = realPlaceOf(path);
  const [first] = relative(realpathSync(project), real).split(sep);
  return first === '..' || (first !== undefined && /^[a-z]:$/i.test(first)) ? real : undefined;
}

function realPlaceOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPlaceOf(folder), path.slice(folder.length));
  }
}
