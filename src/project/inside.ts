import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * The folder of the whole project around `folder`: its repository, otherwise the outermost package, otherwise `folder`.
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
 * The real place of a path that may not exist yet, with links followed, if that is outside `project`; otherwise
 * undefined.
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
