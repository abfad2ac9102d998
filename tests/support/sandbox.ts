import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import picocolors from 'picocolors';
import { afterEach, beforeEach, expect } from 'vitest';
import type { ExitCode } from '../../src/cli/exit.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { runProgram } from '../../src/cli/program.ts';
import { workspace } from './engine.ts';

const PROJECTS = fileURLToPath(new URL('../projects/', import.meta.url));

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface Sandbox {
  /** The absolute folder of the running test. */
  readonly folder: string;
  /** A terminal in the folder, whose output is not read. */
  readonly terminal: Terminal;
  /** Runs the command in the folder, or in one below it. */
  run: (args: readonly string[], options?: { colors?: boolean; cwd?: string; ask?: Terminal['ask'] }) => Promise<Ran>;
  /** Copies one of `tests/projects/` into the folder. */
  project: (name: 'shop-ts' | 'shop-cjs' | 'monorepo') => void;
  write: (path: string, text: string | Uint8Array) => void;
  read: (path: string) => string;
  exists: (path: string) => boolean;
  remove: (path: string) => void;
  /** Every file with its text, except git's own. */
  texts: () => Record<string, string>;
  git: (...args: string[]) => string;
  /** Makes the folder a repository and commits everything in it. */
  commitAll: () => void;
}

/** A fresh folder for each test of the file, removed afterwards. */
export function sandbox(): Sandbox {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-cli-')));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (path: string): string => join(folder, path);
  const git = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
    return stdout;
  };
  return {
    get folder() {
      return folder;
    },
    get terminal() {
      return {
        cwd: folder,
        colors: picocolors.createColors(false),
        workspace,
        print: () => undefined,
        warn: () => undefined,
        progress: () => ({ meter: () => undefined, end: () => undefined }),
      };
    },
    async run(args, { colors = false, cwd = '.', ask } = {}) {
      const out: string[] = [];
      const err: string[] = [];
      const code = await runProgram(args, {
        cwd: at(cwd),
        colors: picocolors.createColors(colors),
        workspace,
        print: (text) => void out.push(text),
        warn: (text) => void err.push(text),
        progress: () => ({ meter: () => undefined, end: () => undefined }),
        ...(ask !== undefined && { ask }),
      });
      return { code, out: out.join('\n'), err: err.join('\n') };
    },
    project(name) {
      cpSync(join(PROJECTS, name), folder, { recursive: true });
    },
    write(path, text) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    read: (path) => readFileSync(at(path), 'utf8'),
    exists: (path) => existsSync(at(path)),
    remove: (path) => {
      rmSync(at(path), { recursive: true, force: true });
    },
    texts() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const paths = files
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !path.startsWith(at('.git/')));
      return Object.fromEntries(
        paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
      );
    },
    git,
    commitAll() {
      git('init', '--quiet');
      git('add', '.');
      git('commit', '--quiet', '-m', 'as it was');
    },
  };
}

/** The built command, which a process of another user can run. */
const COMMAND = fileURLToPath(new URL('../../dist/command/main.js', import.meta.url));

/** No permission stops root, so it runs the command as a user that owns nothing: 65534 is `nobody` on Linux. */
const ORDINARY_USER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** False if this checkout is in a folder that only root can read. */
export const canRunAsOrdinaryUser = (): boolean =>
  spawnSync(process.execPath, [COMMAND, '--version'], ORDINARY_USER).status === 0;

/** Runs the built command in `folder` as a user to whom permissions apply. */
export function runAsOrdinaryUser(
  folder: string,
  args: readonly string[],
): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder },
    ...ORDINARY_USER,
  });
  return { code: status, out: stdout.trimEnd(), err: stderr.trimEnd() };
}

/** Lets every user write in `folder` and everything below it, except to `closed` (paths in it). */
export function allowWriting(folder: string, closed: readonly string[]): void {
  chmodSync(folder, 0o777);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o777 : 0o666);
  }
  for (const path of closed) chmodSync(join(folder, path), 0o555);
}
