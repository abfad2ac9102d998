// The engine requires what is heavy or native at its first use. In the browser these stand in its place, under the same
// names.
import * as globbing from './tinyglobby.ts';
import * as ignoring from './ignore.ts';
import * as parsing from './oxc-parser.ts';
import * as resolving from './oxc-resolver.ts';
import { getParser } from './second-parser.ts';

/**
 * Code that is nested deeply is tried in another process, as the native parser would end this one. The parser here
 * throws, and that is caught.
 */
const childProcess = { spawnSync: () => ({ status: 0 }) };

const MODULES: Readonly<Record<string, unknown>> = {
  'node:child_process': childProcess,
  'oxc-parser': parsing,
  'oxc-resolver': resolving,
  'jscodeshift/src/getParser.js': getParser,
  tinyglobby: globbing,
  ignore: ignoring.ignore,
};

export function createRequire(): ((name: string) => unknown) & { resolve: (name: string) => string } {
  const required = (name: string): unknown => {
    if (name in MODULES) return MODULES[name];
    throw new Error(
      `The engine asks for ${name}, which the playground does not have: give it in site/engine/shims/node-module.ts.`,
    );
  };
  return Object.assign(required, { resolve: (name: string) => name });
}

/** Node's own modules, as `node:module` lists them. */
const BUILTIN = new Set(
  (
    'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https inspector module net os path perf_hooks ' +
    'process punycode querystring readline repl stream string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib'
  ).split(' '),
);

export function isBuiltin(name: string): boolean {
  const bare = name.replace(/^node:/, '');
  return BUILTIN.has(bare.split('/')[0] ?? '') || /^node:(?:sea|sqlite|test)\b/.test(name);
}
