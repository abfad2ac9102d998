// Where the typings of a catalog module come from, and in which major versions.
import { isBuiltin } from 'node:module';

/** Packages of types that declare globals, and modules that belong to no package. */
export const AMBIENT = [
  { types: '@cloudflare/workers-types', package: '@cloudflare/workers-types', modules: /^cloudflare:/, globals: true },
  { types: 'bun', package: '@types/bun', modules: /^bun(?::|$)/, globals: true },
  { types: 'deno', package: '@types/deno', globals: true },
  { types: 'aws-lambda', package: '@types/aws-lambda', globals: true },
  { types: 'astro/client', package: 'astro', modules: /^astro:/ },
  { types: '@fastly/js-compute', package: '@fastly/js-compute', modules: /^fastly:/ },
  { types: '@sveltejs/kit', package: '@sveltejs/kit', modules: /^\$(?:app|env|service-worker)/ },
];

/** Names that only a package of types has; npm has a different package by that name, or none. */
export const TYPES_ONLY = new Set(['aws-lambda', 'express-serve-static-core']);

/**
 * @typedef {{ kind: 'global' } | { kind: 'node' } | { kind: 'none' } | { kind: 'ambient', ambient: (typeof
 *   AMBIENT)[number] } | { kind: 'npm', package: string }} Origin
 * @returns {Origin}
 */
export function originOf(module) {
  if (module === 'global') return { kind: 'global' };
  const ambient = AMBIENT.find(({ modules }) => modules?.test(module));
  if (ambient !== undefined) return { kind: 'ambient', ambient };
  if (isBuiltin(module)) return { kind: 'node' };
  if (!/^(?:@[\w.~-]+\/)?[\w.~-]+(?:\/|\*|$)/.test(module)) return { kind: 'none' };
  const parts = module.split('/');
  return { kind: 'npm', package: module.startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0] };
}

/** `@koa/router` → `@types/koa__router`. */
export function typesPackage(name) {
  return `@types/${name.replace(/^@/, '').replace('/', '__')}`;
}

/**
 * The major versions of a package that an entry mentions, newest first: `4, 5` or `18 to 22` for its first package and
 * that package's scope, `grammY 1, Telegraf 4` and `7, 8; Remix 2` for the packages named.
 */
export function majorsOf(name, entry) {
  const majors = [];
  const own = entry.packages[0] ?? '';
  const isOwn = name === own || (own.startsWith('@') && name.startsWith(`${own.split('/')[0]}/`));
  for (const group of (entry.versions ?? '').split(';')) {
    let word;
    for (const part of group.replace(/(\d+) to (\d+)/g, everyMajor).split(',')) {
      const [, before, major] = /^\s*(?:(\S.*)\s)?(\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
      if (before !== undefined) word = before.toLowerCase();
      if (major !== undefined && (word === undefined ? isOwn : name.toLowerCase().includes(word))) majors.push(major);
    }
  }
  return majors.sort((one, other) => Number(other) - Number(one));
}

function everyMajor(_, first, last) {
  return Array.from({ length: last - first + 1 }, (__, at) => Number(first) + at).join(', ');
}
