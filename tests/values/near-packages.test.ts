import { describe, expect, it } from 'vitest';
import { sourcesByPackage, sourcesMentioning, textsMentioning } from '../../src/values/near.ts';
import { evaluationBy } from '../support/engine.ts';
import { inPackage } from '../support/packages.ts';

const FITS = /\bship\(/;
const pack = (name: string | undefined, dependencies: readonly string[] = []): string =>
  JSON.stringify({ name, dependencies: Object.fromEntries(dependencies.map((each) => [each, '1'])) });
const FILES = {
  'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
  'packages/a/package.json': pack('a', ['used', 'elsewhere']),
  'packages/a/app.js': 'ship(1);',
  'packages/a/other.js': 'ship(2);',
  'packages/a/mentions.js': '// ship',
  'packages/used/package.json': pack('used'),
  'packages/used/used.js': 'ship(3);',
  'packages/user/package.json': pack('user', ['a']),
  'packages/user/user.js': 'ship(4);',
  'packages/stranger/package.json': pack('stranger', ['used']),
  'packages/stranger/stranger.js': 'ship(5);',
};

/** The last names of the files that are found from `packages/a/app.js`. */
function near(most?: number, files: Readonly<Record<string, string>> = {}): string[] {
  return inPackage([], { ...FILES, ...files }, 'packages/a/app.js', (source) =>
    sourcesMentioning('ship', FITS, source, evaluationBy(), most).map(({ path }) => path.split('/').at(-1) ?? ''),
  );
}

describe('the files near one that mention a word', () => {
  it('are those of its package, of what it depends on, and of what depends on it', () => {
    expect(near()).toEqual(['app.js', 'other.js', 'used.js', 'user.js']);
  });

  it.each([
    [5, ['app.js', 'other.js', 'used.js', 'user.js']],
    [4, ['app.js', 'other.js', 'used.js', 'user.js']],
    [3, ['app.js', 'other.js']],
    [2, ['app.js', 'other.js']],
    [1, []],
  ])('are at most %i', (most, found) => {
    expect(near(most)).toEqual(found);
  });

  it('include nobody who depends on a package without a name', () => {
    expect(near(undefined, { 'packages/a/package.json': pack(undefined, ['used']) })).toEqual([
      'app.js',
      'other.js',
      'used.js',
    ]);
  });

  it('are not its own twice if it depends on itself', () => {
    expect(near(undefined, { 'packages/a/package.json': pack('a', ['a']) })).toEqual(['app.js', 'other.js', 'user.js']);
  });

  it('are the asking source itself and other ones', () => {
    inPackage([], FILES, 'packages/a/app.js', (source) => {
      const [own, other] = sourcesMentioning('ship', FITS, source, evaluationBy());
      expect(own).toBe(source);
      expect(other?.text).toBe('ship(2);');
    });
  });

  it('come as texts, too', () => {
    inPackage([], FILES, 'packages/a/app.js', (source) => {
      expect(textsMentioning('ship', FITS, source, evaluationBy())).toEqual([
        'ship(1);',
        'ship(2);',
        'ship(3);',
        'ship(4);',
      ]);
    });
  });

  it.each([
    [2, [2, 2]],
    [1, [0, 0]],
  ])('come in two lists of at most %i', (most, counts) => {
    inPackage([], FILES, 'packages/a/app.js', (source) => {
      const lists = sourcesByPackage('ship', FITS, source, evaluationBy(), most);
      expect(lists.map((list) => list().length)).toEqual(counts);
    });
  });
});
