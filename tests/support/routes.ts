import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { standardCatalog } from '../../src/catalog/lookup.ts';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { findHandlers } from '../../src/handlers/find.ts';
import { sourceFrom } from './findings.ts';

/** What the handlers of a file are called, in the order they are found. */
export function routesIn(code: string, path?: string): string[] {
  return findHandlers(sourceFrom(code, path), standardCatalog()).map(({ route }) => route);
}

/** The routes of the findings in one file of a package on disk that depends on one thing. */
export function routesInPackage(dependency: string, path: string, code: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'fire-task-convention-'));
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { [dependency]: '1' } }));
  writeFileSync(file, code);
  const routes = findUntracked(sourceFrom(code, file), completeOptions({ reach: 'file' })).map(({ origin }) => origin.handler.route);
  rmSync(root, { recursive: true });
  return routes;
}
