import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { completeOptions } from '../../src/findings/options.ts';
import { messageOf } from '../../src/findings/wording.ts';
import { sourceFrom } from '../support/findings.ts';
import { findUntracked, refreshProject } from '../support/engine.ts';

const PROJECTS = fileURLToPath(new URL('../projects/', import.meta.url));
const FILES = globSync(['**/*.{js,ts,tsx,cjs,mjs}'], {
  cwd: PROJECTS,
  ignore: ['**/node_modules/**', '**/*.d.ts'],
}).sort();
// The projects lie below a folder `tests`.
const OPTIONS = completeOptions({ tests: true });

function linted(files: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    files.map((file) => {
      const path = join(PROJECTS, file);
      return [
        relative(PROJECTS, path),
        findUntracked(sourceFrom(readFileSync(path, 'utf8'), path), OPTIONS).map(
          (finding) => `${finding.node.range.join('-')} ${messageOf(finding)}`,
        ),
      ];
    }),
  );
}

describe('the order of files says nothing', () => {
  refreshProject();
  const expected = linted(FILES);

  it('there is something to find', () => {
    expect(Object.values(expected).flat().length).toBeGreaterThan(5);
  });

  it('backwards', () => {
    refreshProject();
    expect(linted([...FILES].reverse())).toEqual(expected);
  });

  it.each([1, 2, 3])('shuffled (%i)', (seed) => {
    refreshProject();
    const shuffled = [...FILES]
      .map((file, index) => ({ file, key: ((index + 1) * 7919 * seed) % 104_729 }))
      .sort((a, b) => a.key - b.key);
    expect(linted(shuffled.map(({ file }) => file))).toEqual(expected);
  });

  it.each(FILES)('%s alone', (file) => {
    refreshProject();
    expect(linted([file])[file]).toEqual(expected[file]);
  });

  it('and without forgetting anything in between', () => {
    expect(linted(FILES)).toEqual(expected);
    expect(linted(FILES)).toEqual(expected);
  });
});
