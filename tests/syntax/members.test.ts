import { describe, expect, it } from 'vitest';
import type { Member } from '../../src/syntax/members.ts';
import { classMembersNamed, typeMembersNamed } from '../../src/syntax/members-named.ts';
import {
  assignedToThis,
  classMembers,
  indexedType,
  objectParts,
  propertyValue,
  typeMembers,
} from '../../src/syntax/members.ts';
import { outlineOf } from '../../src/syntax/walk.ts';
import { sourceFrom } from '../support/findings.ts';

const inWords = (text: string, { name, kind, value, type, isStatic, isPublic }: Member): string =>
  [
    isStatic ? 'static' : undefined,
    isPublic || isStatic ? undefined : 'hidden',
    kind,
    name,
    type === undefined ? undefined : `: ${text.slice(...type.range)}`,
    value === undefined ? undefined : `= ${text.slice(...value.range)}`,
  ]
    .filter((word) => word !== undefined)
    .join(' ');

function classIn(code: string): {
  source: ReturnType<typeof sourceFrom>;
  node: ReturnType<typeof outlineOf>['classes'][number];
} {
  const source = sourceFrom(code, '/x/src/app.ts');
  const [node] = outlineOf(source).classes;
  if (node === undefined) throw new Error(`no class in ${code}`);
  return { source, node };
}

describe('members of a class', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['a method', 'class A { run() {} }', ['method run = () {}']],
    ['a static one', 'class A { static run() {} }', ['static method run = () {}']],
    ['a private one', 'class A { private run() {} }', ['hidden method run = () {}']],
    ['a protected one', 'class A { protected run() {} }', ['hidden method run = () {}']],
    ['one with a private name', 'class A { #run() {} }', ['hidden method #run = () {}']],
    [
      'accessors',
      'class A { get x() { return 1; } set x(v) {} }',
      ['getter x = () { return 1; }', 'setter x = (v) {}'],
    ],
    ['a field', 'class A { x = 1; }', ['field x = 1']],
    ['a field with a type', 'class A { x: T; }', ['field x : T']],
    ['a field of both', 'class A { static x: T = 1; }', ['static field x : T = 1']],
    ['accessor', 'class A { accessor x = 1; }', ['field x = 1']],
    [
      'what is declared',
      'abstract class A { abstract run(): void; abstract x: T; }',
      ['method run = (): void;', 'field x : T'],
    ],
    [
      'names in quotes and brackets',
      "class A { 'a-b'() {} ['c'] = 1; 2 = 3; }",
      ['method a-b = () {}', 'field c = 1', 'field 2 = 3'],
    ],
    ['no computed ones', 'class A { [x]() {} [y] = 1; static {} [key: string]: any; }', []],
    ['no constructor', 'class A { constructor() {} }', []],
    [
      'what its parameters declare, after the others',
      'class A { constructor(private a: T, readonly b = 1, c: T) {} run() {} }',
      ['method run = () {}', 'hidden field a : T', 'field b = 1'],
    ],
    [
      'of several constructors that with a body',
      'class A { constructor(); constructor(public a: T); constructor(public a?: U) {} }',
      ['field a : U'],
    ],
  ])('%s', (_title, code, members) => {
    const { source, node } = classIn(code);
    expect(classMembers(node).map((member) => inWords(source.text, member))).toEqual(members);
  });

  it('are found by name and side', () => {
    const { source, node } = classIn('class A { run(): void; run(x?: any) {} static run() {} static other() {} }');
    const named = (name: string, isStatic: boolean): string[] =>
      classMembersNamed(node, name, isStatic, source).map((member) => inWords(source.text, member));
    expect(named('run', false)).toEqual(['method run = (): void;', 'method run = (x?: any) {}']);
    expect(named('run', true)).toEqual(['static method run = () {}']);
    expect(named('other', false)).toEqual([]);
    expect(named('toString', false)).toEqual([]);
  });

  it.each([
    ['once', 'class A { constructor() { this.x = 1; } }', ['1']],
    ['in a branch', 'class A { constructor() { if (y) { this.x = 2; } } }', ['2']],
    ['twice', 'class A { constructor() { this.x = 1; this.x = 2; } }', ['1', '2']],
    ['another name', 'class A { constructor() { this.y = 1; } }', []],
    ['on another object', 'class A { constructor() { that.x = 1; } }', []],
    ['in a method', 'class A { run() { this.x = 1; } }', ['1']],
    ['first in the constructor', 'class A { run() { this.x = 1; } constructor() { this.x = 2; } }', ['2', '1']],
    ['in an arrow', 'class A { run() { later(() => { this.x = 1; }); } }', ['1']],
    ['not in a function with a `this` of its own', 'class A { run() { later(function () { this.x = 1; }); } }', []],
    ['not on the class itself', 'class A { static run() { this.x = 1; } }', []],
    ['through another name', 'class A { run() { this.x = this.y = 1; } }', ['1']],
    ['where there is none before', 'class A { run() { this.x ??= 1; } }', ['1']],
    ['without a body', 'declare class A { constructor(); }', []],
  ])('are set by its own code: %s', (_title, code, values) => {
    const { source, node } = classIn(code);
    const found = assignedToThis(node, source).get('x') ?? [];
    expect(found.map(({ range }) => source.text.slice(...range))).toEqual(values);
  });
});

describe('members of an object literal', () => {
  it('methods, values, accessors and spreads, in order', () => {
    const source = sourceFrom('const o = { a: 1, b() {}, ...c, get d() { return 1; }, set d(x) {}, e, [f]: 2 };');
    const [literal] = outlineOf(source).literals;
    expect(
      literal === undefined
        ? []
        : objectParts(literal).map((part) =>
            'spread' in part ? `...${source.text.slice(...part.spread.range)}` : inWords(source.text, part),
          ),
    ).toEqual([
      'field a = 1',
      'method b = () {}',
      '...c',
      'getter d = () { return 1; }',
      'setter d = (x) {}',
      'field e = e',
    ]);
  });

  it('the value of a name: the last, and of no accessor', () => {
    const source = sourceFrom('const o = { a: 1, a: 2, get b() { return 1; }, set a(x) {}, c() {} };');
    const [literal] = outlineOf(source).literals;
    const valueOf = (name: string): string | undefined => {
      const value = literal === undefined ? undefined : propertyValue(literal, name);
      return value === undefined ? undefined : source.text.slice(...value.range);
    };
    expect(['a', 'b', 'c', 'd'].map(valueOf)).toEqual(['2', undefined, '() {}', undefined]);
  });
});

describe('members of a type', () => {
  const elementsOf = (code: string): Parameters<typeof typeMembers>[0] => {
    const [statement] = sourceFrom(code, '/x/src/app.ts').ast.body;
    return statement?.type === 'TSInterfaceDeclaration' ? statement.body.body : [];
  };

  it('methods, properties and accessors', () => {
    const code = 'interface A { run(): void; x: T; y?; get z(): T; (): void; new (): A; [key: string]: U }';
    expect(typeMembers(elementsOf(code)).map((member) => inWords(code, member))).toEqual([
      'method run = run(): void;',
      'field x : T',
      'field y',
      'getter z = get z(): T;',
    ]);
  });

  it('those of a name, all of an overloaded one', () => {
    const code = 'interface A { run(): void; x: T; run(n: number): T } type B = { x: U }';
    const source = sourceFrom(code, '/x/src/app.ts');
    const named = (name: string): unknown =>
      source.ast.body.flatMap((statement) => {
        const node = statement.type === 'TSTypeAliasDeclaration' ? statement.typeAnnotation : statement;
        return node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeLiteral'
          ? typeMembersNamed(node, name, source).map((member) => inWords(code, member))
          : [];
      });
    expect(['run', 'x', 'y'].map(named)).toEqual([
      ['method run = run(): void;', 'method run = run(n: number): T'],
      ['field x : T', 'field x : U'],
      [],
    ]);
  });

  it('the type of all others', () => {
    const code = 'interface A { x: T; [key: string]: U }';
    const type = indexedType(elementsOf(code));
    expect(type === undefined ? undefined : code.slice(...type.range)).toBe('U');
    expect(indexedType(elementsOf('interface A { x: T }'))).toBeUndefined();
  });
});
