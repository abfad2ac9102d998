import { describe, expect, it } from 'vitest';
import { qualifiedNameOf } from '../../src/syntax/function.ts';
import { importedBy } from '../../src/syntax/names.ts';
import { outlineOf, walk } from '../../src/syntax/walk.ts';
import { sourceFrom } from '../support/findings.ts';

describe('what an import names', () => {
  it.each<readonly [string, readonly string[]]>([
    ["import { a } from 'm';", ['m: a']],
    ["import { a as b } from 'm';", ['m: a']],
    ["import { 'a-b' as b } from 'm';", ['m: a-b']],
    ["import { type A } from 'm';", ['m: A']],
    ["import d from 'm';", ['m: default']],
    ["import * as n from 'm';", ['m: *']],
    ["import d, { a, b } from 'm';", ['m: default', 'm: a', 'm: b']],
    ["import r = require('m');", ['m: default']],
    ['import r = N.M;', []],
    ["const a = require('m');", []],
    ["import 'm';", []],
  ])('%s', (code, expected) => {
    const found: string[] = [];
    walk(sourceFrom(code, '/x/src/app.ts').ast, (node) => {
      const imported = importedBy(node);
      if (imported !== undefined) found.push(`${imported.specifier}: ${imported.name}`);
    });
    expect(found).toEqual(expected);
  });
});

/** The names under which the call graph knows the functions of a file, in the order they are written in. */
describe('the qualified name of a function', () => {
  it.each<readonly [title: string, code: string, names: readonly string[]]>([
    ['a declaration', 'function run() {}', ['run']],
    ['a variable', 'const run = () => {};', ['run']],
    ['a named expression in a variable', 'const run = function go() {};', ['go']],
    ['a default export', 'export default () => {};', ['default']],
    ['a default export with a name', 'export default function run() {}', ['run']],
    ['an assignment', 'exports.run = () => {};', ['run']],
    ['a method', 'class A { run() {} }', ['A.run']],
    ['a field', 'class A { run = () => {}; }', ['A.run']],
    ['a private method', 'class A { #run() {} }', ['A.#run']],
    ['a constructor', 'class A { constructor() {} }', ['A.constructor']],
    ['a method of a class without a name', 'export default class { run() {} }', ['class@15.run']],
    ['a class in a variable', 'const A = class { run() {} };', ['A.class@10.run']],
    ['a method of an object', 'const api = { run() {} };', ['api.run']],
    ['of an object in an object', 'const api = { mail: { send() {} } };', ['api.mail.send']],
    ['of two objects under keys', 'x = { a: { run() {} }, b: { run() {} } };', ['x.a.run', 'x.b.run']],
    ['of an object put on another', 'exports.mail = { send() {} };', ['mail.send']],
    ['of an object that is all of a module', 'module.exports = { run() {} };', ['run']],
    ['of an object that nothing names', 'use({ run() {} });', ['@4.run']],
    ['of two of them', 'use({ run() {} }, { run() {} });', ['@4.run', '@18.run']],
    ['of an object that is exported', 'export default { run() {} };', ['run']],
    ['one in another', 'function a() { function b() {} }', ['a', 'a.b']],
    ['one in a method', 'class A { a() { const b = () => {}; } }', ['A.a', 'A.a.b']],
    ['a callback', 'app.get("/", () => {});', ['@13']],
    ['a callback in a function', 'function a() { xs.map(() => {}); }', ['a', 'a.@22']],
    ['a callback of a call that a variable holds', 'const run = wrap(() => {});', ['run.@17']],
    ['wrapped', 'const run = (() => {}) as Handler;', ['run']],
    ['in quotes', "const api = { 'a-b'() {} };", ['api.a-b']],
    ['a computed name', 'const api = { [x]() {} };', ['api.@17']],
    ['two functions of one name in blocks', 'if (x) { function run() {} } else { function run() {} }', ['run', 'run']],
  ])('%s', (_title, code, names) => {
    expect(outlineOf(sourceFrom(code, '/x/src/app.ts')).functions.map(qualifiedNameOf)).toEqual(names);
  });
});
