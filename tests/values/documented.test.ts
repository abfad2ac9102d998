import type { ValueRow } from '../support/values.ts';
import { valuesAre } from '../support/values.ts';

const MODEL = { 'src/model.js': 'class Model {} module.exports = Model;' };
const NAMED = { 'src/models.js': 'export class Model {} export const one = new Model();' };

/** The code stands in a JavaScript file, and is asked what the marked expression is. */
const ROWS: Readonly<Record<string, readonly ValueRow[]>> = {
  'a parameter by its JSDoc': [
    ['the class of another file', "/** @param {import('./model')} m */ function f(m) { «m» }", 'new Model', MODEL],
    ['a name of another file', "/** @param {import('./models').Model} m */ function f(m) { «m» }", 'new Model', NAMED],
    ['of a method', "class A { /** @param {import('./model')} m */ async run(m) { «m» } }", 'new Model', MODEL],
    [
      'one of several',
      "/**\n * @param {string} a\n * @param {import('./model')} [m]\n */ function f(a, m) { «m» }",
      'new Model',
      MODEL,
    ],
    ['what may be null', "/** @param {?import('./model')|null} m */ function f(m) { «m» }", 'new Model', MODEL],
    ['the class itself', "/** @param {typeof import('./model')} m */ function f(m) { «m» }", 'class Model', MODEL],
    ['a class of the file', 'class B {} /** @param {B} b */ function f(b) { «b» }', 'new B'],
    ['an imported name', "const B = require('./model'); /** @param {B} b */ function f(b) { «b» }", 'new Model', MODEL],
    [
      'a definition',
      "/** @typedef {import('./model') & { a: 1 }} M */ /** @param {M} m */ function f(m) { «m» }",
      'new Model',
      MODEL,
    ],
  ],
  'what else has JSDoc': [
    ['a variable', "/** @type {import('./model')} */ let m; function f() { «m» }", 'new Model', MODEL],
    ['a field', "class A { /** @type {import('./model')} */ m; run() { «this.m» } }", 'new Model', MODEL],
    [
      'an assigned field',
      "class A { constructor() { /** @type {import('./model')} */ this.m = null; } run() { «this.m» } }",
      'new Model',
      MODEL,
    ],
    [
      'a getter',
      "class A { /** @type {typeof import('./model')} */ get m() { return this.all.m; } run() { «this.m» } }",
      'class Model',
      MODEL,
    ],
  ],
  'no JSDoc of theirs': [
    ['another parameter', "/** @param {import('./model')} m */ function f(n) { «n» }", 'parameter 0 of f', MODEL],
    ['a name that is longer', "/** @param {import('./model')} ms */ function f(m) { «m» }", 'parameter 0 of f', MODEL],
    ['a list', "/** @param {import('./model')[]} m */ function f(m) { «m» }", 'parameter 0 of f', MODEL],
    ['a word', '/** @param {string} m */ function f(m) { «m» }', 'parameter 0 of f'],
    ['a definition of itself', '/** @typedef {M} M */ /** @param {M} m */ function f(m) { «m» }', 'parameter 0 of f'],
  ],
};

valuesAre(ROWS, { path: 'src/app.js' });
