// Writes dist/index.d.ts, the types that users get, and dist/rule-options.d.cts: what each rule takes, from the schemas
// that check it, with their descriptions for hovering.
// The second is CommonJS, as ESLint's own types are: from a module, another copy of those would be found.
// Declarations that neither these nor those of the codemods lead to are taken away: nobody can import them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript-lite';

const dist = new URL('../dist/', import.meta.url);
const { rules } = await import(new URL('rules/index.js', dist).href);

const withOptions = Object.entries(rules).flatMap(([rule, { meta }]) =>
  meta.schema.length === 0 ? [] : [{ rule, type: `${pascalCase(rule)}Options`, schema: meta.schema[0] }],
);
const interfaces = await Promise.all(
  withOptions.map(({ type, schema }) =>
    compile(structuredClone(schema), type, { bannerComment: '', ignoreMinAndMaxItems: true }),
  ),
);
const typeOf = new Map(withOptions.map(({ rule, type }) => [rule, type]));

writeFileSync(
  new URL('rule-options.d.cts', dist),
  `${interfaces.map((text) => text.trim()).join('\n\n')}

/** The options of each rule, as they follow its severity. */
export interface RuleOptions {
${Object.keys(rules)
  .map((rule) => `  'fire-task/${rule}': [${typeOf.has(rule) ? `options?: ${typeOf.get(rule)}` : ''}];`)
  .join('\n')}
}

type Severity = 'off' | 'warn' | 'error' | 0 | 1 | 2;
type Entry<Options extends unknown[]> = Severity | [severity: Severity, ...options: Options];

// ESLint keeps the type of \`rules\` in a package of its own. Where that cannot be resolved from here (Plug'n'Play), options are checked by ESLint alone.
/* @ts-ignore */
declare module '@eslint/core' {
  interface RulesConfig {
${Object.keys(rules)
  .map(
    (rule) =>
      `    /* @ts-ignore: optional beside an index signature */\n    'fire-task/${rule}'?: Entry<RuleOptions['fire-task/${rule}']>;`,
  )
  .join('\n')}
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

keepOnly(withImports(['index.d.ts', 'codemods/fire-task.d.ts', 'codemods/drain-on-shutdown.d.ts']));

/**
 * The declarations and all they import; only ESLint's may be another package's, as every project with a linter has
 * those, with any TypeScript.
 */
function withImports(entries) {
  const found = new Set(entries);
  for (const path of found) {
    for (const [, specifier] of readFileSync(new URL(path, dist), 'utf8').matchAll(
      /(?:from|import|import\() ?['"]([^'"]+)['"]/g,
    )) {
      if (specifier.startsWith('.'))
        found.add(
          join(dirname(path), specifier)
            .replace(/\.c[jt]s$/, '.d.cts')
            .replace(/(?<!\.d)\.[jt]s$/, '.d.ts'),
        );
      else if (specifier !== 'eslint')
        throw new Error(
          `dist/${path} takes types from ${specifier}, which users may not have: describe them by our own.`,
        );
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
