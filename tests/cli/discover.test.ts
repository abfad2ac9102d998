import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discoverFiles } from '../../src/cli/discover.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { write, git } = box;

/** Creates empty files, and a package around them. */
function files(...paths: string[]): void {
  write('package.json', '{}');
  for (const path of paths) write(path, '');
}

function found(...paths: string[]): string[] {
  return discoverFiles(paths.length === 0 ? ['.'] : paths, box.terminal).map((path) => relative(box.folder, path));
}

/** With git and without, the results are the same. */
describe.each([['in a repository'], ['without git']])('%s', (place) => {
  const settle = (): void => {
    if (place === 'in a repository') box.commitAll();
  };

  it('finds every kind of code file, in order, under names of all kinds', () => {
    files(
      'b.ts',
      'a.js',
      'c.jsx',
      'd.mjs',
      'e.cjs',
      'f.tsx',
      'g.mts',
      'h.cts',
      'src/mit Leerzeichen/größe [id].ts',
      'readme.md',
      'style.css',
      'data.json',
    );
    settle();
    expect(found()).toEqual([
      'a.js',
      'b.ts',
      'c.jsx',
      'd.mjs',
      'e.cjs',
      'f.tsx',
      'g.mts',
      'h.cts',
      'src/mit Leerzeichen/größe [id].ts',
    ]);
  });

  it('leaves out declarations, minified files, dependencies and build output', () => {
    files(
      'a.ts',
      'types.d.ts',
      'types.d.mts',
      'lib.min.js',
      '.pnp.cjs',
      '.yarn/releases/yarn.cjs',
      'node_modules/x/index.js',
      'packages/p/node_modules/y/index.js',
      'dist/a.js',
      '.next/server/app.js',
    );
    settle();
    expect(found()).toEqual(['a.ts']);
  });

  it('leaves out tests, unless they are named', () => {
    files('src/a.ts', 'src/a.test.ts', 'src/__tests__/b.ts', 'tests/c.ts', 'tests/deep/d.ts');
    settle();
    expect(found()).toEqual(['src/a.ts']);
    expect(found('src/a.test.ts')).toEqual(['src/a.test.ts']);
    expect(found('tests')).toEqual(['tests/c.ts', 'tests/deep/d.ts']);
  });

  it('follows .gitignore, nested and negated', () => {
    files('a.ts', 'generated/b.ts', 'src/keep.gen.ts', 'src/drop.gen.ts', 'src/inner/c.ts', 'src/inner/local.ts');
    write('.gitignore', '/generated\n*.gen.ts\n!keep.gen.ts\n');
    write('src/inner/.gitignore', 'local.ts\n');
    settle();
    expect(found()).toEqual(['a.ts', 'src/inner/c.ts', 'src/keep.gen.ts']);
  });

  it('follows no link: not out of the project, not into a loop', () => {
    files('project/src/a.ts', 'outside/secret.ts');
    write('project/package.json', '{}');
    symlinkSync(join(box.folder, 'outside'), join(box.folder, 'project/src/outside'));
    symlinkSync(join(box.folder, 'outside/secret.ts'), join(box.folder, 'project/src/secret.ts'));
    symlinkSync(join(box.folder, 'project/src'), join(box.folder, 'project/src/loop'));
    settle();
    expect(found('project')).toEqual(['project/src/a.ts']);
  });

  it('takes each file once, however often it is named', () => {
    files('src/a.ts', 'src/b.ts');
    settle();
    expect(found('src', 'src/a.ts', './src/../src/a.ts')).toEqual(['src/a.ts', 'src/b.ts']);
  });

  it('reads a folder whose name means something to git', () => {
    files('app/[id]/route.ts', 'app/(shop)/route.ts', ':weird/a.ts');
    settle();
    expect(found('app/[id]', ':weird')).toEqual([':weird/a.ts', 'app/[id]/route.ts']);
  });
});

describe('in a repository', () => {
  it('takes files that are not added yet, and passes over those that are deleted', () => {
    files('a.ts', 'gone.ts');
    box.commitAll();
    write('new.ts', '');
    rmSync(join(box.folder, 'gone.ts'));
    expect(found()).toEqual(['a.ts', 'new.ts']);
  });

  it('takes a folder called build as git does', () => {
    files('src/build/a.ts');
    box.commitAll();
    expect(found()).toEqual(['src/build/a.ts']);
  });

  it('is not misled by the variables that git sets for its hooks', () => {
    files('inner/a.ts');
    box.commitAll();
    mkdirSync(join(box.folder, 'other'));
    git('init', '--quiet', 'other');
    process.env['GIT_DIR'] = join(box.folder, 'other/.git');
    try {
      expect(found()).toEqual(['inner/a.ts']);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });
});

describe('a path that cannot be meant', () => {
  it.each([
    ['does not exist', 'nowhere.ts', 'The path nowhere.ts does not exist'],
    ['is below a file', 'a.ts/b.ts', 'The path a.ts/b.ts does not exist'],
    ['is no code', 'notes.md', 'notes.md is not JavaScript or TypeScript code'],
    ['is a declaration', 'types.d.ts', 'types.d.ts is not JavaScript or TypeScript code'],
    ['is a dependency', 'node_modules/x', "node_modules/x is in node_modules, which is other people's code"],
    ['has no code in it', 'docs', 'No JavaScript or TypeScript file was found in docs'],
  ])('is said: it %s', (_situation, path, sentence) => {
    files('a.ts', 'notes.md', 'types.d.ts', 'node_modules/x/index.js', 'docs/guide.md');
    expect(() => found(path)).toThrow(sentence);
  });
});
