import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis, Place } from '../../site/engine/analyse.ts';
import type { Project } from '../../site/engine/project.ts';
import { accountOf } from '../../site/engine/account.ts';
import { manifestOf } from '../../site/client/playground/examples.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { refreshProject, workspace } from '../support/engine.ts';

const SITE = pathToFileURL(join(import.meta.dirname, '../../site/build/'));
const CASES = join(import.meta.dirname, '../rewriting/cases');

interface Example {
  readonly id: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly files: readonly { readonly path: string; readonly ts: string; readonly js: string }[];
}

const EXPRESS = manifestOf({ dependencies: { express: '^5.0.0' } });

let folder: string;
let analyse: (project: Project, place?: Place) => Analysis;
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
  for (const { path, text } of [{ path: 'package.json', text: project.manifest }, ...project.files]) {
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
      const project: Project = { files: [{ path, text }], manifest: EXPRESS, options: {} };
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
          manifest: manifestOf({ dependencies }),
          options: {},
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

  it('of options, of package.json, and of the line with the cursor', () => {
    const text = `import express from 'express';
async function send(to) { await to; }
express().post('/', (req, res) => { void send(req.body); res.end(); });
`;
    const project: Project = { files: [{ path: 'src/app.js', text }], manifest: EXPRESS, options: {} };
    const formsOf = ({ files }: Analysis): string[] =>
      files.flatMap((file) => ('findings' in file ? file.findings.map(({ form }) => form) : []));
    expect(formsOf(analyse(project))).toEqual(['voided']);
    expect(formsOf(analyse({ ...project, options: { forms: { voided: false } } }))).toEqual([]);
    const [file] = analyse({ ...project, manifest: manifestOf({ dependencies: { wrangler: '^4.0.0' } }) }).files;
    expect(file !== undefined && 'findings' in file && file.findings[0]?.message).toContain('cancel');
    expect(analyse(project, { path: 'src/app.js', line: 2 }).line).toEqual({ silent: [], explained: '' });
    const { silent = [], explained } = analyse(project, { path: 'src/app.js', line: 3 }).line ?? {};
    expect(silent.map(({ callee }) => callee)).toEqual(['express(…).post', 'express', 'res.end']);
    expect(explained).toContain('src/app.js:3:42  send\n  handler  POST / (express, known by registration, sure)');
  });

  it('of code that does not parse: where, and nothing else', () => {
    const { files } = analyse({
      files: [{ path: 'src/app.ts', text: 'app.get("/", () => {\n  run(;\n});\n' }],
      manifest: EXPRESS,
      options: {},
    });
    expect(files).toEqual([
      {
        path: 'src/app.ts',
        failure: { message: expect.stringContaining('Unexpected token') as string, line: 2, column: 7 },
      },
    ]);
  });
});
