import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const PRELUDE = `import express from 'express';
import * as api from './api.ts';
const app = express();
`;
const handler = (body: string): string => `app.post('/a', async (req, res) => { ${body} res.end(); });\n`;
const TOUCH = `const touch = async (x?: unknown) => { await fetch(String(x)); };\n`;

describe('what a computed key takes runs', () => {
  reaches('out of a module', {
    'app.ts': `${PRELUDE}${handler('await api[req.params.name].apply(undefined, [1]);')}`,
    'api.ts': `${TOUCH}
export const open = async (x: number) => { touch(x); }; //! POST /a
export async function shut(x: number) { touch(x); } //! POST /a
async function hidden() { touch(3); }`,
  });
  reaches('out of a module, by what the key starts with', {
    'app.ts': `${PRELUDE}${handler('await api[`on${req.params.name}`](1);')}`,
    'api.ts': `${TOUCH}
export const onOpen = async (x: number) => { touch(x); }; //! POST /a
export const shut = async (x: number) => { touch(x); };`,
  });
  reaches('by one of two keys that are written', {
    'app.ts': `${PRELUDE}${handler("await api[req.body ? 'open' : 'shut'](1);")}`,
    'api.ts': `${TOUCH}
export const open = async (x: number) => { touch(x); }; //! POST /a
export const shut = async (x: number) => { touch(x); }; //! POST /a
export const third = async (x: number) => { touch(x); };`,
  });
  const panel = (names: string, check: string): Record<string, string> => ({
    'app.ts': `import express from 'express';
import { panel } from './panel.ts';
const app = express();
${handler('await panel.run(req.params.name);')}`,
    'names.ts': `const namesOf = <T extends readonly string[]>(names: T): T => names;
export const NAMES = ${names};`,
    'panel.ts': `import { NAMES } from './names.ts';
${TOUCH}
class Panel {
  async run(name: string) { ${check} }
  async open(x: number) { touch(x); } //! POST /a
  async shut(x: number) { touch(x); }
  hold(x: number) { touch(x); } //! POST /a
}
export const panel = new Panel();`,
  });
  const CHECKED = 'if (NAMES.includes(name)) await (this as any)[name](1);';
  reaches('by a name that a list has', panel("['open', 'hold']", CHECKED));
  reaches('by a name that a list has, which a function is given', panel("namesOf(['open', 'hold'] as const)", CHECKED));
  reaches(
    'by a name that a set has, or that is looked for by its index',
    panel("new Set(['open', 'hold'])", 'const known = NAMES.has(name); return known && await this[name](1);'),
  );
  reaches(
    'by a name with an index in a list',
    panel("['open', 'hold']", 'const known = NAMES.indexOf(name) >= 0; if (known) return this[name](1);'),
  );
  const METHODS = "{ [Kind.Open]: 'open', [Kind.Held]: 'hold', [Kind.None]: null }";
  const table = (written: string, call: string): Record<string, string> => ({
    ...panel('[]', call),
    'names.ts': `export enum Kind { Open, Held, None }
export const NAMES: Record<Kind, any> = ${written};`,
  });
  reaches('by a name out of a table of names', table(METHODS, 'await this[NAMES[name]](1);'));
  reaches(
    'by a name out of a table of names, held in a variable',
    table(METHODS, 'const method = NAMES[name]; if (method) await this[method](1);'),
  );
  reaches(
    'by a name out of a map of names',
    table("new Map([[Kind.Open, 'open'], [Kind.Held, 'hold']])", 'await this[NAMES.get(name)](1);'),
  );
  describe('but not', () => {
    const none = (files: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll(' //! POST /a', '')]));
    const and = (files: Record<string, string>): Record<string, string> => ({
      ...files,
      'app.ts': `${files['app.ts'] ?? ''}const touch = async () => {};
app.post('/b', async () => { touch(); }); //! POST /b`,
    });
    reaches('by a name that nothing is asked about', and(none(panel("['open']", 'await (this as any)[name](1);'))));
    reaches(
      'by what a table holds beside names',
      and(none(table("{ [Kind.Open]: 'open', [Kind.Held]: nameOf() }", 'await this[NAMES[name]](1);'))),
    );
    reaches(
      'by a name of a table that is taken out of another',
      and(none(table(METHODS, 'const method = other[name]; NAMES[name]; await this[method](1);'))),
    );
    reaches(
      'by another name than the one that is asked about',
      and(none(panel("['open']", 'const other = String(name); if (NAMES.includes(name)) await this[other](1);'))),
    );
  });
  reaches('out of an object that is filled in another file', {
    'app.js': `const express = require('express');
const posts = require('./posts.js');
const app = express();
${handler('await posts.tools[req.params.command](1);')}`,
    'posts.js': `const Posts = module.exports;
require('./tools.js')(Posts);`,
    'tools.js': `${TOUCH.replace('?: unknown', '')}
module.exports = function (Posts) {
  Posts.tools = {};
  Posts.tools.remove = async function (id) { touch(id); }; //! POST /a
  Posts.other = async function (id) { touch(id); };
};`,
  });
  reaches('not out of a module that exports very much', {
    'app.ts': `${PRELUDE}${handler('await api[req.params.name](1); await api.open(1);')}`,
    'api.ts': `${TOUCH}
export const open = async (x: number) => { touch(x); }; //! POST /a
export const shut = async (x: number) => { touch(x); };
${Array.from({ length: 70 }, (_, index) => `export const n${String(index)} = ${String(index)};`).join('\n')}`,
  });
});
