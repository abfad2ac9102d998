import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { ALIASES as NARROWER } from '../../scripts/bundle.js';

const site = new URL('../', import.meta.url);
const shim = (name) => fileURLToPath(new URL(`engine/shims/${name}.ts`, site));

/** The modules that the engine uses of Node, and others; their replacements use the visitor's project. */
const ALIASES = {
  ...NARROWER,
  'node:crypto': shim('node-crypto'),
  'node:fs': shim('node-fs'),
  'node:module': shim('node-module'),
  'node:path': shim('node-path'),
  'get-tsconfig': shim('get-tsconfig'),
};

/** Bundles a script of the site for the browser; without `file`, returns its text. */
export async function bundle(entry, file) {
  const { output } = await build({
    input: fileURLToPath(new URL(entry, site)),
    platform: 'browser',
    resolve: { alias: ALIASES },
    // A browser has no process: no Plug'n'Play, and no program to start.
    transform: { define: { 'process.versions': '{}', 'process.execPath': '""' } },
    logLevel: 'warn',
    write: file !== undefined,
    output: {
      ...(file !== undefined && { file: fileURLToPath(file) }),
      format: 'esm',
      minify: true,
      codeSplitting: false,
    },
  });
  return output[0].code;
}
