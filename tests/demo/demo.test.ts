import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('loses runs before the migration and none after it, on the real server', () => {
  const { stdout, stderr, status } = demo('--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\{.*\}\n$/);
  const result = JSON.parse(stdout) as {
    findings: number;
    before: { launched: number; lost: number; seen: number };
    after: object;
  };
  // The README shows these numbers. How many are lost depends on how fast the machine answers; that some are does not.
  expect(result).toEqual({
    findings: 7,
    before: { launched: 50, lost: result.before.lost, seen: result.before.seen },
    after: { findings: 0, launched: 50, lost: 0, seen: 0 },
  });
  expect(result.before.lost).toBeGreaterThan(0);
  // Which timers and ends of runs fall into the time until it is killed depends on that, too.
  expect(result.before.seen).toBeGreaterThanOrEqual(3);
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
