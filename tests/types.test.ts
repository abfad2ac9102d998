import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const CONFIG = join(ROOT, '.cache/eslint.config.ts');

/** What an editor knows of an eslint.config.ts beside this package, as built. */
function editorOn(code: string, options: ts.CompilerOptions): { errors: string[]; hover: (word: string) => string } {
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({
      target: ts.ScriptTarget.ES2023,
      strict: true,
      noEmit: true,
      types: ['node'],
      ...options,
    }),
    getScriptFileNames: () => [CONFIG],
    getScriptVersion: () => '1',
    getScriptSnapshot(path) {
      const text = path === CONFIG ? code : ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (path) => path === CONFIG || ts.sys.fileExists(path),
    readFile: (path) => (path === CONFIG ? code : readFileSync(path, 'utf8')),
    directoryExists: (path) => ts.sys.directoryExists(path),
    realpath: (path) => path,
  });
  const ours = join(ROOT, 'dist');
  const files =
    service
      .getProgram()
      ?.getSourceFiles()
      .map(({ fileName }) => fileName)
      .filter((path) => path === CONFIG || path.startsWith(ours)) ?? [];
  expect(files.length, 'the config and our own typings are looked at').toBeGreaterThan(2);
  return {
    errors: files
      .flatMap((path) => [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)])
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    hover(word) {
      const info = service.getQuickInfoAtPosition(CONFIG, code.indexOf(word));
      return `${ts.displayPartsToString(info?.displayParts)} ${ts.displayPartsToString(info?.documentation)}`;
    },
  };
}

const HEAD = `import { defineConfig } from 'eslint/config';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import fireTask, { type RuleOptions, type Settings } from 'eslint-plugin-fire-task';
`;

describe.each([
  ['nodenext', { module: ts.ModuleKind.NodeNext }],
  ['bundler', { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
])('eslint.config.ts under %s', (_, options) => {
  it("composes with defineConfig and typescript-eslint's configs", () => {
    const { errors } = editorOn(
      `${HEAD}
const settings: Settings = { sinks: [{ values: ['@acme/tasks#track()'], accepts: 'both', verdict: 'own' }] };
const others: Linter.RulesRecord = { 'no-undef': 'error' };
export default defineConfig(
  fireTask.configs.recommended,
  { extends: [tseslint.configs.recommended, fireTask.configs.strict], settings: { 'fire-task': settings }, rules: others },
  { plugins: { 'fire-task': fireTask }, extends: ['fire-task/recommended'], rules: { 'fire-task/no-untracked-promises': ['warn', { reach: 'file', forms: { caught: false } }], 'fire-task/require-drain': 'off' } },
);
export const older = tseslint.config(fireTask.configs.recommendedTypeChecked, tseslint.configs.strictTypeChecked);
export const mine: RuleOptions['fire-task/no-untracked-promises'] = [{ allow: [{ from: 'package', package: 'pino', name: 'flush' }] }];
`,
      options,
    );
    expect(errors).toEqual([]);
  });

  it('shows what an option is for, and its values', () => {
    const { hover } = editorOn(
      `${HEAD}export default defineConfig({ rules: { 'fire-task/no-untracked-promises': ['error', { reach: 'file' }] } });\n`,
      options,
    );
    expect(hover('reach:')).toContain('"handler" | "file" | "project" | "all"');
    expect(hover('reach:')).toContain('How far from a handler to look');
  });

  it.each([
    ['a value that does not exist', "['error', { reach: 'fil' }]", /"fil".* is not assignable|Did you mean '"file"'/],
    ['an option that does not exist', "['error', { reaches: 'file' }]", /'reaches' does not exist/],
  ])('reports %s', (_title, entry, message) => {
    const { errors } = editorOn(
      `${HEAD}export default defineConfig({ rules: { 'fire-task/no-untracked-promises': ${entry} } });\n`,
      options,
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
  });
});
