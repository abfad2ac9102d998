import { expect, it } from 'vitest';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { setUp } from '../../src/findings/setup.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { counts } from '../../src/syntax/counts.ts';
import { parse } from '../../src/syntax/parse.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

it('collects what is put on an application once after an edit, not once for each question', () => {
  box.write('package.json', '{ "type": "module", "dependencies": { "fastify": "5" } }');
  box.write(
    'app.js',
    "import Fastify from 'fastify';\nexport const app = Fastify();\nasync function audit() {}\napp.decorate('audit', audit);\n" +
      "app.get('/own', async (request) => { await request.server.audit(); });\n",
  );
  const routes = (last: number): string =>
    `import { app } from './app.js';\n${Array.from({ length: last }, (_, at) => `app.get('/${at}', async (request) => { request.server.audit(${at}); });`).join('\n')}\n`;
  const workspace = createWorkspace();
  const { options, evaluation } = setUp(workspace, undefined, undefined);
  const visitsFor = (count: number): number => {
    box.write('routes.js', routes(count));
    const lint = (text: string): number => {
      const source = parse(`${box.folder}/routes.js`, text);
      if (!('ast' in source)) throw new Error('It parses.');
      return findUntracked(source, options, evaluation).length;
    };
    expect(lint(routes(count))).toBe(count);
    const app = parse(`${box.folder}/app.js`, `${box.read('app.js')}// A remark.\n`);
    if (!('ast' in app)) throw new Error('It parses.');
    findUntracked(app, options, evaluation);
    const before = counts.visited;
    expect(lint(routes(count))).toBe(count);
    return counts.visited - before;
  };
  // Walking the decorating file for each call takes 24,000.
  expect(visitsFor(80)).toBeLessThan(5_000);
});
