// Writes dist/index.d.ts, the types for users, and dist/rule-options.d.cts: the options of each rule, from the schemas
// that validate them, with descriptions that editors show. The second is CommonJS, like ESLint's own types: an ES
// module would resolve another copy of those. Declarations that neither these nor the codemods import are deleted,
// because nobody can import them.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript-lite';

const dist = new URL('../dist/', import.meta.url);
const { rules } = await import(new URL('rules/index.js', dist).href);

const OUTPUT = { bannerComment: '', ignoreMinAndMaxItems: true };
const interfaces = [];
const parameters = [];
for (const [rule, { meta }] of Object.entries(rules)) {
  const [schema] = meta.schema;
  const type = `${pascalCase(rule)}Options`;
  if (schema !== undefined) interfaces.push(await compile(structuredClone(schema), type, OUTPUT));
  parameters.push(`  'fire-task/${rule}': [${schema === undefined ? '' : `options?: ${type}`}];`);
}
const entries = Object.keys(rules).map(
  (rule) =>
    `    /* @ts-ignore: optional beside an index signature */\n    'fire-task/${rule}'?: ` +
    `Entry<RuleOptions['fire-task/${rule}']>;`,
);

writeFileSync(
  new URL('rule-options.d.cts', dist),
  `${interfaces.map((text) => text.trim()).join('\n\n')}

/** The options of each rule, as they follow its severity. */
export interface RuleOptions {
${parameters.join('\n')}
}

type Severity = 'off' | 'warn' | 'error' | 0 | 1 | 2;
type Entry<Options extends unknown[]> = Severity | [severity: Severity, ...options: Options];

// ESLint keeps the type of \`rules\` in a package of its own. Where that cannot be resolved from here (Plug'n'Play), options are checked by ESLint alone.
/* @ts-ignore */
declare module '@eslint/core' {
  interface RulesConfig {
${entries.join('\n')}
  }
}
`,
);
writeFileSync(
  new URL('index.d.ts', dist),
  `import './rule-options.cjs';
export type * from './rule-options.cjs';
export type * from './src/index.js';
export { default } from './src/index.js';
`,
);

// The detector is CommonJS, which ES modules can also import.
copyFileSync(new URL('src/detect/index.d.ts', dist), new URL('detect.d.cts', dist));

keepOnly(withImports(['index.d.ts', 'detect.d.cts', 'codemods/fire-task.d.ts', 'codemods/drain-on-shutdown.d.ts']));

/**
 * The declarations, and everything they import. The only package that they may import is ESLint: every project that
 * uses the plugin has its types.
 */
function withImports(entrances) {
  const found = new Set(entrances);
  for (const path of found) {
    const text = readFileSync(new URL(path, dist), 'utf8');
    for (const [, specifier] of text.matchAll(/(?:from|import|import\() ?['"]([^'"]+)['"]/g)) {
      const place = join(dirname(path), specifier);
      const isOwn = specifier.startsWith('.');
      if (isOwn) found.add(place.replace(/\.c[jt]s$/, '.d.cts').replace(/(?<!\.d)\.[jt]s$/, '.d.ts'));
      if (!isOwn && specifier !== 'eslint')
        throw new Error(`dist/${path} takes types from ${specifier}, which users may not have: describe them by ours.`);
    }
  }
  return found;
}

function keepOnly(kept) {
  for (const name of readdirSync(fileURLToPath(dist), { recursive: true })) {
    const path = name.replaceAll('\\', '/');
    if (/\.d\.c?ts$/.test(path) && !kept.has(path)) rmSync(new URL(path, dist));
  }
}

function pascalCase(name) {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}
