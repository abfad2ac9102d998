import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FileChange } from '../diff.ts';
import type { Manager } from './manager.ts';
import { readJson } from '../../project/manifest.ts';
import { gitSetting } from '../git.ts';

/** What is to happen for a check before each commit. */
export interface HookStep {
  readonly change?: FileChange;
  /** Where git is to look for hooks from now on. */
  readonly hooksPath?: string;
  /** What a person has to do instead. */
  readonly remark?: string;
}

/** Tools that run hooks by a configuration of their own, in which a person writes. */
const OTHERS: readonly (readonly [tool: string, files: readonly string[], addition: string])[] = [
  [
    'lint-staged',
    ['.lintstagedrc', '.lintstagedrc.json', 'lint-staged.config.js', 'lint-staged.config.mjs', '.lintstagedrc.mjs'],
    '"*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}": "fire-task migrate --check"',
  ],
  ['lefthook', ['lefthook.yml', '.lefthook.yml', 'lefthook.yaml'], 'run: fire-task migrate --check {staged_files}'],
  ['pre-commit', ['.pre-commit-config.yaml'], 'the hook `fire-task` of this plugin, as docs/guides/ci.md shows'],
];

const CODE = ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts'].map((ending) => `'*.${ending}'`).join(' ');

/**
 * Plans a check of the staged files before each commit: a line for husky, or a hook of its own. A hook that is there is
 * never replaced.
 */
export function hookStep(root: string, workTree: string | undefined, manager: Manager): HookStep {
  if (workTree === undefined) return { remark: 'No commit hook: this folder is not in a git repository.' };
  const folder = relative(workTree, root).split(sep).join('/');
  const other = OTHERS.find(
    ([tool, files]) =>
      files.some((file) => existsSync(join(root, file)) || existsSync(join(workTree, file))) || hasKey(root, tool),
  );
  if (other !== undefined) {
    const [tool, , addition] = other;
    return { remark: `${tool} runs the commit hooks here. Add to its configuration: ${addition}` };
  }
  const lines = hookLines(folder, manager);
  if (existsSync(join(workTree, '.husky'))) return huskyStep(join(workTree, '.husky/pre-commit'), lines);
  const hooksPath = gitSetting(workTree, 'core.hooksPath');
  const path = join(workTree, '.githooks/pre-commit');
  if (hooksPath !== undefined || existsSync(join(workTree, '.git/hooks/pre-commit')) || existsSync(path))
    return {
      remark: `This repository already has a commit hook. Add to it:\n\n${lines.map((line) => `  ${line}`).join('\n')}`,
    };
  return {
    change: { path, before: undefined, after: ['#!/bin/sh', ...lines, ''].join('\n') },
    hooksPath: '.githooks',
  };
}

function huskyStep(path: string, lines: readonly string[]): HookStep {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (before?.includes('fire-task') === true) return { remark: 'The commit hook already contains fire-task.' };
  const start = before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : `${before}\n`;
  return { change: { path, before, after: `${start}${lines.join('\n')}\n` } };
}

/** Names of files may hold spaces, so they are never split into words. */
function hookLines(folder: string, { run }: Manager): string[] {
  return [
    '# Checks the staged files for promises that nothing owns.',
    ...(folder === '' ? [] : [`cd ${JSON.stringify(folder)} || exit 1`]),
    'staged() { git diff --cached --relative --name-only --diff-filter=ACMR "$@" -- ' +
      `${CODE} ':!*.d.*ts' ':!*.test.*' ':!*.spec.*'; }`,
    `[ -z "$(staged)" ] || staged -z | xargs -0 ${run} fire-task migrate --check`,
  ];
}

function hasKey(root: string, name: string): boolean {
  return readJson(join(root, 'package.json'))?.[name] !== undefined;
}
