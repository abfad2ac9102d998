// Writes the helper in the three forms that are injected (TypeScript, ESM, CommonJS) to dist/tracker/, all from src/tracker/fire-task.ts.
// The text of a form is the source with its types taken out, so that comments and layout stay as they were written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import tsBlankSpace from 'ts-blank-space';
import ts from 'typescript';

const FORMAT = { singleQuote: true, printWidth: 100 };
const root = new URL('../', import.meta.url);

/** The texts by file extension. */
export async function trackerTexts() {
  const typescript = await prettier.format(readFileSync(new URL('src/tracker/fire-task.ts', root), 'utf8'), { ...FORMAT, parser: 'typescript' });
  const esm = await prettier.format(tsBlankSpace(withoutTypeStatements(typescript)), { ...FORMAT, parser: 'babel' });
  return { ts: typescript, mjs: esm, cjs: commonJs(esm) };
}

/** Interfaces and type aliases go with the comments above them, which would stay behind otherwise. */
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
  return `'use strict';\n\n${esm.replace(/^export /gm, '')}\nmodule.exports = { ${names.join(', ')} };\n`;
}

export async function writeTracker() {
  const folder = new URL('dist/tracker/', root);
  mkdirSync(folder, { recursive: true });
  for (const [extension, text] of Object.entries(await trackerTexts())) writeFileSync(new URL(`fire-task.${extension}`, folder), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeTracker();
