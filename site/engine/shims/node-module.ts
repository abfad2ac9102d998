// The engine requires heavy or native modules when first used. In the browser, these replacements have the same names.
import * as globbing from './tinyglobby.ts';
import * as ignoring from './ignore.ts';
import * as parsing from './oxc-parser.ts';
import * as resolving from './oxc-resolver.ts';
import { getParser } from './second-parser.ts';

/**
 * The engine tries deeply nested code in another process, because the native parser would crash this one. The parser
 * here throws instead, and the error is caught.
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

/** Node's own modules, as listed by `node:module`. */
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
