import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    tarball: string;
  }
}

const ROOT = join(import.meta.dirname, '../../..');

/** Builds and packs the package once for all test files, as `npm publish` would. */
export default function setup({ provide }: TestProject): void {
  const folder = join(ROOT, '.cache/installs');
  mkdirSync(folder, { recursive: true });
  const built = spawnSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`npm pack failed:\n${stderr}`);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  provide('tarball', join(folder, filename));
}
