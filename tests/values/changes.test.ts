import { describe, expect, it } from 'vitest';
import { perUnit } from '../../src/values/per-evaluation.ts';
import { evaluationBy, recognition, refreshProject, workspace } from '../support/engine.ts';
import { sourceFrom } from '../support/findings.ts';
import { sandbox } from '../support/sandbox.ts';
import { markedIn, valueInWords } from '../support/value-in.ts';

const box = sandbox();

interface Edit {
  readonly code: string;
  readonly files: Readonly<Record<string, string>>;
  /** The file that is edited, and what it says then. */
  readonly path: string;
  readonly text: string;
}

/** The value of a marked expression before an edit of another file and after it, and whether its file was told. */
function edited({ code: marked, files, path, text }: Edit): {
  before: string | undefined;
  after: string | undefined;
  isTold: boolean;
} {
  const { code, find } = markedIn(marked);
  for (const [name, content] of Object.entries({ 'package.json': '{}', 'app.js': code, ...files }))
    box.write(name, content);
  refreshProject();
  const source = sourceFrom(code, `${box.folder}/app.js`);
  const value = (): string | undefined => valueInWords(recognition().expression(find(source), source));
  const found = workspace.changes.find(value);
  workspace.files.open(sourceFrom(text, `${box.folder}/${path}`));
  const isTold = !workspace.changes.holds(found);
  return { before: found.answer, after: value(), isTold };
}

describe('an edit of another file is seen', () => {
  it.each<[title: string, edit: Edit]>([
    [
      'by who imports it',
      {
        code: "import { x } from './a.js'; «x»",
        files: { 'a.js': 'export class A {} export class B {} export const x = new A();' },
        path: 'a.js',
        text: 'export class A {} export class B {} export const x = new B();',
      },
    ],
    [
      'by who imports it through another',
      {
        code: "import { x } from './c.js'; «x»",
        files: { 'a.js': 'class A {} class B {} export const x = new A();', 'c.js': "export * from './a.js';" },
        path: 'a.js',
        text: 'class A {} class B {} export const x = new B();',
      },
    ],
    [
      'by a function that it calls',
      {
        code: 'export function start(x) { «x»; }',
        files: { 'a.js': "import { start } from './app.js'; class A {} class B {} start(new A());" },
        path: 'a.js',
        text: "import { start } from './app.js'; class A {} class B {} start(new B());",
      },
    ],
    [
      'by a function that another file passes what it has',
      {
        code: 'export function start(a) { «a.x»; }',
        files: {
          'a.js': 'class A {} class B {} export const a = { x: new A() };',
          'b.js': "import { start } from './app.js'; import { a } from './a.js'; start(a);",
        },
        path: 'a.js',
        text: 'class A {} class B {} export const a = { x: new B() };',
      },
    ],
    [
      'by a callback that it takes',
      {
        code: "import { open } from './a.js'; open((x) => { «x»; });",
        files: { 'a.js': 'class A {} class B {} export function open(work) { work(new A()); }' },
        path: 'a.js',
        text: 'class A {} class B {} export function open(work) { work(new B()); }',
      },
    ],
    [
      'by who reads a global',
      {
        code: '«db»',
        files: { 'a.js': 'class A {} class B {} global.db = new A();' },
        path: 'a.js',
        text: 'class A {} class B {} global.db = new B();',
      },
    ],
    [
      'by who reads a map',
      {
        code: "export const all = new Map(); «all.get('x')»",
        files: { 'a.js': "import { all } from './app.js'; class A {} class B {} all.set('x', new A());" },
        path: 'a.js',
        text: "import { all } from './app.js'; class A {} class B {} all.set('x', new B());",
      },
    ],
  ])('%s', (_title, edit) => {
    expect(edited(edit)).toEqual({ before: 'new A', after: 'new B', isTold: true });
  });

  it('and leaves alone what does not depend on it', () => {
    const edit = {
      code: "import { x } from './a.js'; «x»",
      files: { 'a.js': 'class A {} export const x = new A();', 'b.js': 'export const y = 1;' },
      path: 'b.js',
      text: 'export const y = 2;',
    };
    expect(edited(edit)).toEqual({ before: 'new A', after: 'new A', isTold: false });
  });
});

it('an answer about a package is found once, until a file changes or comes', () => {
  box.write('package.json', '{}');
  box.write('a.js', 'const a = 1;');
  refreshProject();
  let asked = 0;
  const answer = perUnit((unit) => {
    asked += 1;
    return `${unit} ${asked}`;
  });
  const [one, other] = [evaluationBy(), recognition()];
  const first = answer(box.folder, one);
  expect(answer(box.folder, one)).toBe(first);
  expect(answer(box.folder, other)).not.toBe(first);
  workspace.files.open(sourceFrom('const a = 2;', `${box.folder}/a.js`));
  const second = answer(box.folder, one);
  expect(second).not.toBe(first);
  expect(answer(box.folder, one)).toBe(second);
  box.write('b.js', 'const b = 1;');
  refreshProject();
  expect(answer(box.folder, one)).not.toBe(second);
});
