import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FileChange } from '../diff.ts';
import type { FoundProject } from './project.ts';
import { placeOutside } from '../../project/inside.ts';
import { gitSetting, hooksFolderOf } from '../git.ts';
import { remarkOnTool } from './hook-tools.ts';

/** The plan for a check before each commit. */
export interface HookStep {
  readonly change?: FileChange;
  /** The new folder for git's hooks. */
  readonly hooksPath?: string;
  /** What the user must do instead. */
  readonly remark?: string;
}

/** The folder of a new hook, which is committed with the project. */
const HOOKS = '.githooks';

const CODE = ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts'].map((ending) => `'*.${ending}'`).join(' ');

/**
 * Plans a check of the staged files before each commit: lines for husky's hook, or a separate git hook. An existing
 * hook is never replaced.
 *
 * @param hasBaseline - whether ESLint's baseline is used, which the command does not read
 */
export function hookStep(
  { root, manager, dependsOn }: FoundProject,
  workTree: string | undefined,
  hasBaseline: boolean,
): HookStep {
  if (workTree === undefined) return { remark: 'No commit hook: this folder is not in a git repository.' };
  const check = hasBaseline ? 'eslint --no-warn-ignored --pass-on-unpruned-suppressions' : 'fire-task migrate --check';
  const remark = remarkOnTool([...new Set([root, workTree])], dependsOn, check);
  if (remark !== undefined) return { remark };
  const lines = hookLines(relative(workTree, root).split(sep).join('/'), `${manager.run} ${check}`);
  const husky = [root, workTree].map((folder) => join(folder, '.husky')).find((folder) => existsSync(folder));
  if (husky !== undefined || dependsOn('husky'))
    return addition(join(husky ?? join(workTree, '.husky'), 'pre-commit'), lines);
  return gitStep(workTree, lines);
}

/** Without a tool, the hook goes into the configured hooks folder, or into a new one. */
function gitStep(workTree: string, lines: readonly string[]): HookStep {
  const folder = hooksFolderOf(workTree);
  const isSet = gitSetting(workTree, 'core.hooksPath') !== undefined;
  const [own, shared] = [join(folder, 'pre-commit'), join(workTree, HOOKS, 'pre-commit')];
  for (const path of [own, shared]) {
    if (!existsSync(path)) continue;
    if (!readFileSync(path, 'utf8').includes('fire-task'))
      return { remark: `This repository already has a commit hook. ${toAdd('Add to it', lines)}` };
    const isOn = path === own ? '.' : `. Turn it on: git config core.hooksPath ${HOOKS}`;
    return { remark: `The commit hook already contains fire-task${isOn}` };
  }
  // Changing the hooks folder would disable the repository's other hooks, such as those of Git LFS.
  const others = isSet || !existsSync(folder) ? [] : readdirSync(folder).filter((name) => !name.endsWith('.sample'));
  if (others.length > 0 || (isSet && placeOutside(own, workTree) !== undefined))
    return {
      remark: `This repository already has hooks in ${folder}. ${toAdd(`Write ${own}`, ['#!/bin/sh', ...lines])}`,
    };
  return { ...addition(isSet ? own : shared, lines), ...(!isSet && { hooksPath: HOOKS }) };
}

function toAdd(what: string, lines: readonly string[]): string {
  return `${what}:\n\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** Adds lines to the end of a hook, or creates it. */
function addition(path: string, lines: readonly string[]): HookStep {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (before?.includes('fire-task') === true) return { remark: 'The commit hook already contains fire-task.' };
  const start = before ?? '#!/bin/sh\n';
  const newline = start === '' || start.endsWith('\n') ? '' : '\n';
  return { change: { path, before, after: `${start}${newline}${lines.join('\n')}\n` } };
}

/** File names may contain spaces, so they are never split into words. */
function hookLines(folder: string, check: string): string[] {
  return [
    '# Checks the staged files for promises that nothing owns.',
    ...(folder === '' ? [] : [`cd -- ${quoted(folder)} || exit 1`]),
    'staged() { git diff --cached --relative --name-only --diff-filter=ACMR "$@" -- ' +
      `${CODE} ':!*.d.*ts' ':!*.test.*' ':!*.spec.*'; }`,
    `[ -z "$(staged)" ] || staged -z | xargs -0 ${check}`,
  ];
}

/** A single-quoted word for the shell, in which nothing is expanded. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
