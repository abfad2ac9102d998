import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Signs } from '../catalog/entry.ts';
import type { Package } from '../project/package.ts';

/** Whether a package depends on something that exists only for this platform, or has the platform's files. */
export function hasSigns({ packages = [], files = [] }: Signs, { root, manifest }: Package): boolean {
  return packages.some((name) => manifest.dependencies.has(name)) || files.some((name) => existsSync(join(root, name)));
}
