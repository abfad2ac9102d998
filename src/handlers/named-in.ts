import { posix, relative, sep } from 'node:path';
import type { NamedIn } from '../catalog/entry.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { settingsAbove } from '../project/settings-files.ts';
import { TextAnswers } from '../project/per-text.ts';
import { perWorkspace } from '../project/workspace.ts';

/**
 * For each file, the exports that settings name. Paths have no extension and are relative to the folder of the
 * settings.
 */
type Named = ReadonlyMap<string, readonly string[]>;

const namedBy = perWorkspace(() => new TextAnswers<Map<NamedIn, Named>>());

/** The exports of a file that a settings file names as handlers: `handler: src/orders.create`. */
export function exportsNamedIn(path: string, facet: NamedIn, evaluation: Evaluation): readonly string[] {
  return settingsAbove(path, facet.files, evaluation.workspace).flatMap(({ folder, file }) => {
    const place = relative(folder, path)
      .split(sep)
      .join('/')
      .replace(/\.\w+$/, '');
    return namedAt(file, facet, evaluation).get(place) ?? [];
  });
}

function namedAt(settings: string, facet: NamedIn, { workspace }: Evaluation): Named {
  const text = workspace.files.textAt(settings) ?? '';
  const known = namedBy(workspace).answer(settings, text, () => new Map<NamedIn, Named>());
  const named = known.get(facet) ?? readNames(text, facet);
  known.set(facet, named);
  return named;
}

function readNames(text: string, { says, below }: NamedIn): Named {
  const roots = below === undefined ? [] : matchesOf(text, below).map(({ folder = '' }) => folder);
  const named = new Map<string, string[]>();
  for (const { file = '', name = '' } of matchesOf(text, says))
    // The deployed file may be built from one in `src`.
    for (const root of ['', ...roots].flatMap((each) => [
      each,
      each.replace(/^(?:\.\/)?(?:dist|build|\.build)\b/, 'src'),
    ])) {
      const place = posix.join(root, file).replace(/^\//, '');
      const names = named.get(place) ?? [];
      if (!names.includes(name)) named.set(place, [...names, name]);
    }
  return named;
}

function matchesOf(text: string, pattern: RegExp): Record<string, string>[] {
  const every = new RegExp(pattern.source, [...new Set(`${pattern.flags}g`)].join(''));
  return [...text.matchAll(every)].map(({ groups = {} }) => groups);
}
