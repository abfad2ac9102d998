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
