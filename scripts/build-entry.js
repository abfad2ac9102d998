// Writes dist/index.js, which users import: what ESLint asks of each rule, and nothing that runs it. The engine is one
// file, dist/engine.cjs, which the first file that is linted loads: importing hundreds of small files takes longer than
// many a lint. And dist/pnp/oxc-parser.cjs, the parser for Plug'n'Play.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, writeLicences } from './bundle.js';

const dist = new URL('../dist/', import.meta.url);

/**
 * Only for import(), and with a dependency of its own: under Plug'n'Play, what is required finds no other package from
 * within such a one.
 */
const ONLY_FOR_IMPORT = /^(?:magic-string|@jridgewell\/sourcemap-codec)$/;

// Of packages that are large beside what is used of them, or bring many others, what is used: nobody needs to install
// them.
for (const name of readdirSync(new URL('src/taken-in/', dist)).filter((entry) => entry.endsWith('.js'))) {
  const file = `src/taken-in/${name}`;
  await bundle({ input: fileURLToPath(new URL(file, dist)), file, output: { format: 'esm' } });
}

await bundle({
  input: fileURLToPath(new URL('rules/index.js', dist)),
  external: (id) => /^[^./]/.test(id) && !ONLY_FOR_IMPORT.test(id),
  file: 'engine.cjs',
  output: { format: 'cjs' },
});

// What is required as an ES module, Node reads without asking Yarn, and it sees nothing in Yarn's archives. The
// parser's own JavaScript is therefore there as CommonJS, too; it looks for the native part, as it always does, from
// where the package lies.
await bundle({
  input: 'parser',
  plugins: [
    {
      name: 'entry',
      resolveId: (id) => (id === 'parser' ? id : undefined),
      load: (id) => (id === 'parser' ? "export { parseSync } from 'oxc-parser';" : undefined),
    },
    {
      name: 'place',
      transform: (code, id) =>
        id.includes('/oxc-parser/') ? code.replaceAll('import.meta.url', "__require.resolve('oxc-parser')") : undefined,
    },
  ],
  file: 'pnp/oxc-parser.cjs',
  output: { format: 'cjs', banner: 'const __require = require;' },
});
writeLicences();

const { rules } = await import(new URL('rules/index.js', dist).href);
const metas = Object.fromEntries(Object.entries(rules).map(([name, { meta }]) => [name, meta]));
writeFileSync(
  new URL('index.js', dist),
  `import { createRequire } from 'node:module';
import { createPlugin } from './src/plugin.js';

const require = createRequire(import.meta.url);
let engine;

/** The rule's own code, loaded at its first use. */
function create(name, context) {
  engine ??= require('./engine.cjs').rules;
  return engine[name].create(context);
}

const METAS = ${JSON.stringify(metas, null, 2)};

const RULES = Object.entries(METAS).map(([name, meta]) => [name, { meta, create: (context) => create(name, context) }]);

export default createPlugin(Object.fromEntries(RULES));
`,
);
