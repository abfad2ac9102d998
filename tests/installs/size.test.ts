import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tarball } from './support/pack.ts';
import { scratch } from './support/scratch.ts';

interface Installed {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly hasInstallScript?: boolean;
}

interface Weight {
  readonly packages: number;
  readonly megabytes: number;
}

const OURS = 'node_modules/eslint-plugin-fire-task';
const at = scratch('size');
const section =
  /# Dependencies\n([\s\S]*?)\n## What is bundled/.exec(
    readFileSync(new URL('../../docs/dependencies.md', import.meta.url), 'utf8'),
  )?.[1] ?? '';
let withoutUs: Record<string, Installed> = {};
let withUs: Record<string, Installed> = {};

function locked(): Record<string, Installed> {
  return (JSON.parse(at.read('node_modules/.package-lock.json')) as { packages: Record<string, Installed> }).packages;
}

beforeAll(async () => {
  at.write('package.json', '{ "name": "size", "private": true }');
  at.must('npm', 'install', '--ignore-scripts', 'eslint@10');
  withoutUs = locked();
  at.must('npm', 'install', '--ignore-scripts', await tarball());
  withUs = locked();
});

/** Bytes of a package's own files, without packages that lie in it. */
function bytesOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + bytesOf(path);
    return sum + statSync(path).size;
  }, 0);
}

function weightOf(paths: Iterable<string>): Weight {
  const list = [...paths];
  return {
    packages: list.length,
    megabytes: list.reduce((sum, path) => sum + bytesOf(join(at.folder, path)), 0) / 1_000_000,
  };
}

/** Where a package finds another: in its own folder, or in one above. */
function resolved(name: string, from: string): string | undefined {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const path = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (path in withUs) return path;
    if (base === '') return undefined;
  }
}

/** Some of our dependencies, and all that they need. */
function closureOf(names: readonly string[]): Set<string> {
  const found = new Set(names.flatMap((name) => resolved(name, OURS) ?? []));
  for (const path of found) {
    const { dependencies, optionalDependencies } = withUs[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const needed = resolved(name, path);
      if (needed !== undefined) found.add(needed);
    }
  }
  return found;
}

/** A number of the README is right when it is off by a tenth at most, or by what rounding hides. */
function expectNear(said: Weight, measured: Weight): void {
  const shown = `the page says ${said.packages} and ${said.megabytes} MB; measured: ${measured.packages} and ${measured.megabytes.toFixed(2)} MB`;
  expect(Math.abs(said.packages - measured.packages), shown).toBeLessThanOrEqual(Math.floor(measured.packages / 10));
  expect(Math.abs(said.megabytes - measured.megabytes), shown).toBeLessThanOrEqual(
    Math.max(0.06, measured.megabytes / 10),
  );
}

describe("what npm installs with this package, beside ESLint's own", () => {
  it('is what the README says', () => {
    const [, packages, megabytes] = /(\d+) packages, (\d+) MB/.exec(section) ?? [];
    const added = Object.keys(withUs).filter((path) => !(path in withoutUs));
    expect(added).toContain(OURS);
    expectNear({ packages: Number(packages), megabytes: Number(megabytes) }, weightOf(added));
  });

  it('runs no script', () => {
    // npm takes our \`prepare\` for one where a tarball is installed by its path.
    expect(Object.keys(withUs).filter((path) => path !== OURS && withUs[path]?.hasInstallScript === true)).toEqual([]);
  });

  const rows = [...section.matchAll(/^\| (`.*?) \|.*\| (\d+) \| ([\d.]+) \|$/gm)].map(
    ([, cell = '', packages, megabytes]) => {
      const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      return {
        cell,
        names: names.map((name) => (name.startsWith('/') ? `${names[0]?.split('/')[0] ?? ''}${name}` : name)),
        said: { packages: Number(packages), megabytes: Number(megabytes) },
      };
    },
  );

  it('is counted for each dependency', () => {
    const { dependencies } = JSON.parse(at.read(`${OURS}/package.json`)) as { dependencies: Record<string, string> };
    expect(rows.flatMap(({ names }) => names).sort()).toEqual(Object.keys(dependencies).sort());
  });

  it.each(rows)('$cell', ({ names, said }) => {
    expectNear(said, weightOf(closureOf(names)));
  });
});

it('has no known vulnerabilities, with what only its development needs', (context) => {
  const { code, out } = at.run('npm', ['audit', '--json'], { env: { npm_config_audit: 'true' } });
  const report = JSON.parse(out) as {
    error?: { code?: string; summary?: string };
    message?: string;
    metadata?: { vulnerabilities: { total: number } };
  };
  if (report.metadata === undefined)
    return context.skip(`This registry takes no audit: ${report.message ?? JSON.stringify(report.error)}`);
  expect(report.metadata.vulnerabilities.total).toBe(0);
  expect(code).toBe(0);
});
