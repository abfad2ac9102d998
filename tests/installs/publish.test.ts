import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** The same step of both workflows: tests/releases/workflows.test.ts holds the release's to what is then published. */
it.each(['ci.yml', 'release.yml'])('the dry publish of %s succeeds, and says what would be published', (workflow) => {
  const { jobs } = parse(read(`.github/workflows/${workflow}`)) as {
    jobs: Record<string, { steps: { name?: string; run?: string }[] }>;
  };
  const script =
    Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .find(({ name }) => name === 'What would be published')?.run ?? '';
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', npm_config_loglevel: 'notice' },
  });
  expect(status, stdout + stderr).toBe(0);
  const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string };
  expect(stdout).toContain(`+ ${name}@${version}`);
  expect(stderr).toContain('Publishing to https://registry.npmjs.org/ with tag latest and public access (dry-run)');
  expect(stderr).toMatch(/dist\/engine\.cjs/);
  expect(stderr).not.toMatch(/ (?:tests|bench|scripts)\//);
});
