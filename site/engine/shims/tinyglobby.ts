import { filesBelow } from '../disk.ts';

/** The files of a folder that one of the engine's patterns names: all code, or each package.json below the top. */
export function globSync([pattern = '']: readonly string[], { cwd }: { cwd: string }): string[] {
  const files = filesBelow(cwd);
  if (pattern.endsWith('package.json')) return files.filter((path) => path.endsWith('/package.json'));
  return files.filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts'));
}
