import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from '../../src/syntax/source.ts';
import type { Scopes, Variable } from '../../src/syntax/scopes/scope.ts';
import { analyze } from '@typescript-eslint/scope-manager';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';

/** All that is asked of scopes, as text: what each name means, who refers to it, and how. */
function described(scopes: Scopes): { references: string[]; variables: string[] } {
  const at = (node: Node | null | undefined): string => (node == null ? '–' : `${node.type}@${node.range.join('-')}`);
  const nameOf = (variable: Variable | null): string =>
    variable === null || variable.defs.length === 0
      ? '–'
      : `${variable.name}[${variable.defs.map(({ type, name, node }) => `${type} ${at(name)} ${at(node)}`).join()}]`;
  const references: string[] = [];
  const variables: string[] = [];
  for (const scope of scopes.scopes) {
    for (const { identifier, resolved, writeExpr, init, from, ...reference } of scope.references.map(
      (each) =>
        Object.assign(Object.create(null), each, { read: each.isRead(), write: each.isWrite() }) as typeof each & {
          read: boolean;
          write: boolean;
        },
    )) {
      // JSX counts as a use of React, by the compiler's grace.
      if (identifier.name === 'React') continue;
      references.push(
        `${at(identifier)} ${nameOf(resolved)} ${reference.read ? 'r' : ''}${reference.write ? 'w' : ''} ${at(writeExpr)} ${String(init === true)} ${at(from.block)} ${at(from.variableScope.block)}`,
      );
    }
    for (const variable of scope.variables) {
      if (variable.defs.length > 0 && variable.name !== 'React')
        variables.push(
          `${nameOf(variable)} ${variable.identifiers.map(at).join()} ← ${variable.references.map(({ identifier }) => at(identifier)).join()} in ${at(scope.block)} ${String(scopes.acquire(scope.block, true)?.block === scope.block)}`,
        );
    }
  }
  return { references, variables };
}

function bothOf(
  path: string,
  text: string,
): [ours: ReturnType<typeof described>, theirs: ReturnType<typeof described>] | undefined {
  const source = parse(path, text);
  if (isParseFailure(source)) return undefined;
  const { ast } = source;
  const theirs = analyze(ast, { sourceType: ast.sourceType === 'script' ? 'commonjs' : ast.sourceType, lib: [] });
  return [described(source.scopes), described(theirs)];
}

const ROOT = join(import.meta.dirname, '../..');

describe('our scopes are those of @typescript-eslint/scope-manager, as far as they are asked', () => {
  it.each([
    [
      'types and values of one name',
      'interface A {} const A = 1; type B = A; export { A, type B }; const c: typeof A = A;',
    ],
    [
      'type parameters',
      'type Get<T, K extends keyof T = keyof T> = { [P in K]: T[P] } & { f<U>(a: U, b: typeof a): a is U & string };',
    ],
    [
      'what a conditional type infers',
      'type F<T> = T extends (a: infer A, ...r: infer R extends unknown[]) => { [K in infer I & string]: K } ? [A, R, I] : A;',
    ],
    [
      'names of functions',
      'const f = function g(g2 = g) { var g3 = g; return arguments; }; export default function h() { return h; }',
    ],
    [
      'a default value does not see the body',
      'const x = 1; function f(a = x, { b = a, [x]: c, ...d } = {}) { var x = 2; return x + a; }',
    ],
    [
      'destructured writes',
      'let a, b, o = {}; [a, b = a, o.x, o[b]] = [1]; ({ a, b: { c: b = 1 }, ...o.rest } = o); (a as any) = b!; a++; (b as number) += 1;',
    ],
    [
      'loops',
      'for (const a of [1]) { var v = a; } for (v in {}) {} for (let i = 0, n = i; i < n; i++) { const i = 1; } for (const [k, w = k] of []) {}',
    ],
    [
      'classes',
      '@d(A) class A<T> extends B<T> implements C<T> { static #p = A; [k]: T = (() => this as A)(); static { var s = A; } constructor(private r: T, public s = r) { super(r); } @m(A) method(@p(A) q: T) { } get x(): T { return 1 } declare y: A; accessor z = A; [i: string]: A } abstract class F { abstract w(): A; abstract v: A; abstract accessor u: A } const D = class E { e = E; };',
    ],
    [
      'enums and namespaces',
      "enum E { a = 1, 'b' = a, c = b, d = E.a } declare global { interface W { e: E } } namespace N { export const a = E; namespace M { export type T = typeof a } } import L = N.M; import r = require('r'); export = N;",
    ],
    [
      'catches, switches, labels',
      'out: try { switch (x) { case y: let y = 1; break out; default: y } } catch ({ message = y }) { message; } finally { let y; y }',
    ],
    ['with', 'var a; with (a) { b; a; function c() { return a; } }'],
    [
      'tagged templates and instantiations',
      'const a = f<A>`${a}`; const b = f<B>; new C<typeof a>(b); import.meta.url; type A = import("x", { with: { y: "z" } }).Y<B>; type B = [n: A, m?: typeof import("q")];',
    ],
    [
      'exports',
      "const a = 1; type T = 1; export { a as b, type T as U }; export type { T }; export * as n from 'n'; export { z } from 'z'; export default a;",
    ],
  ])('%s', (_name, text) => {
    for (const path of ['/a.ts', '/a.js', '/a.cjs']) {
      const both = bothOf(path, text);
      if (both !== undefined) expect(both[0]).toEqual(both[1]);
    }
    expect([bothOf('/a.ts', text), bothOf('/a.js', text)].some((both) => both !== undefined)).toBe(true);
  });

  it('JSX', () => {
    const [ours, theirs] =
      bothOf(
        '/a.tsx',
        'const A = 1, b = { C: 1 }; export const x = <A k={A} {...b}><b.C<typeof A> /><div A={b}>{A}</div><this.x /><></></A>;',
      ) ?? [];
    expect(ours).toEqual(theirs);
  });

  it.each([
    ['this repository', '{src,rules,tests,bench,scripts}/**/*.{ts,js}', 200],
    [
      'packages and their typings',
      'node_modules/{rxjs/src,hono/dist,@types,@typescript-eslint,express,fastify,commander,jscodeshift,koa,typescript/lib/*.d.ts}/**/*.{js,ts,cts,mts,cjs,mjs}',
      300,
    ],
  ])(
    'every name of %s',
    (_name, pattern, most) => {
      const files = globSync(pattern, { cwd: ROOT }).sort();
      const step = Math.max(1, Math.floor(files.length / most));
      let seen = 0;
      for (let index = 0; index < files.length; index += step) {
        const path = join(ROOT, files[index] ?? '');
        const text = readFileSync(path, 'utf8');
        const both = text.length > 200_000 ? undefined : bothOf(path, text);
        if (both === undefined) continue;
        seen += 1;
        expect(both[0], path).toEqual(both[1]);
      }
      expect(seen).toBeGreaterThan(150);
    },
    120_000,
  );
});
