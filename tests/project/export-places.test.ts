import { expect, it } from 'vitest';
import { exportPlace } from '../../src/project/export-places.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { counts } from '../../src/syntax/counts.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

it('leads through files that hand on, to the one that declares, without parsing any of them twice', () => {
  box.write('package.json', '{ "type": "module", "dependencies": { "pino": "9" } }');
  box.write(
    'index.js',
    "export * from './users.js';\nexport * from './orders.js';\nexport { default as log } from 'pino';\n",
  );
  box.write('users.js', 'export const list = 1;\n');
  box.write('orders.js', "export { save as store } from './store.js';\nexport * as names from './users.js';\n");
  box.write('store.js', "export const save = 1;\nexport * from './orders.js';\n");
  const workspace = createWorkspace();
  const resolver = workspace.resolverFor({ described: new Set(['pino']) });
  const place = (name: string): unknown => {
    const found = exportPlace(`${box.folder}/index.js`, name, resolver, workspace);
    return found === undefined || 'module' in found
      ? found
      : `${found.file.slice(box.folder.length + 1)} ${found.name}`;
  };
  const answers = (): unknown[] => ['list', 'store', 'names', 'log', 'missing', '*'].map(place);
  const expected = [
    'users.js list',
    'store.js save',
    'users.js *',
    { module: 'pino', by: `${box.folder}/index.js`, name: 'default' },
    undefined,
    'index.js *',
  ];
  expect(answers()).toEqual(expected);
  const before = counts.parsed;
  for (let round = 0; round < 3; round += 1) {
    workspace.trees.keepLess(1_000_000);
    expect(answers()).toEqual(expected);
  }
  expect(counts.parsed).toBe(before);

  box.write('users.js', 'export const gone = 1;\n');
  box.write('orders.js', "export const list = 2;\nexport { save as store } from './store.js';\n");
  workspace.refresh();
  expect(answers().slice(0, 2)).toEqual(['orders.js list', 'store.js save']);
});
