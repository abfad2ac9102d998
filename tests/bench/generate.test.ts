import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { completeOptions } from '../../src/findings/options.ts';
import { positionAt } from '../../src/syntax/position.ts';
import { generated, type Planted } from '../support/generated-server.ts';
import { sandbox } from '../support/sandbox.ts';
import { findUntracked, workspace } from '../support/engine.ts';

const box = sandbox();

it('the same seed gives the same bytes, another one others', () => {
  expect([...generated(100, 7).files]).toEqual([...generated(100, 7).files]);
  expect([...generated(100, 8).files]).not.toEqual([...generated(100, 7).files]);
});

it.each([100, 237, 1_000])('has as many TypeScript files as it is asked for: %i', (count) => {
  expect([...generated(count, 1).files.keys()].filter((path) => path.endsWith('.ts'))).toHaveLength(count);
});

it('type-checks, strictly', () => {
  const { files } = generated(100, 1);
  // Inside this repository, so that the typings of Express are found; the files are on no disk.
  const root = join(import.meta.dirname, '../../.cache/generated');
  const texts = new Map([...files].map(([path, text]) => [join(root, path), text]));
  const { config } = ts.parseConfigFileTextToJson('tsconfig.json', files.get('tsconfig.json') ?? '') as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.readFile = (path) => texts.get(path) ?? disk.readFile(path);
  host.fileExists = (path) => texts.has(path) || disk.fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    texts.has(path) ? ts.createSourceFile(path, texts.get(path) ?? '', rest[0]) : disk.getSourceFile(path, ...rest);
  host.directoryExists = undefined as never;
  const program = ts.createProgram(
    [...texts.keys()].filter((path) => path.endsWith('.ts')),
    options,
    host,
  );
  expect(
    ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ messageText, file, start }) =>
          `${file?.fileName ?? ''}:${String(start)} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
      ),
  ).toEqual([]);
}, 60_000);

it.each([
  [100, 1],
  [300, 2],
])('what was planted in %i files (seed %i) is what is found, in its form, and nothing else', (count, seed) => {
  const { files, planted } = generated(count, seed);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(box.folder, path)), { recursive: true });
    writeFileSync(join(box.folder, path), text);
  }
  const found = [...files.keys()]
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path): Planted[] => {
      const source = workspace.files.sourceAt(join(box.folder, path));
      if (source === undefined) throw new Error(`${path} does not parse.`);
      return findUntracked(source, completeOptions(undefined)).map(({ form, node }) => ({
        path,
        line: positionAt(source.text, node.range[0]).line,
        form,
      }));
    });
  expect(planted.length).toBeGreaterThan(5);
  expect(inOrder(found)).toEqual(inOrder(planted));
});

function inOrder(places: readonly Planted[]): string[] {
  return places.map(({ path, line, form }) => `${path}:${line.toString()} ${form}`).sort();
}
