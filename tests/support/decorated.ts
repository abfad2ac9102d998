import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { sourceFrom } from './findings.ts';

/** The launches found in the only file of a package on disk: what code puts on a framework's objects is looked up in the whole package. */
export function launchesInPackage(dependency: string, file: string, code: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'fire-task-decorated-'));
  const path = join(root, file);
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { [dependency]: '1' } }));
  writeFileSync(path, code);
  const source = sourceFrom(code, path);
  const launches = findUntracked(source, completeOptions({ reach: 'project' })).map(({ node }) => source.text.slice(...node.range));
  rmSync(root, { recursive: true });
  return launches;
}
