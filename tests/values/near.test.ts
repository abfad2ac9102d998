import { expect, it, vi } from 'vitest';
import type { Source } from '../../src/syntax/source.ts';
import { sourcesMentioning } from '../../src/values/near.ts';
import { evaluationBy, refreshProject, workspace } from '../support/engine.ts';
import { sourceFrom } from '../support/findings.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const IMPLEMENTS = /\bimplements\s+Queue\b/;
const CODE = 'queue.push(1); // a Queue\n';

function project(): { asking: Source; search: () => string[] } {
  box.write('package.json', '{ "name": "app" }');
  box.write('asks.ts', CODE);
  box.write('fits.ts', 'class Fits implements Queue {}\n');
  box.write('mentions.ts', 'let queue: Queue;\n');
  box.write('other.ts', 'let other;\n');
  refreshProject();
  const asking = sourceFrom(CODE, `${box.folder}/asks.ts`);
  const search = (): string[] =>
    sourcesMentioning('Queue', IMPLEMENTS, asking, evaluationBy()).map(({ path }) => path.slice(box.folder.length + 1));
  return { asking, search };
}

it('what was found is not looked for again', () => {
  const { search } = project();
  expect(search()).toEqual(['fits.ts']);
  const read = vi.spyOn(workspace.files, 'textAt');
  try {
    expect(search()).toEqual(['fits.ts']);
    expect(read.mock.calls.map(([path]) => path)).not.toContain(`${box.folder}/mentions.ts`);
  } finally {
    read.mockRestore();
  }
});

it.each([
  ['a file that mentions the word comes to fit', 'mentions.ts', 'class Late implements Queue {}\n', 'mentions.ts'],
  ['a file that did not mention it does', 'other.ts', 'class Late implements Queue {}\n', 'other.ts'],
  ['one that fitted no longer does', 'fits.ts', 'class Fits {}\n', undefined],
])('is looked for again, and whoever asked is told, when %s', (_, path, text, added) => {
  const { search } = project();
  const before = workspace.changes.find(search);
  expect(before.answer).toEqual(['fits.ts']);
  workspace.files.open(sourceFrom(text, `${box.folder}/${path}`));
  const found = added === undefined ? [] : ['fits.ts', added];
  expect(search()).toEqual(found);
  expect(workspace.changes.holds(before)).toBe(false);
});
