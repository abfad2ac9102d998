import { expect } from 'vitest';
import type { Ran } from '../../support/linked.ts';
import { tarball } from './pack.ts';
import type { Scratch } from './scratch.ts';

const PIPELINE = `export interface Run {
  readonly id: string;
}

export async function execute(run: Run): Promise<void> {
  await Promise.resolve(run.id);
}

export function wrapped<T>(work: (input: T) => Promise<void>): (input: T) => Promise<void> {
  return work;
}

type Jobs<Name extends string> = { readonly [K in Name as \`\${K}Later\`]: (run: Run) => Promise<void> };

/** The names of its methods are in no file: types make them up. */
export function jobs<Name extends string>(...names: readonly Name[]): Jobs<Name> {
  return Object.fromEntries(names.map((name) => [\`\${name}Later\`, execute])) as Jobs<Name>;
}
`;

const APP = `import express, { type Request, type Response } from 'express';
import { execute, jobs, wrapped, type Run } from './pipeline.js';

enum Answer { Accepted = 202 }
const logged = wrapped<Run>(execute);
const queue = jobs('archive');
const app = express();

app.post('/runs', (req: Request<object, unknown, Run>, res: Response) => {
  execute(req.body satisfies Run);
  logged(req.body as Run);
  queue.archiveLater(req.body);
  res.sendStatus(Answer.Accepted);
});
app.listen(3000);
`;

/** What our published types are used for, in a project that has no \`skipLibCheck\`. */
const USE_OF_TYPES = `import { defineConfig } from 'eslint/config';
import fireTask from 'eslint-plugin-fire-task';
import type { RuleOptions, Settings } from 'eslint-plugin-fire-task';
import transform from 'eslint-plugin-fire-task/codemods/fire-task';

const settings: Settings = { launchers: ['./src/pipeline.ts#execute()'] };
const options: RuleOptions['fire-task/no-untracked-promises'] = [{ reach: 'file' }];
export default defineConfig(fireTask.configs.recommended, { settings: { 'fire-task': settings }, rules: { 'fire-task/no-untracked-promises': ['error', ...options] } });
export const text: string | undefined = transform({ path: 'a.ts', source: '' }, {}, { reach: 'file', names: 'ids', flavour: 'node' });
`;

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    module: 'nodenext',
    target: 'es2023',
    noEmit: true,
    skipLibCheck: false,
    types: ['node'],
  },
  include: ['src', 'use-of-types.ts'],
};

export const PARSED_BY_TYPESCRIPT_ESLINT = `import fireTask from 'eslint-plugin-fire-task';
import tseslint from 'typescript-eslint';

export default [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, fireTask.configs.recommended];
`;
export const TYPED = `import { defineConfig } from 'eslint/config';
import fireTask from 'eslint-plugin-fire-task';
import tseslint from 'typescript-eslint';

export default defineConfig({
  files: ['**/*.ts'],
  extends: [fireTask.configs.recommendedTypeChecked],
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
});
`;

/** What is found without types, by its place, and what the quick fix makes of it. */
export const FOUND = [
  "10:3 `execute(…)` fireTask(execute(req.body satisfies Run), 'execute')",
  "11:3 `logged(…)` fireTask(logged(req.body as Run), 'logged')",
];
/** With types. */
export const FOUND_BY_TYPES = [
  ...FOUND,
  "12:3 `queue.archiveLater(…)` fireTask(queue.archiveLater(req.body), 'queue.archiveLater')",
];

/** A server in TypeScript, with `packages` beside ESLint's own and ours; npm must find them good together. */
export async function writeServer(at: Scratch, packages: Record<string, string>): Promise<void> {
  const devDependencies = {
    '@types/express': '^5.0.0',
    '@types/node': '^20.19.0',
    ...packages,
    'eslint-plugin-fire-task': `file:${await tarball()}`,
  };
  at.write(
    'package.json',
    JSON.stringify({
      name: 'runs',
      version: '1.0.0',
      private: true,
      type: 'module',
      dependencies: { express: '^5.0.0' },
      devDependencies,
    }),
  );
  at.write('tsconfig.json', JSON.stringify(TSCONFIG));
  at.write('use-of-types.ts', USE_OF_TYPES);
  writeSources(at);
}

export function writeSources(at: Scratch): void {
  at.write('src/pipeline.ts', PIPELINE);
  at.write('src/app.ts', APP);
}

interface Message {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly suggestions?: readonly { readonly fix: { readonly text: string } }[];
}

/** What ESLint's JSON says, as `FOUND` does. */
export function found({ out, err }: Ran): string[] {
  if (!out.startsWith('[')) throw new Error(out + err);
  const messages = (JSON.parse(out) as { messages: Message[] }[]).flatMap((result) => result.messages);
  return messages.map(({ line, column, message, suggestions = [] }) =>
    [
      `${line}:${column}`,
      /^`[^`]*`/.exec(message)?.[0] ?? message,
      ...suggestions.map(({ fix }) => lastLine(fix.text)),
    ].join(' '),
  );
}

/** A quick fix is one edit from the import to the launch. */
function lastLine(text: string): string {
  return text.split('\n').at(-1)?.trim() ?? '';
}

/** The command finds `places` in `src/app.ts`, mends them, and finds nothing more. */
export function expectMigration(
  at: Scratch,
  run: Scratch['run'],
  flags: readonly string[],
  places: readonly string[],
): void {
  const check = run('fire-task', ['migrate', '--check', ...flags, 'src']);
  expect(
    [...check.out.matchAll(/src\/app\.ts:(\d+:\d+)/g)].map(([, place]) => place),
    check.err,
  ).toEqual(places);
  expect(check.code).toBe(1);
  const migrated = run('fire-task', ['migrate', '--force', ...flags, 'src']);
  expect(migrated.code, migrated.out + migrated.err).toBe(0);
  const text = at.read('src/app.ts');
  expect(text).toContain("  fireTask(execute(req.body satisfies Run), 'execute');\n");
  expect(text.match(/fireTask\(/g)).toHaveLength(places.length);
  expect(run('fire-task', ['migrate', '--check', ...flags, 'src']).code).toBe(0);
}
