import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../site/engine/analyse.ts';
import type { Project } from '../../site/engine/project.ts';
import { accountOf } from '../../site/engine/account.ts';
import { manifestOf } from '../../site/engine/project.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { refreshProject, workspace } from '../support/engine.ts';

const SITE = pathToFileURL(join(import.meta.dirname, '../../site/build/'));
const CASES = join(import.meta.dirname, '../rewriting/cases');

interface Example {
  readonly id: string;
  readonly dependencies: Project['dependencies'];
  readonly files: readonly { readonly path: string; readonly ts: string; readonly js: string }[];
}

let folder: string;
let analyse: (project: Project) => Analysis;
let examples: readonly Example[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fire-task-playground-'));
  const { bundle } = (await import(new URL('bundle.js', SITE).href)) as {
    bundle: (entry: string, file: URL) => Promise<string>;
  };
  const file = pathToFileURL(join(folder, 'engine.mjs'));
  await bundle('engine/analyse.ts', file);
  ({ analyse } = (await import(file.href)) as { analyse: typeof analyse });
  examples = await (
    (await import(new URL('examples.js', SITE).href)) as { readExamples: () => Promise<Example[]> }
  ).readExamples();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The same by the engine as Node runs it, with its own parser, on the real disk. */
function onDisk(project: Project): Analysis['files'] {
  const root = mkdtempSync(join(folder, 'project-'));
  for (const { path, text } of [{ path: 'package.json', text: manifestOf(project) }, ...project.files]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  refreshProject();
  return project.files.map(({ path, text }) => {
    const source = parse(join(root, path), text);
    if (isParseFailure(source)) throw new Error(`${path} does not parse: ${source.message}`);
    return { path, ...accountOf(source, workspace) };
  });
}

describe('what is bundled for the browser says what the engine says in Node', () => {
  const inputs = readdirSync(CASES, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.input\.[cm]?[jt]sx?$/.test(name))
    .map((entry) => join(entry.parentPath, entry.name));

  it('of every case of the rewriting', () => {
    let findings = 0;
    for (const input of inputs) {
      const path = `src/app${/\.[cm]?[jt]sx?$/.exec(input)?.[0] ?? ''}`;
      const text = readFileSync(input, 'utf8').replace(/^\uFEFF/, '');
      const project: Project = { files: [{ path, text }], dependencies: { express: '^5.0.0' } };
      const expected = onDisk(project);
      expect(analyse(project).files, input).toEqual(expected);
      for (const file of expected) findings += 'findings' in file ? file.findings.length : 0;
    }
    expect(findings).toBeGreaterThan(100);
  }, 120_000);

  it('of every example of the playground, in both languages, each with something to find and to rewrite', () => {
    for (const { id, files, dependencies } of examples) {
      const [ts, js] = (['ts', 'js'] as const).map((language) => {
        const project: Project = {
          files: files.map((file) => ({ path: `${file.path}.${language}`, text: file[language] })),
          dependencies,
        };
        const { files: found } = analyse(project);
        expect(found, id).toEqual(onDisk(project));
        return found.map((file) =>
          'findings' in file
            ? file.findings.map(({ form, handler, isRewritten }) => ({ form, handler, isRewritten }))
            : file.failure,
        );
      });
      expect(js).toEqual(ts);
      expect(ts?.flat(), id).toContainEqual(expect.objectContaining({ isRewritten: true }));
    }
  });

  it('of code that does not parse: where, and nothing else', () => {
    const { files } = analyse({
      files: [{ path: 'src/app.ts', text: 'app.get("/", () => {\n  run(;\n});\n' }],
      dependencies: {},
    });
    expect(files).toEqual([
      {
        path: 'src/app.ts',
        failure: { message: expect.stringContaining('Unexpected token') as string, line: 2, column: 7 },
      },
    ]);
  });
});
