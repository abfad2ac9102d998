// Writes dist/index.d.ts, the types that users get, and dist/rule-options.d.cts: what each rule takes, from the schemas that check it, with their descriptions for hovering.
// The second is CommonJS, as ESLint's own types are: from a module, another copy of those would be found.
import { writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript-lite';

const dist = new URL('../dist/', import.meta.url);
const { rules } = await import(new URL('rules/index.js', dist).href);

const withOptions = Object.entries(rules).flatMap(([rule, { meta }]) => (meta.schema.length === 0 ? [] : [{ rule, type: `${pascalCase(rule)}Options`, schema: meta.schema[0] }]));
const interfaces = await Promise.all(withOptions.map(({ type, schema }) => compile(structuredClone(schema), type, { bannerComment: '', ignoreMinAndMaxItems: true })));
const typeOf = new Map(withOptions.map(({ rule, type }) => [rule, type]));

writeFileSync(
  new URL('rule-options.d.cts', dist),
  `${interfaces.map((text) => text.trim()).join('\n\n')}

/** The options of each rule, as they follow its severity. */
export interface RuleOptions {
${Object.keys(rules).map((rule) => `  'fire-task/${rule}': [${typeOf.has(rule) ? `options?: ${typeOf.get(rule)}` : ''}];`).join('\n')}
}

type Severity = 'off' | 'warn' | 'error' | 0 | 1 | 2;
type Entry<Options extends unknown[]> = Severity | [severity: Severity, ...options: Options];

// ESLint keeps the type of \`rules\` in a package of its own. Where that cannot be resolved from here (Plug'n'Play), options are checked by ESLint alone.
/* @ts-ignore */
declare module '@eslint/core' {
  interface RulesConfig {
${Object.keys(rules).map((rule) => `    /* @ts-ignore: optional beside an index signature */\n    'fire-task/${rule}'?: Entry<RuleOptions['fire-task/${rule}']>;`).join('\n')}
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

function pascalCase(name) {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}
