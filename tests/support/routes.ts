import { findHandlers } from '../../src/handlers/find.ts';
import { sourceFrom } from './findings.ts';
import { findingsInPackage } from './packages.ts';
import { recognition } from './engine.ts';

/** The routes of a file's handlers, in the order they are found. */
export function routesIn(code: string, path?: string): string[] {
  return findHandlers(sourceFrom(code, path), recognition()).map(({ route }) => route);
}

/** The routes of the findings in one file of a package on disk that has one dependency. */
export function routesInPackage(
  dependency: string,
  path: string,
  code: string,
  others: Readonly<Record<string, string>> = {},
  reach: 'file' | 'project' = 'file',
): string[] {
  return findingsInPackage([dependency], { ...others, [path]: code }, path, { reach }).findings.map(
    ({ origin }) => origin.handler.route,
  );
}
