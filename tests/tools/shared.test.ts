import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

/** Tools are plain JavaScript, without declarations. */
async function tool(name: string): Promise<unknown> {
  return import(new URL(`../../tools/${name}.js`, import.meta.url).href);
}

const { complaintsIn, passedIn, added } = (await tool('report/said')) as {
  complaintsIn: (output: string) => string[];
  passedIn: (output: string) => number;
  added: (before: string[], after: string[]) => string[];
};
const { takeRepository } = (await tool('take/index')) as {
  takeRepository: (repository: string, commit: string, mirror: string, folder: string) => string;
};
const { oxlintAnswer } = (await tool('run/oxlint-answer')) as {
  oxlintAnswer: (diagnostics: object[], pathOf: (filename: string) => string) => { reports: object[]; fatal: string[] };
};
const box = sandbox();

describe('what a server says of itself', () => {
  it.each<[runner: string, output: string, passed: number, complaints: string[]]>([
    [
      'tsc',
      "src/a.ts(3,7): error TS2304: Cannot find name 'x'.\n",
      0,
      ["src/a.ts: error TS2304: Cannot find name 'x'."],
    ],
    [
      'Jest',
      '  ✕ sends mail (12 ms)\nTests:       1 failed, 2 skipped, 40 passed, 43 total\n',
      40,
      ['✕ sends mail', 'Tests: 1 failed, , ,'],
    ],
    [
      'Vitest',
      ' FAIL  a.test.ts > sends\n      Tests  1 failed | 4 passed (5)\n',
      4,
      ['FAIL a.test.ts > sends', 'Tests 1 failed |'],
    ],
    ['Mocha', '  12 passing (3s)\n', 12, []],
    ['node:test', 'not ok 3 - sends\n# pass 7\n# fail 1\n', 7, ['not ok - sends', '# fail 1']],
    ['nothing wrong', 'Tests  5 passed (5)\nno errors\n', 5, []],
  ])('%s', (_, output, passed, complaints) => {
    expect(passedIn(output)).toBe(passed);
    expect(complaintsIn(output)).toEqual(complaints);
  });

  it('is compared without the lines that an edit above has moved', () => {
    const at = (line: number): string[] => complaintsIn(`src/a.ts:${line.toString()}:7 - error TS1: x`);
    expect(added(at(3), at(9))).toEqual([]);
    expect(added(at(3), [...at(3), ...at(4)])).toHaveLength(1);
  });
});

describe('a repository', () => {
  it('is taken out of a clone at a commit, without its history', () => {
    box.write('clones/acme/suite/a/x.js', 'export {};\n');
    const clone = join(box.folder, 'clones/acme/suite');
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
        encoding: 'utf8',
      }).trim();
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'x');
    const taken = takeRepository(
      'acme/suite',
      git('rev-parse', 'HEAD'),
      join(box.folder, 'clones/{owner}/{name}'),
      join(box.folder, 'taken'),
    );
    expect(readFileSync(join(taken, 'a/x.js'), 'utf8')).toBe('export {};\n');
    expect(existsSync(join(taken, '.git'))).toBe(false);
  });

  it('that cannot be had is named, with what to do, and leaves no folder behind', () => {
    const place = join(box.folder, 'nowhere');
    expect(() =>
      takeRepository('acme/none', '0123456789abcdef', join(box.folder, 'nothing/{owner}/{name}'), place),
    ).toThrow(
      /^acme\/none at 012345678 could not be taken from .*: .* Check the network, or name another place with --mirror\.$/,
    );
    expect(existsSync(place)).toBe(false);
  });
});

describe('what oxlint says', () => {
  it('takes a tsconfig that tsgolint refuses for no report', () => {
    const span = { offset: 39, length: 5, line: 3, column: 15 };
    const refused = {
      message: 'Invalid tsconfig',
      code: 'typescript(tsconfig-error)',
      help: "Option 'target=ES5' has been removed. Please remove it from your configuration.\nSee the issue.",
      filename: 'tsconfig.json',
      labels: [{ span }],
    };
    const unknown = {
      ...refused,
      help: "Cannot find type definition file for 'node'.",
      filename: 'app/tsconfig.json',
      labels: [],
    };
    const found = { ...refused, code: 'typescript(no-floating-promises)', filename: 'src/app.ts', help: undefined };
    expect(oxlintAnswer([refused, unknown, found, { ...found, code: undefined }], (name) => name)).toEqual({
      reports: [{ rule: 'no-floating-promises', path: 'src/app.ts', line: 3 }],
      fatal: [
        "tsconfig.json:3 Invalid tsconfig: Option 'target=ES5' has been removed. Please remove it from your configuration.",
        "app/tsconfig.json Invalid tsconfig: Cannot find type definition file for 'node'.",
      ],
    });
  });
});
