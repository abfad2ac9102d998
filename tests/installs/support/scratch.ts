import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Ran } from '../../support/linked.ts';

export interface Scratch {
  /** Absolute, and outside of this checkout, so that no package of ours is found from it. */
  readonly folder: string;
  write: (path: string, text: string) => void;
  read: (path: string) => string;
  /** Runs a program in the folder, or in one below it, with its `node_modules/.bin` first on the PATH. */
  run: (command: string, args: readonly string[], options?: { cwd?: string; env?: Record<string, string> }) => Ran;
  /** `run` for what must succeed; answers the standard output. */
  must: (command: string, ...args: readonly string[]) => string;
}

/**
 * What makes tools print other things for people or machines, or talk to services. The rest of the environment stays.
 */
const VARIABLES =
  /^(?:CI|GITHUB_.*|FORCE_COLOR|NODE_OPTIONS|VITEST.*|TURBO_.*|NX_.*|npm_(?!config_(?:cache|userconfig|registry)$).*)$/;

/** A folder for a test file, gone after it. */
export function scratch(name: string): Scratch {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `fire-task-${name}-`)));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const kept = Object.fromEntries(Object.entries(process.env).filter(([variable]) => !VARIABLES.test(variable)));
  const base = {
    ...kept,
    PATH: `${join(folder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
    NO_COLOR: '1',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_prefer_offline: 'true',
    npm_config_loglevel: 'error',
  };
  const run: Scratch['run'] = (command, args, { cwd = '.', env = {} } = {}) => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: join(folder, cwd),
      encoding: 'utf8',
      env: { ...base, ...env },
      maxBuffer: 2 ** 26,
    });
    if (error !== undefined) throw error;
    return { code: status, out: stdout, err: stderr };
  };
  return {
    folder,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    run,
    must(command, ...args) {
      const { code, out, err } = run(command, args);
      expect(code, `${command} ${args.join(' ')}\n${out}${err}`).toBe(0);
      return out;
    },
  };
}
