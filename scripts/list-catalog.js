// Writes src/catalog/index.ts, the list of all entries, from the existing files: to add a framework, add one file.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const catalog = new URL('../src/catalog/', import.meta.url);
const FOLDERS = ['frameworks', 'jobs', 'language', 'libraries', 'platforms'];

/** Writes the list if it differs from the folders' contents. */
export function writeCatalogList() {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, catalog))
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => `./${folder}/${file}`),
  );
  const entries = files.map((file) => ({ file, name: exportedName(file) }));
  const text = `// Written by scripts/list-catalog.js from the files of this folder; not committed.
import type { Entry } from './entry.ts';
${entries.map(({ file, name }) => `import { ${name} } from '${file}';`).join('\n')}

/** Every entry of the catalog, by folder and name. */
export const CATALOG: readonly Entry[] = [
${entries.map(({ name }) => `  ${name},`).join('\n')}
];
`;
  const target = new URL('index.ts', catalog);
  if (textOf(target) !== text) writeFileSync(target, text);
}

/** The single name that an entry's file exports. */
function exportedName(file) {
  const text = readFileSync(new URL(file, catalog), 'utf8');
  const names = [...text.matchAll(/^export const (\w+) = defineEntry\(/gm)].map(([, name]) => name);
  if (names.length === 1) return names[0];
  const found = `src/catalog/${file.slice(2)} exports ${names.length} entries`;
  throw new Error(`${found}; write one \`export const name = defineEntry({…})\`.`);
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeCatalogList();
