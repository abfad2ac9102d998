import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('loses runs before the migration and none after it, on the real server', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/demo.js', '--json'], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  const result = JSON.parse(stdout) as { findings: number; before: { launched: number; lost: number }; after: object };
  expect(result.findings).toBeGreaterThanOrEqual(7);
  expect(result.before.launched).toBe(50);
  expect(result.before.lost).toBeGreaterThan(0);
  expect(result.after).toEqual({ findings: 0, launched: 50, lost: 0 });
}, 120_000);
