// Writes the helper to dist/tracker/<flavour>/ in its three forms (TypeScript, ESM, CommonJS), all from src/tracker/.
// For flavours whose process gets a signal to stop, also writes `drain-on-shutdown`. A form's text is the source
// without its types, with comments and layout unchanged.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import tsBlankSpace from 'ts-blank-space';
import ts from 'typescript';

const FORMAT = { singleQuote: true, printWidth: 120 };
const root = new URL('../', import.meta.url);

/** Flavours whose process gets a signal to stop. */
const WITH_SHUTDOWN = new Set(['node', 'next']);
const OWN_IMPORT = /^import .* from '\.\.?\/.*';\n/gm;

/** The texts of a module by file extension. */
async function textsOf(source) {
  const typescript = await prettier.format(source, { ...FORMAT, parser: 'typescript' });
  const esm = await prettier.format(tsBlankSpace(withoutTypeStatements(typescript)), { ...FORMAT, parser: 'babel' });
  return { ts: typescript, mjs: esm, cjs: commonJs(esm) };
}

/** One file: the flavour's imports, then the helper, with the flavour's additions before the registry. */
function joined(flavour) {
  const own = readFileSync(new URL(`src/tracker/flavours/${flavour}.ts`, root), 'utf8').replace(OWN_IMPORT, '');
  const [imports = ''] = /^(?:import .*\n)*/.exec(own) ?? [];
  const added = own.slice(imports.length).trim().replace('export const platform', 'const platform');
  const core = readFileSync(new URL('src/tracker/fire-task.ts', root), 'utf8').replace(OWN_IMPORT, '');
  const place = core.indexOf('/** The number changes with the layout');
  if (place === -1) throw new Error('src/tracker/fire-task.ts has no KEY: the flavour has no place.');
  return `${imports}\n${core.slice(0, place).trim()}\n\n${added}\n\n${core.slice(place)}`;
}

/** Interfaces and type aliases are removed with the comments above them, which would otherwise remain. */
function withoutTypeStatements(text) {
  const file = ts.createSourceFile('fire-task.ts', text, ts.ScriptTarget.Latest);
  let kept = text;
  for (const statement of [...file.statements].reverse()) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      kept = kept.slice(0, statement.getFullStart()) + kept.slice(statement.end);
    }
  }
  return kept.trimStart();
}

function commonJs(esm) {
  const names = [...esm.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  const required = esm.replace(/^import (\{.*\}|\* as \w+) from ('.*');$/gm, (_, names, from) => {
    return `const ${names.replace('* as ', '').replaceAll(' as ', ': ')} = require(${from});`;
  });
  return `'use strict';\n\n${required.replace(/^export /gm, '')}\nmodule.exports = { ${names.join(', ')} };\n`;
}

export async function writeTracker() {
  const shutdown = readFileSync(new URL('src/tracker/drain-on-shutdown.ts', root), 'utf8');
  const flavours = readdirSync(new URL('src/tracker/flavours/', root))
    .filter((name) => !name.endsWith('.d.ts'))
    .map((name) => basename(name, '.ts'));
  for (const flavour of flavours) {
    const folder = new URL(`dist/tracker/${flavour}/`, root);
    mkdirSync(folder, { recursive: true });
    const modules = {
      'fire-task': joined(flavour),
      ...(WITH_SHUTDOWN.has(flavour) && { 'drain-on-shutdown': shutdown }),
    };
    for (const [name, source] of Object.entries(modules)) {
      for (const [extension, text] of Object.entries(await textsOf(source)))
        writeFileSync(new URL(`${name}.${extension}`, folder), text);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeTracker();
