import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileChange } from '../diff.ts';
import type { Terminal } from '../terminal.ts';
import type { FoundProject } from './project.ts';
import { writeObstacle } from '../../helper/home.ts';
import { replaceFile } from '../../project/draft.ts';
import { CannotRun, sentenceOf } from '../exit.ts';
import { setGitSetting, workTreeOf } from '../git.ts';
import { shownPath } from '../terminal.ts';
import { eslintStep } from './eslint-step.ts';
import { hookStep } from './hook.ts';
import { addScript } from './script.ts';
import { workflowText } from './workflow.ts';

/** A change that `init` proposes beside the helper. */
export interface Step {
  readonly change: FileChange;
  /** What it is for, in a few words. */
  readonly purpose: string;
  readonly isExecutable?: true;
  /** What is to be done once the file is written. */
  readonly then?: { readonly words: string; readonly run: () => void };
}

/** What `init` proposes. */
export interface Proposal {
  readonly steps: readonly Step[];
  /** What is to be installed. */
  readonly missing: readonly string[];
  readonly remarks: readonly string[];
  /** Whether something is left that a person has to write. */
  readonly isLeft: boolean;
}

/** What the user asks for besides the configuration and the script. */
export interface Extras {
  readonly ci?: boolean;
  readonly hook?: boolean;
  readonly baseline?: boolean;
}

/** Plans everything but the helper. Nothing is written. */
export async function proposalFor(project: FoundProject, extras: Extras, terminal: Terminal): Promise<Proposal> {
  const eslint = await eslintStep(project, terminal);
  const steps: Step[] = [];
  const remarks = eslint.remark === undefined ? [] : [eslint.remark];
  if (eslint.change !== undefined) steps.push({ change: eslint.change, purpose: 'the ESLint configuration' });
  const script = scriptStep(project);
  if (script !== undefined) steps.push(script);
  const workTree = workTreeOf(project.root);
  if (extras.ci === true) {
    const ci = workflowStep(project, workTree ?? project.root, extras.baseline === true, terminal);
    if ('change' in ci) steps.push(ci);
    else remarks.push(ci.remark);
  }
  if (extras.hook === true) {
    const { change, hooksPath, remark } = hookStep(project.root, workTree, project.manager);
    if (remark !== undefined) remarks.push(remark);
    if (change !== undefined)
      steps.push({
        change,
        purpose: 'a check before each commit',
        isExecutable: true,
        ...(hooksPath !== undefined &&
          workTree !== undefined && {
            then: {
              words: `git config core.hooksPath ${hooksPath}`,
              run: () => {
                setGitSetting(workTree, 'core.hooksPath', hooksPath);
              },
            },
          }),
      });
  }
  return { steps, remarks, missing: eslint.missing, isLeft: eslint.isLeft };
}

/** A script that runs the check, unless one runs ESLint or the command already. */
function scriptStep({ root, scripts, isWithoutEslint }: FoundProject): Step | undefined {
  const path = join(root, 'package.json');
  if (!existsSync(path) || Object.values(scripts).some((script) => /\beslint\b|\bfire-task\b/.test(script)))
    return undefined;
  const [name, command] =
    isWithoutEslint || scripts['lint'] !== undefined
      ? ['lint:promises', 'fire-task migrate --check']
      : ['lint', 'eslint .'];
  const before = readFileSync(path, 'utf8');
  const after = scripts[name] === undefined ? addScript(before, name, command) : undefined;
  return after === undefined ? undefined : { change: { path, before, after }, purpose: `the script "${name}"` };
}

function workflowStep(
  { root, manager }: FoundProject,
  workTree: string,
  hasBaseline: boolean,
  terminal: Terminal,
): Step | { remark: string } {
  const path = join(workTree, '.github/workflows/fire-task.yml');
  if (existsSync(path)) return { remark: `${shownPath(path, terminal)} already exists and was left unchanged.` };
  const other = ['.gitlab-ci.yml', '.circleci/config.yml', 'azure-pipelines.yml', 'bitbucket-pipelines.yml'].find(
    (file) => existsSync(join(workTree, file)),
  );
  if (other !== undefined && !existsSync(join(workTree, '.github')))
    return {
      remark: `CI is configured in ${other} here. Add to it: ${manager.run} fire-task migrate --check`,
    };
  const after = workflowText({ root, workTree, manager, hasBaseline });
  return { change: { path, before: undefined, after }, purpose: 'a check of each pull request' };
}

/** @throws {CannotRun} where a file cannot be written; those before it are */
export function writeStep({ change, isExecutable, then }: Step, terminal: Terminal): void {
  const { path, before, after } = change;
  const shown = shownPath(path, terminal);
  const obstacle = writeObstacle(path);
  if (obstacle !== undefined) throw new CannotRun(`${shown} cannot be written, because ${obstacle}.`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (before === undefined) writeFileSync(path, after, { flag: 'wx' });
    else replaceFile(path, before, after);
    if (isExecutable === true) chmodSync(path, 0o755);
    terminal.print(`${before === undefined ? 'Wrote' : 'Edited'} ${shown}.`);
    if (then !== undefined) {
      then.run();
      terminal.print(`Ran ${then.words}.`);
    }
  } catch (error) {
    throw new CannotRun(`${shown} cannot be written: ${sentenceOf(error)}.`);
  }
}
