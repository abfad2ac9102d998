import { describe, expect, it } from 'vitest';
import { mayHoldHandlers } from '../../src/handlers/prefilter.ts';
import { whereOf } from '../../src/findings/wording.ts';
import { findingsIn } from './findings.ts';
import { routesInPackage } from './routes.ts';
import { recognition } from './engine.ts';

const WORK = 'async function work(x) { await x; }\n';

/**
 * A title; code as in the product's documentation, in which no `work(…)` is awaited; and the routes of the handlers
 * that call it.
 */
export type Documented = readonly [title: string, code: string, routes: readonly string[]];

/**
 * Each un-awaited `work(…)` is found under its route, and none is if it is awaited. Functions in the code are async.
 */
export function documented(rows: readonly Documented[]): void {
  describe.each(rows)('%s', (_title, code, routes) => {
    it('finds what each handler leaves behind', () => {
      expect(
        findingsIn(WORK + code)
          .map(whereOf)
          .map((where) => where.slice(1, -1)),
      ).toEqual(routes);
      // With reach `project`, files that seem to contain no handlers are not even parsed.
      if (routes.length > 0) expect(mayHoldHandlers('/virtual/app.ts', code, recognition())).toBe(true);
    });

    it('is silent where the work is awaited', () => {
      expect(findingsIn(WORK + awaited(code))).toEqual([]);
    });
  });
}

/** The same in a package on disk: a dependency, the file's path, its code, its routes. */
export function documentedFiles(
  rows: readonly (readonly [dependency: string, path: string, code: string, routes: readonly string[]])[],
): void {
  describe.each(rows)('%s: %s', (dependency, path, code, routes) => {
    it('finds what each handler leaves behind', () => {
      expect(routesInPackage(dependency, path, `${code}\n${WORK}`)).toEqual(routes);
      expect(routesInPackage(dependency, path, `${code}\n${WORK}`, {}, 'project')).toEqual(routes);
    });

    it('is silent where the work is awaited, and in a package that has nothing to do with it', () => {
      expect(routesInPackage(dependency, path, `${awaited(code)}\n${WORK}`)).toEqual([]);
      expect(routesInPackage('left-pad', path, `${code}\n${WORK}`)).toEqual([]);
    });
  });
}

function awaited(code: string): string {
  return code.replaceAll(/(?<![.\w])work\(/g, 'await work(');
}
