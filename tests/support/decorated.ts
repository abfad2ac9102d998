import { findingsInPackage } from './packages.ts';

/**
 * The launches found in the only file of a package on disk: values that code puts on a framework's objects are looked
 * up in the whole package.
 */
export function launchesInPackage(dependency: string, file: string, code: string): string[] {
  const { findings, source } = findingsInPackage([dependency], { [file]: code }, file);
  return findings.map(({ node }) => source.text.slice(...node.range));
}
