import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../diff.ts';
import type { Terminal } from '../terminal.ts';
import type { FoundProject } from './project.ts';
import { isFile } from '../../project/manifest.ts';
import { setGitSetting, workTreeOf } from '../git.ts';
import { shownPath } from '../terminal.ts';
import { BASELINE } from './baseline.ts';
import { eslintStep } from './eslint-step.ts';
import { hookStep } from './hook.ts';
import { addScript } from './script.ts';
import { workflowText } from './workflow.ts';

/** A change that `init` proposes in addition to the helper. */
export interface Step {
  readonly change: FileChange;
  /** Its purpose, in a few words. */
  readonly purpose: string;
  readonly isExecutable?: true;
  /** What to do once the file is written. */
  readonly then?: { readonly words: string; readonly run: () => void };
}

/** Everything that `init` proposes. */
export interface Proposal {
  readonly steps: readonly Step[];
  /** What to install. */
  readonly missing: readonly string[];
  readonly remarks: readonly string[];
  /** Whether the user must write something by hand. */
  readonly isLeft: boolean;
  /** Whether to write a baseline at the end. */
  readonly wantsBaseline: boolean;
}

/** What the user requests besides the configuration and the script. */
export interface Extras {
  readonly ci?: boolean;
  readonly hook?: boolean;
  readonly baseline?: boolean;
}

/** Plans everything but the helper. Nothing is written. */
export async function proposalFor(project: FoundProject, extras: Extras, terminal: Terminal): Promise<Proposal> {
  const eslint = await eslintStep(project, terminal);
  const workTree = workTreeOf(project.root);
  const wantsBaseline = extras.baseline === true && !project.isWithoutEslint;
  const hasBaseline = wantsBaseline || isFile(join(project.root, BASELINE));
  const parts: Part[] = [
    eslint.change === undefined ? {} : { step: { change: eslint.change, purpose: 'the ESLint configuration' } },
    eslint.remark === undefined ? {} : { remark: eslint.remark },
    scriptPart(project),
    ...(extras.baseline === true && !wantsBaseline
      ? [{ remark: 'No baseline is written: it is a file of ESLint.' }]
      : []),
    ...(extras.ci === true ? [workflowPart(project, workTree ?? project.root, hasBaseline, terminal)] : []),
    ...(extras.hook === true ? [hookPart(project, workTree, hasBaseline)] : []),
  ];
  return {
    steps: parts.flatMap(({ step }) => step ?? []),
    remarks: parts.flatMap(({ remark }) => remark ?? []),
    missing: eslint.missing,
    isLeft: eslint.isLeft,
    wantsBaseline,
  };
}

/** A step, or a message instead of one. */
interface Part {
  readonly step?: Step;
  readonly remark?: string;
}

function hookPart(project: FoundProject, workTree: string | undefined, hasBaseline: boolean): Part {
  const { change, hooksPath, remark } = hookStep(project, workTree, hasBaseline);
  if (change === undefined || workTree === undefined) return remark === undefined ? {} : { remark };
  const then = hooksPath !== undefined && {
    then: {
      words: `git config core.hooksPath ${hooksPath}`,
      run: () => {
        setGitSetting(workTree, 'core.hooksPath', hooksPath);
      },
    },
  };
  return { step: { change, purpose: 'a check before each commit', isExecutable: true, ...then } };
}

/** Matches a script that runs ESLint or the command. */
const CHECKS = /(?:^|[\s&|;("'/])(?:eslint|eslint_d|fire-task)(?:@[^\s/]+)?(?=$|[\s&|;)"'])/;

/** Adds a script that runs the check, unless one already runs ESLint or the command. */
function scriptPart({ root, scripts, isWithoutEslint }: FoundProject): Part {
  const written = join(root, 'package.json');
  if (!isFile(written) || Object.values(scripts).some((script) => CHECKS.test(script))) return {};
  const [name, command] =
    isWithoutEslint || scripts['lint'] !== undefined
      ? ['lint:promises', 'fire-task migrate --check']
      : ['lint', 'eslint .'];
  // Edit the target, so that a link remains a link.
  const path = realpathSync(written);
  const before = readFileSync(path, 'utf8');
  const after = scripts[name] === undefined ? addScript(before, name, command) : undefined;
  return after === undefined
    ? { remark: `No script was added, because package.json has another "${name}". The check is: ${command}` }
    : { step: { change: { path, before, after }, purpose: `the script "${name}"` } };
}

const OTHER_SERVICES = [
  '.gitlab-ci.yml',
  '.circleci/config.yml',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  'Jenkinsfile',
  '.travis.yml',
  '.drone.yml',
  '.woodpecker.yml',
];

function workflowPart(
  { root, manager }: FoundProject,
  workTree: string,
  hasBaseline: boolean,
  terminal: Terminal,
): Part {
  const folder = join(workTree, '.github/workflows');
  const path = join(folder, 'fire-task.yml');
  if (existsSync(path)) return { remark: `${shownPath(path, terminal)} already exists and was left unchanged.` };
  const running = workflowsIn(folder).find((file) => readFileSync(file, 'utf8').includes('fire-task'));
  if (running !== undefined) return { remark: `${shownPath(running, terminal)} already contains fire-task.` };
  const other = OTHER_SERVICES.find((file) => existsSync(join(workTree, file)));
  if (other !== undefined && !existsSync(join(workTree, '.github')))
    return {
      remark:
        `CI is configured in ${other} here. Add to it: ${manager.run} ` +
        (hasBaseline ? 'eslint .' : 'fire-task migrate --check'),
    };
  const after = workflowText({ root, workTree, manager, hasBaseline });
  return { step: { change: { path, before: undefined, after }, purpose: 'a check of each pull request' } };
}

function workflowsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name))
    .filter(isFile);
}
