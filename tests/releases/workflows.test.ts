import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workflowOf } from '../support/workflow.ts';

const ROOT = join(import.meta.dirname, '../..');
const textOf = (name: string): string => readFileSync(join(ROOT, '.github/workflows', name), 'utf8');
const release = workflowOf(textOf('release.yml'));
const ci = parse(textOf('ci.yml')) as {
  permissions: unknown;
  jobs: Record<
    'check' | 'package',
    { strategy: { matrix: Record<string, string[]> }; steps: { run?: string; name?: string }[] }
  >;
};
const PUBLISH = 'npm publish --provenance --access public';

/** A script of the release workflow, by its name, in a checkout with such a package. */
function step(name: string, tag: string, files: Record<string, string>): number | null {
  const script = release.job.steps.find((candidate) => candidate.name === name)?.run;
  if (script === undefined) throw new Error(`release.yml has no step "${name}".`);
  const folder = mkdtempSync(join(tmpdir(), 'fire-task-release-'));
  try {
    mkdirSync(join(folder, '.changeset'));
    for (const [path, text] of Object.entries({
      'package.json': '{ "version": "1.2.3" }',
      '.changeset/config.json': '{}',
      ...files,
    }))
      writeFileSync(join(folder, path), text);
    return spawnSync('bash', ['-e', '-c', script], { cwd: folder, env: { ...process.env, GITHUB_REF_NAME: tag } })
      .status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('release.yml', () => {
  it('may ask for a token of its identity, and nothing else', () => {
    expect(release.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });

  it('publishes last, with provenance, what it has tested and published dry', () => {
    const scripts = release.job.steps.flatMap(({ run }) => run ?? []);
    expect(scripts.slice(-3)).toEqual(['bash .ci/run', PUBLISH.replace('publish', 'publish --dry-run'), PUBLISH]);
  });

  it.each([
    ['v1.2.3', 0],
    ['v1.2.4', 1],
    ['1.2.3', 1],
  ])('takes the tag %s of version 1.2.3 with exit code %i', (tag, code) => {
    expect(step('The tag is the version', tag, {})).toBe(code);
  });

  it('stops where a changeset is left', () => {
    expect(step('No changeset is left', 'v1.2.3', {})).toBe(0);
    expect(step('No changeset is left', 'v1.2.3', { '.changeset/quiet-owl.md': '' })).toBe(1);
  });
});

describe('ci.yml', () => {
  it('tests the Nodes that engines begins with, and reads only', () => {
    expect(ci.jobs.check.strategy.matrix['node']).toEqual(['20.19', '22', '24']);
    expect(ci.permissions).toEqual({ contents: 'read' });
  });

  it('publishes dry as the release does, looks for vulnerabilities, and tests the installs', () => {
    expect(ci.jobs.package.steps.flatMap(({ run }) => run ?? [])).toEqual([
      'npm ci',
      PUBLISH.replace('publish', 'publish --dry-run --force'),
      'npm audit',
      'npm run test:installs',
    ]);
  });
});
