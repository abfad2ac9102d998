import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorkspace } from '../../src/project/workspace.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fire-task-resolve-'));
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('package.json', '{ "workspaces": ["packages/*"] }');
  for (const name of ['web', 'jobs', 'mail']) {
    write(`packages/${name}/package.json`, `{ "name": "${name}", "dependencies": { "jobs": "*", "mail": "*" } }`);
    write(`packages/${name}/src/index.ts`, 'export const name = 1;');
  }
  write('packages/web/imports/tasks.ts', 'export const run = async () => {};');
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

it('asks each configuration which packages it describes, though another one describes as many', () => {
  const workspace = createWorkspace();
  const from = join(root, 'packages/web/src/index.ts');
  const described = new Set<string>();
  const jobs = workspace.resolverFor({ described, packageNames: new Set(['jobs']) });
  const mail = workspace.resolverFor({ described, packageNames: new Set(['mail']) });
  const file = (name: string): object => ({ file: join(root, 'packages', name, 'src/index.ts') });
  expect([jobs.resolve('jobs', from), jobs.resolve('mail', from)]).toEqual([{ module: 'jobs' }, file('mail')]);
  expect([mail.resolve('jobs', from), mail.resolve('mail', from)]).toEqual([file('jobs'), { module: 'mail' }]);
});

it('resolves an import that starts with a slash from the root of its package, unless there is no such file', () => {
  const resolver = createWorkspace().resolverFor({ described: new Set() });
  const from = (name: string): string => join(root, 'packages', name, 'src/index.ts');
  const tasks = { file: join(root, 'packages/web/imports/tasks.ts') };
  expect(resolver.resolve('/imports/tasks', from('web'))).toEqual(tasks);
  expect(resolver.resolve('/imports/tasks', from('jobs'))).toBeUndefined();
  expect(resolver.resolve(join(root, 'packages/web/imports/tasks'), from('jobs'))).toEqual(tasks);
});
