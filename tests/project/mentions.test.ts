import { expect, it } from 'vitest';
import { filesFitting, filesMentioning } from '../../src/project/mentions.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

it('finds the files in which a word stands, of few words and of many, and again after an edit', () => {
  box.write('package.json', '{ "type": "module" }');
  box.write('a.js', 'run(); const $run = 1;\n');
  box.write('b.js', 'running(); prerun(); $run; run2\n');
  box.write('c.js', "import { run } from './a.js'\n");
  // More words than the texts are searched for.
  const many = Array.from({ length: 100 }, (_, index) => `word${index.toString()}`);
  box.write('d.js', many.join(' '));
  const workspace = createWorkspace();
  const found = (word: string): string[] =>
    filesMentioning(workspace, box.folder, word).map((path) => path.slice(box.folder.length + 1));
  const answers = (): unknown => ['run', '$run', 'prerun', 'late', 'ru', 'a.js'].map(found);
  const first = [['a.js', 'c.js'], ['a.js', 'b.js'], ['b.js'], [], [], []];
  expect(answers()).toEqual(first);
  for (const word of many) expect(found(word)).toEqual(['d.js']);
  expect(answers()).toEqual(first);
  const edit = (): void => {
    box.write('b.js', 'late();\n');
    box.write('c.js', 'late(run, word7);\n');
    workspace.refresh();
  };
  edit();
  const second = [['a.js', 'c.js'], ['a.js'], [], ['b.js', 'c.js'], [], []];
  expect(answers()).toEqual(second);
  expect(found('word7')).toEqual(['c.js', 'd.js']);
  expect(found('word8')).toEqual(['d.js']);
});

it('says to those that asked for a word that its files are others, before there is an index and after', () => {
  box.write('package.json', '{ "type": "module" }');
  box.write('a.js', 'run();\n');
  box.write('b.js', 'stay();\n');
  const workspace = createWorkspace();
  const edited = (text: string): boolean => {
    const found = workspace.changes.find(() => filesMentioning(workspace, box.folder, 'late'));
    box.write('b.js', text);
    const source = { path: `${box.folder}/b.js`, text } as Parameters<typeof workspace.files.open>[0];
    workspace.files.open(source);
    filesMentioning(workspace, box.folder, 'other');
    return workspace.changes.holds(found);
  };
  expect(edited('stay(1);\n')).toBe(true);
  expect(edited('late(1);\n')).toBe(false);
  for (let index = 0; index < 100; index += 1) filesMentioning(workspace, box.folder, `word${index.toString()}`);
  expect(edited('late(2);\n')).toBe(true);
  expect(edited('stay(2);\n')).toBe(false);
});

it('says to those that asked which files fit only when those are others, whatever else is edited', () => {
  box.write('package.json', '{ "type": "module" }');
  box.write('a.js', 'run();\n');
  box.write('b.js', 'name.run = 1;\n');
  box.write('c.js', 'run(1);\n');
  const workspace = createWorkspace();
  const found = (): readonly string[] => filesFitting(workspace, box.folder, 'run', /\.run\s*=/);
  const isValidAfter = (path: string, text: string): boolean => {
    const before = workspace.changes.find(found);
    const source = { path: `${box.folder}/${path}`, text } as Parameters<typeof workspace.files.open>[0];
    box.write(path, text);
    workspace.files.open(source);
    filesMentioning(workspace, box.folder, 'other');
    return workspace.changes.holds(before);
  };
  expect(found()).toEqual([`${box.folder}/b.js`]);
  expect(isValidAfter('b.js', 'name.run = 2; more();\n')).toBe(true);
  expect(isValidAfter('c.js', 'run(2);\n')).toBe(true);
  expect(isValidAfter('c.js', 'other.run = 2;\n')).toBe(false);
  expect(found()).toEqual([`${box.folder}/b.js`, `${box.folder}/c.js`]);
  expect(isValidAfter('b.js', 'run(3);\n')).toBe(false);
  expect(found()).toEqual([`${box.folder}/c.js`]);
});
