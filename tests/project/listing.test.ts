import { expect, it } from 'vitest';
import { builtAmong } from '../../src/project/built.ts';

it.each([
  ['beside the sources that it is built of', ['src/index.js', 'build/index.js'], ['build/index.js']],
  ['beside sources in TypeScript', ['src/app.ts', 'dist/app.js'], ['dist/app.js']],
  ['among the sources: a part of the program', ['src/index.js', 'src/build/index.js'], []],
  ['among the sources, deeper', ['src/a/index.js', 'src/a/dist/index.js', 'source/build/a.js', 'source/a.js'], []],
  ['of a package that has no folder of sources', ['index.js', 'build/index.js'], ['build/index.js']],
  ['without sources', ['build/index.js'], []],
])('a folder of built code %s', (_situation, paths, built) => {
  expect([...builtAmong(paths)]).toEqual(built);
});
