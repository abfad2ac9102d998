import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('loses runs before the migration and none after it, on the real server', () => {
  const { stdout, stderr, status } = demo('--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\{.*\}\n$/);
  const result = JSON.parse(stdout) as { findings: number; before: { launched: number; lost: number }; after: object };
  // The README shows these numbers. How many are lost depends on how fast the machine answers; that some are does not.
  expect(result).toEqual({
    findings: 7,
    before: { launched: 50, lost: result.before.lost },
    after: { findings: 0, launched: 50, lost: 0 },
  });
  expect(result.before.lost).toBeGreaterThan(0);
}, 120_000);

it('says in one sentence why it stopped', () => {
  const { stdout, stderr, status } = demo('--jsn');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^The demo stopped: Unknown option '--jsn'.*\n$/);
});

function demo(flag: string): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, ['demo/index.js', flag], { cwd: ROOT, encoding: 'utf8' });
}
