import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../../src/findings/finding.ts';
import type { UserOptions } from '../../src/findings/options.ts';
import type { Source } from '../../src/syntax/source.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { sourceFrom } from './findings.ts';
import { findUntracked } from './engine.ts';

/** Asks about one file of a package that is on disk only during the call. */
export function inPackage<Answer>(
  dependencies: readonly string[],
  files: Readonly<Record<string, string>>,
  path: string,
  ask: (source: Source) => Answer,
): Answer {
  const root = mkdtempSync(join(tmpdir(), 'fire-task-package-'));
  const manifest = { dependencies: Object.fromEntries(dependencies.map((name) => [name, '1'])) };
  for (const [name, text] of Object.entries({ 'package.json': JSON.stringify(manifest), ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  try {
    return ask(sourceFrom(files[path] ?? '', join(root, path)));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The findings in one file of such a package. */
export function findingsInPackage(
  dependencies: readonly string[],
  files: Readonly<Record<string, string>>,
  path: string,
  options: UserOptions = {},
): { findings: readonly Finding[]; source: Source } {
  return inPackage(dependencies, files, path, (source) => ({
    findings: findUntracked(source, completeOptions(options)),
    source,
  }));
}
