import { describe, expect, it } from 'vitest';
import { findingsInPackage } from './packages.ts';

/** A title, the package's dependencies, and its files. A line has as many findings as it has marks: `work(1); //!`. */
export type MarkedFiles = readonly [
  title: string,
  dependencies: readonly string[],
  files: Readonly<Record<string, string>>,
];

const WORK = '\nasync function work(x) { await x; }\nfunction use(x) { globalThis.used.push(x); }\n';
const CODE = /\.[cm]?[jt]sx?$/;

/**
 * In each file, the marked lines have findings and no others do. There are none if the results of `work(…)` are passed
 * on. If the marked lines are not about `work(…)` itself, `handedOn: false` skips that.
 */
export function markedFiles(rows: readonly MarkedFiles[], { handedOn = true } = {}): void {
  describe.each(rows)('%s', (_title, dependencies, files) => {
    const paths = Object.keys(files).filter((path) => CODE.test(path));
    const all = Object.fromEntries(
      Object.entries(files).map(([path, code]) => [path, code.includes('work(') ? code + WORK : code]),
    );

    it.each(paths)('%s: finds what is marked', (path) => {
      const marked = linesOf(all[path] ?? '', /\/\/(!+)\s*$/);
      expect(foundIn(path, all, dependencies)).toEqual(marked);
    });

    it.each(paths.filter((path) => handedOn && files[path]?.includes('work(') === true))(
      '%s: nothing of what is handed on',
      (path) => {
        const code = all[path] ?? '';
        const kept = code.replaceAll(/(?<![.\w]|function )work\((\w*)\)/g, 'use(work($1))');
        const left = linesOf(code, /^(?!.*\bwork\().*\/\/(!+)\s*$/);
        expect(foundIn(path, { ...all, [path]: kept }, dependencies)).toEqual(left);
      },
    );
  });
}

/** The numbers of the marked lines, each as often as it has marks. */
function linesOf(code: string, mark: RegExp): number[] {
  return code
    .split('\n')
    .flatMap((line, index) => Array.from({ length: mark.exec(line)?.[1]?.length ?? 0 }, () => index + 1));
}

function foundIn(path: string, files: Readonly<Record<string, string>>, dependencies: readonly string[]): number[] {
  const { findings, source } = findingsInPackage(dependencies, files, path, { reach: 'project' });
  return findings.map(({ node }) => source.text.slice(0, node.range[0]).split('\n').length).sort((a, b) => a - b);
}
