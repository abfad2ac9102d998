// Checks that the names in the catalog exist in the typings that their packages publish. Needs the network. The exit
// code is 0 if no name is missing, 1 if one is, and 2, with one sentence on stderr, if the check was not possible.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from './run/tool.js';
import { check } from './verify-catalog/check.js';
import { alternativesOf } from './verify-catalog/patterns.js';
import { reportOf } from './verify-catalog/report.js';
import { nearest } from './verify-catalog/walk.js';

const BUILT = new URL('../dist/src/catalog/', import.meta.url);
const USAGE = `Usage: npm run catalog:verify -- [entry…] [--keep]

Checks that the names the catalog relies on are in the typings of the packages as npm has them today.

  entry…   names of entries to check, all when left out
  --keep   keep the folder the packages are installed in, and say where it is`;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(2));

await tool('catalog:verify', USAGE, { keep: false }, async ({ keep }, names) => {
  if (!existsSync(new URL('index.js', BUILT))) throw new Error('the catalog is not built: run `npm run build` first.');
  const [{ CATALOG }, { compilePattern }, { patternsOf }] = await Promise.all(
    ['index', 'pattern', 'patterns-of'].map((name) => import(new URL(`${name}.js`, BUILT).href)),
  );
  const entries = names.length === 0 ? CATALOG : names.map((name) => entryNamed(name, CATALOG));
  const scratch = mkdtempSync(join(tmpdir(), 'fire-task-typings-'));
  if (keep) process.stderr.write(`The packages are in ${scratch}\n`);
  else process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  const alternatives = entries.flatMap((entry) => alternativesOf(entry, { patternsOf, compilePattern }));
  const result = check(alternatives, CATALOG, scratch, (text) => process.stderr.write(`${text}\n`));
  process.stdout.write(`${reportOf(result)}\n`);
  process.exitCode = result.rows.some(({ outcome }) => outcome.state === 'missing') ? 1 : 0;
});

function entryNamed(name, catalog) {
  const plain = (text) => text.toLowerCase().replace(/[\s_]+/g, '-');
  const entry = catalog.find((one) => plain(one.name) === plain(name));
  if (entry !== undefined) return entry;
  const names = catalog.map((one) => one.name);
  const near = nearest(name, names);
  throw new Error(`the catalog has no entry "${name}"${near.length === 0 ? '' : `; it has ${near.join(', ')}`}.`);
}
