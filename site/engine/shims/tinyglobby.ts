import { filesBelow } from '../disk.ts';

/** The files of a folder that match the engine's patterns: all code, every package.json, or both. */
export function globSync(patterns: readonly string[], { cwd }: { cwd: string }): string[] {
  const asksCode = patterns.some((pattern) => pattern === '**' || pattern.startsWith('**/*.'));
  const asksManifests = patterns.some((pattern) => pattern.endsWith('package.json'));
  return filesBelow(cwd).filter(
    (path) =>
      (asksManifests && /(?:^|\/)package\.json$/.test(path)) ||
      (asksCode && /\.[cm]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts')),
  );
}
