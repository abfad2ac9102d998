import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { renderTracker } from '../../src/helper/injection.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write, texts, remove } = box;
const COMMAND = join(import.meta.dirname, '../../dist/command/main.js');
const FILES = 60;
/** `FIRE_TASK_KILLS=200` kills it that many times. */
const KILLS = Number(process.env['FIRE_TASK_KILLS'] ?? 4);

const file = (index: number): string =>
  `import express from 'express';\nasync function audit(x) { await x; }\nexpress().post('/${index}', (req, res) => {\n${'  audit(req.body);\n'.repeat(50)}  res.end();\n});\n`;

function many(): void {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  for (let index = 0; index < FILES; index += 1) write(`src/file-${index}.js`, file(index));
}

const isDraft = (path: string): boolean => path.endsWith('.fire-task-draft');

/** Starts the built command, and stops it with `signal` after this time. */
async function migrateFor(milliseconds: number, signal: 'SIGKILL' | 'SIGINT'): Promise<boolean> {
  const child = spawn(process.execPath, [COMMAND, 'migrate', '--force', 'src'], { cwd: box.folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await Promise.race([ended, sleep(milliseconds)]);
  const wasRunning = child.exitCode === null;
  child.kill(signal);
  await ended;
  return wasRunning;
}

describe('a run that is stopped', () => {
  it(
    'leaves every file old or new, and the helper whole; the next run completes it, and clears away its drafts',
    async () => {
      many();
      const before = texts();
      await run(['migrate', '--force', 'src']);
      const after = texts();
      expect(Object.keys(after)).toHaveLength(FILES + 2);
      const startedAt = Date.now();
      remove('src');
      many();
      await migrateFor(60_000, 'SIGKILL');
      const whole = Date.now() - startedAt;
      let stopped = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        remove('src');
        many();
        // Most of the time passes before the first file is written. Only the last part is dangerous.
        if (await migrateFor(whole * (0.6 + 0.4 * (kill / KILLS)), kill % 3 === 2 ? 'SIGINT' : 'SIGKILL')) stopped += 1;
        for (const [path, text] of Object.entries(texts())) {
          if (isDraft(path)) continue;
          if (path === 'src/lib/fire-task.js') expect(text).toBe(renderTracker('esm', 'node'));
          else expect([before[path], after[path]], path).toContain(text);
        }
        await run(['migrate', '--force', 'src']);
        expect(texts()).toEqual(after);
      }
      expect(stopped).toBeGreaterThan(0);
    },
    60_000 + KILLS * 10_000,
  );
});
