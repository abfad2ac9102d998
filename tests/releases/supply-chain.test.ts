import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
const installed = Object.entries(packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true,
);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('the lock file', () => {
  it('has each package from the registry, with its hash', () => {
    expect(installed.length).toBeGreaterThan(500);
    // Where no address is noted, the registry is meant.
    const others = installed.filter(
      ([, { resolved = 'https://registry.npmjs.org/', integrity }]) =>
        !resolved.startsWith('https://registry.npmjs.org/') || integrity?.startsWith('sha512-') !== true,
    );
    expect(others.map(([path]) => path)).toEqual([]);
  });

  it('has install scripts for no package that users get, and in development for those that docs/releases.md explains', () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripted.filter(([, { dev }]) => dev !== true).map(([path]) => path)).toEqual([]);
    const names = [...new Set(scripted.map(([path]) => nameOf(path)))].sort();
    const explained = /Of what only its development needs, .*/.exec(read('docs/releases.md'))?.[0] ?? '';
    expect([...explained.matchAll(/`([\w-]+)`/g)].map(([, name]) => name).sort()).toEqual(names);
  });
});

it('a page says of each dependency why it is there, and of no other', () => {
  const [, table = ''] = /## What each is for\n([\s\S]*?)\n## /.exec(read('docs/dependencies.md')) ?? [];
  const rows = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => {
    const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    // `@typescript-eslint/scope-manager`, `/types`: the second is of the same scope.
    return names.map((name) => (name.startsWith('/') ? `${names[0]?.split('/')[0] ?? ''}${name}` : name));
  });
  expect(rows.sort()).toEqual(Object.keys(manifest.dependencies).sort());
});
