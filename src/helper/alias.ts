import { dirname, extname, posix, relative, resolve, sep } from 'node:path';
import { createPathsMatcher, getTsconfig } from 'get-tsconfig';
import type { Source } from '../syntax/source.ts';
import type { TrackerHome } from './home.ts';
import type { Workspace } from '../project/workspace.ts';
import { escaped } from '../syntax/escape.ts';

/** An import alias: a prefix, and the folder that it stands for. */
interface Alias {
  /** `@/`, `#lib/` */
  readonly prefix: string;
  /** Absolute. */
  readonly folder: string;
  /** The extension that the alias adds, so that imports omit it: `.js`. */
  readonly ending: string;
}

/**
 * The specifier through which a file would import the tracker by an alias: one of the tsconfig's `paths`
 * (`@/lib/fire-task`) or of the package's `imports` (`#lib/fire-task.js`).
 * Undefined unless the file already uses that alias, and the tracker is outside the file's folder.
 */
export function trackerAlias(
  { path: home }: TrackerHome,
  { path, text }: Source,
  workspace: Workspace,
): string | undefined {
  if (!relative(dirname(path), home).startsWith('..') || importsBeside(home, path, text)) return undefined;
  for (const { prefix, folder, ending } of [...packageAliases(path, home, workspace), ...tsconfigAliases(path, home)]) {
    const endings = endingsAfter(prefix, text);
    const below = relative(folder, home).split(sep).join('/');
    if (endings.length === 0 || below.startsWith('..')) continue;
    return prefix + (ending === '' ? withEnding(below, endings) : withoutExtension(below));
  }
  return undefined;
}

/** Whether the file imports another file from the tracker's folder by a relative path. The tracker then is, too. */
function importsBeside(home: string, path: string, text: string): boolean {
  return [...text.matchAll(/(?:from|import|import\(|require\()\s*['"](\.\.?\/[^'"]+)['"]/g)].some(
    ([, specifier = '']) => dirname(resolve(dirname(path), specifier)) === dirname(home),
  );
}

/**
 * `{ "#lib/*": "./src/lib/*" }` in the package.json. Aliases with a condition that resolves elsewhere, for example to
 * built code, are skipped.
 */
function packageAliases(path: string, home: string, workspace: Workspace): Alias[] {
  const { root, manifest } = workspace.packages.of(path);
  return Object.entries(manifest.imports ?? {}).flatMap(([key, value]): Alias[] => {
    const targets = targetsOf(value).map((target) => /^(\.\/(?:[^*]*\/)?)\*(\.[cm]?[jt]sx?)?$/.exec(target));
    const [first] = targets;
    const leads = targets.every((target) => target !== null && home.startsWith(resolve(root, target[1] ?? '.') + sep));
    return key.endsWith('*') && first != null && leads
      ? [{ prefix: key.slice(0, -1), folder: resolve(root, first[1] ?? '.'), ending: first[2] ?? '' }]
      : [];
  });
}

function targetsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(targetsOf) : [];
}

/** `{ "@/*": ["./src/*"] }` in the nearest tsconfig, if it resolves to the tracker. */
function tsconfigAliases(path: string, home: string): Alias[] {
  try {
    const found = getTsconfig(dirname(path));
    const matches = found === null ? null : createPathsMatcher(found);
    if (found === null || matches === null) return [];
    const { paths = {}, baseUrl = '.' } = found.config.compilerOptions ?? {};
    return Object.entries(paths).flatMap(([pattern, targets]) => {
      const prefix = pattern.slice(0, -1);
      if (!pattern.endsWith('*') || prefix === '') return [];
      return targets.flatMap((target): Alias[] => {
        const folder = resolve(dirname(found.path), baseUrl, target.replace(/\*$/, ''));
        const below = relative(folder, home).split(sep).join('/');
        const leads =
          target.endsWith('*') &&
          matches(prefix + withoutExtension(below)).some(
            (candidate) => withoutExtension(candidate) === withoutExtension(home),
          );
        return leads ? [{ prefix, folder, ending: '' }] : [];
      });
    });
  } catch {
    // A configuration that the tsconfig extends is not installed.
    return [];
  }
}

/** The extensions that the file writes in imports with an alias; '' for none. */
function endingsAfter(prefix: string, text: string): string[] {
  return [
    ...text.matchAll(new RegExp(`(?:from|import|import\\(|require\\()\\s*['"]${escaped(prefix)}([^'"]+)['"]`, 'g')),
  ].map(([, rest = '']) => extname(rest));
}

function withEnding(path: string, endings: readonly string[]): string {
  const own = extname(path);
  const compiled = own.replace('ts', 'js');
  const ending = endings.some((written) => /^\.[cm]?tsx?$/.test(written))
    ? own
    : endings.some((written) => /^\.[cm]?jsx?$/.test(written)) || compiled !== '.js'
      ? compiled
      : '';
  return posix.normalize(withoutExtension(path) + ending);
}

/** A code path without its extension. */
export function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]s$/, '');
}
