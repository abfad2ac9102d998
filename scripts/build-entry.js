// Writes dist/index.js, which users import: what ESLint asks of each rule, and nothing that runs it. The first linted
// file loads the engine, which is one file, dist/engine.cjs, because importing hundreds of small files takes longer
// than many lint runs. Also writes dist/pnp/oxc-parser.cjs, the parser for Plug'n'Play.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, writeLicences } from './bundle.js';

const dist = new URL('../dist/', import.meta.url);

/**
 * A package that supports only import(), and its dependency. Under Plug'n'Play, such a package cannot find other
 * packages when it is required.
 */
const ONLY_FOR_IMPORT = /^(?:magic-string|@jridgewell\/sourcemap-codec)$/;

// Bundles the parts that we use of large packages, or of packages with many dependencies, so that users do not install
// the rest.
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

// When an ES module is required, Node reads the file without asking Yarn, and can't read Yarn's archives. So the
// parser's own JavaScript is also provided as CommonJS. It finds its native part from the package's location, as usual.
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
