import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { afterAll, expect, it } from 'vitest';
import { renderTracker } from '../../src/rewriting/injection.ts';

const folder = mkdtempSync(join(tmpdir(), 'fire-task-types-'));
const helper = join(folder, 'fire-task.ts');
const options = {
  target: 'ES2022', module: 'nodenext', lib: ['ES2022', 'DOM'], types: [], strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true, isolatedDeclarations: true, declaration: true, isolatedModules: true, noUnusedLocals: true, noUnusedParameters: true,
  noImplicitOverride: true, noPropertyAccessFromIndexSignature: true, noImplicitReturns: true, erasableSyntaxOnly: true, outDir: 'out',
};
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
writeFileSync(helper, renderTracker('ts'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('type-checks under the strictest options, without the types of Node', () => {
  const { options: parsed, errors } = ts.convertCompilerOptionsFromJson(options, folder);
  expect(errors).toEqual([]);
  const program = ts.createProgram([helper], parsed);
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});

it("lints clean with typescript-eslint's strictest config", async () => {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      ...(tseslint.configs.strictTypeChecked as Linter.Config[]),
      { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: folder } } },
    ],
  });
  const [result] = await eslint.lintFiles(['fire-task.ts']);
  expect(result?.messages.map(({ line, ruleId, message }) => `${line} ${ruleId ?? ''} ${message}`)).toEqual([]);
});
