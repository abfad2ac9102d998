import { beforeAll, describe, expect, it } from 'vitest';
import { FLAVOURS, TOLD_TO_STOP } from '../../src/helper/flavours.ts';
import { renderShutdown, renderTracker } from '../../src/helper/injection.ts';
import { scratch } from './support/scratch.ts';

/** What a team has whose linters are strict: the injected files must not be what fails. */
const box = scratch('helper-lints');

/** Without types: what is written into a package of JavaScript. */
const CONFIG = `import n from 'eslint-plugin-n';
import promise from 'eslint-plugin-promise';
import unicorn from 'eslint-plugin-unicorn';
import tseslint from 'typescript-eslint';

const typed = { parserOptions: { project: process.env.TSCONFIG, tsconfigRootDir: import.meta.dirname } };
export default [
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: { 'no-console': 'error', 'max-lines': ['error', 400] } },
  n.configs['flat/recommended'],
  promise.configs['flat/recommended'],
  unicorn.configs.recommended,
  // What the platforms import is not installed here.
  { rules: { 'n/no-missing-import': 'off', 'n/no-missing-require': 'off' } },
  ...[...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked].map((config) => ({
    ...config,
    files: ['**/*.ts'],
  })),
  { files: ['**/*.ts'], languageOptions: typed },
];
`;
const COMPILER = { target: 'ES2022', module: 'nodenext', lib: ['ES2022', 'DOM'], types: ['node'], strict: true };
const PLATFORMS = `declare module 'next/server' {
  export function after(task: Promise<unknown>): void;
}
declare module 'cloudflare:workers' {
  export function waitUntil(promise: Promise<unknown>): void;
}
`;

beforeAll(() => {
  box.write('package.json', '{ "private": true, "type": "module", "engines": { "node": ">=18" } }\n');
  const names = ['eslint-plugin-n@18', 'eslint-plugin-promise@7', 'eslint-plugin-unicorn@65'];
  const tools = ['eslint@10', 'typescript-eslint@8.74.0', 'typescript@6.0', 'knip@6.44.2', '@types/node@20'];
  box.must('npm', 'install', '--save-dev', '--ignore-scripts', ...names, ...tools);
  box.write('eslint.config.js', CONFIG);
  for (const exact of [true, false]) {
    const options = { ...COMPILER, exactOptionalPropertyTypes: exact, skipLibCheck: true, noEmit: true };
    box.write(
      exact ? 'tsconfig.json' : 'tsconfig.loose.json',
      JSON.stringify({ compilerOptions: options, include: ['src'] }),
    );
  }
  box.write('src/platforms.d.ts', PLATFORMS);
  for (const flavour of FLAVOURS) {
    const home = `src/${flavour}`;
    for (const [form, ending, from] of [
      ['ts', 'ts', 'js'],
      ['esm', 'mjs', 'mjs'],
      ['cjs', 'cjs', 'cjs'],
    ] as const) {
      box.write(`${home}/fire-task.${ending}`, renderTracker(form, flavour));
      if (!TOLD_TO_STOP.has(flavour)) continue;
      box.write(`${home}/drain-on-shutdown.${ending}`, renderShutdown(form, flavour, `./fire-task.${from}`));
    }
    box.write(`${home}/use.ts`, "import { fireTask } from './fire-task.js';\n\nfireTask(Promise.resolve(), 'work');\n");
  }
});

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

describe('the injected text', () => {
  it.each(['tsconfig.json', 'tsconfig.loose.json'])('passes the strict configurations, types by %s', (config) => {
    const { out, err } = box.run('npx', ['eslint', '--format', 'json', 'src'], { env: { TSCONFIG: config } });
    expect(out, err).toMatch(/^\[/);
    const results = JSON.parse(out) as Result[];
    expect(results.length).toBeGreaterThanOrEqual(4 * FLAVOURS.length);
    expect(
      results.flatMap(({ filePath, messages }) =>
        messages.map(({ ruleId, line, message }) => `${filePath}:${line} ${ruleId ?? ''} ${message}`),
      ),
    ).toEqual([]);
  });

  it('compiles', () => {
    for (const config of ['tsconfig.json', 'tsconfig.loose.json'])
      expect(box.run('npx', ['tsc', '-p', config])).toMatchObject({ code: 0, out: '' });
  });

  it('has no export that knip calls unused', () => {
    const entry = FLAVOURS.flatMap((flavour) => [`src/${flavour}/use.ts`, `src/${flavour}/drain-on-shutdown.ts`]);
    box.write('knip.json', JSON.stringify({ entry, project: ['src/**/*.ts'], includeEntryExports: true }));
    box.write('src/node/idle.ts', 'export const idle = 1;\n');
    const { out } = box.run('npx', ['knip', '--include', 'exports,types']);
    expect(out).not.toMatch(/fire-task|drain-on-shutdown/);
    // It does look: this one has no tag.
    box.write('src/node/use.ts', "import { used } from './idle.js';\n\nexport const other = used;\n");
    box.write('src/node/idle.ts', 'export const idle = 1;\nexport const used = 2;\n');
    expect(box.run('npx', ['knip', '--include', 'exports,types']).out).toContain('idle');
  });
});
