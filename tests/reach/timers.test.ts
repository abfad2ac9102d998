import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const code = (mark: string): string => `import express from 'express';
const touch = async () => { await fetch('x'); };
const app = express();
setInterval(() => { touch(); }, 1000);${mark}
const timer = setTimeout(flush, 10);
function flush() { touch(); }${mark}
function later() { setTimeout(() => { touch(); }, 10); }
app.get('/a', (req, res) => { res.json({}); });
`;

describe('timers that startup code sets', () => {
  reaches('count in strict', { 'app.js': code(' //! set') }, { strict: true });
  reaches('count when they are named', { 'app.js': code(' //! set') }, { kinds: ['timer'] });
  reaches('do not count by default', { 'app.js': code('') });
});

const kept = (line: string, mark = ''): string => `import express from 'express';
const touch = async () => { await fetch('x'); };
let module;
class Writer {
  static instance;
  static get() { return (Writer.instance ??= new Writer()); }
  constructor() { this.start(); }
  start() { ${line} }${mark}
}
const app = express();
app.get('/a', (req, res) => { Writer.get(); res.json({}); });
`;
const KEPT: readonly (readonly [title: string, line: string])[] = [
  ['kept in a field', 'this.timer = setInterval(() => { touch(); }, 1000);'],
  ['kept in a field, by its callback', 'this.timer = setInterval(async () => { await touch(); }, 1000);'],
  ['kept in a variable of the module', 'module = setInterval(() => { touch().catch(() => {}); }, 1000);'],
  ['that holds nothing up', 'setInterval(() => touch(), 1000).unref();'],
  ['that its object ends', 'const t = setInterval(() => { touch(); }, 1000); this.on("end", () => clearInterval(t));'],
];

describe('intervals that outlive what sets them', () => {
  for (const [title, line] of KEPT) {
    reaches(`one ${title} is no part of the request`, { 'app.js': kept(line) });
    reaches(`one ${title} counts in strict`, { 'app.js': kept(line, ' //! GET /a') }, { strict: true });
  }
  reaches('an interval of the function itself is part of it', {
    'app.js': kept('const t = setInterval(() => { touch(); }, 1000);', ' //! GET /a'),
  });
  reaches('one that ends with something else is', {
    'app.js': kept(
      'const t = setInterval(() => { touch(); }, 1000); socket.on("end", () => clearInterval(t));',
      ' //! GET /a',
    ),
  });
  reaches('a timeout is, wherever it is kept', {
    'app.js': kept('this.timer = setTimeout(() => { touch(); }, 1000);', ' //! GET /a'),
  });
});
