import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Manager } from './manager.ts';

/** The project that the workflow is for. */
export interface WorkflowPlace {
  /** The folder of the package. */
  readonly root: string;
  /** The folder of the repository. */
  readonly workTree: string;
  readonly manager: Manager;
  /** Whether ESLint's baseline is used, which the command does not read. */
  readonly hasBaseline: boolean;
}

const NODE_VERSION = 22;

/** A GitHub workflow that checks every push and pull request, with annotations. */
export function workflowText({ root, workTree, manager, hasBaseline }: WorkflowPlace): string {
  const folder = relative(workTree, root).split(sep).join('/');
  const check = hasBaseline ? 'eslint .' : 'fire-task migrate --check --format github';
  const where = folder === '' ? [] : ['    defaults:', `      run: { working-directory: ${JSON.stringify(folder)} }`];
  return [
    'name: fire-task',
    'on:',
    '  push: { branches: [main, master] }',
    '  pull_request:',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  fire-task:',
    '    runs-on: ubuntu-latest',
    ...where,
    '    steps:',
    '      - uses: actions/checkout@v5',
    ...toolSteps(workTree, manager),
    `      - run: ${manager.install}`,
    `      - run: ${manager.run} ${check}`,
    '',
  ].join('\n');
}

function toolSteps(workTree: string, { name, version }: Manager): string[] {
  const file = ['.nvmrc', '.node-version'].find((each) => existsSync(join(workTree, each)));
  const node = file === undefined ? `node-version: ${NODE_VERSION}` : `node-version-file: ${file}`;
  const setUpNode = ['      - uses: actions/setup-node@v5', `        with: { ${node} }`];
  switch (name) {
    case 'pnpm':
      return [
        '      - uses: pnpm/action-setup@v4',
        ...(version === undefined ? ['        with: { version: latest }'] : []),
        ...setUpNode,
      ];
    case 'yarn':
      return [...setUpNode, '      - run: corepack enable'];
    case 'bun':
      return [...setUpNode, '      - uses: oven-sh/setup-bun@v2'];
    case 'npm':
      return setUpNode;
  }
}
