import type { TSESTree } from '@typescript-eslint/types';
import fc from 'fast-check';
import type ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/syntax/source.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { createOracle } from '../../src/promises/oracle.ts';
import { outlineOf } from '../../src/syntax/walk.ts';
import { inPackage } from '../support/packages.ts';
import { typedSource } from '../support/typed.ts';
import { findUntracked, recognition } from '../support/engine.ts';

/**
 * `TYPED_RUNS=2000 npx vitest run tests/promises/typed-and-untyped.test.ts` looks at more programs, `TYPED_SEED=…` at
 * others.
 */
const RUNS = Number(process.env['TYPED_RUNS'] ?? 40);
const SEED = Number(process.env['TYPED_SEED'] ?? 20_261_126);

/**
 * What is declared, `%` being a name of its own, and a call of it. Each type-checks, so that what its types say is so.
 */
const CALLS: readonly (readonly [declaration: string, call: string])[] = [
  ['async function %(x: number) { await x; }', '%(1)'],
  ['function %(x: number): Promise<void> { return run(x); }', '%(1)'],
  ['function %(x: number) { return run(x); }', '%(1)'],
  ['function %(x: number) { return x > 1 ? run(x) : undefined; }', '%(1)'],
  ['function %(x: number) { return x > 1 ? x : "no"; }', '%(1)'],
  ['function %<T>(x: T): T { return x; }', '%(1)'],
  ['function %<T>(x: T): T { return x; }', '%(run(1))'],
  [
    'function %(x: string): Promise<void>; function %(x: number): number; function %(x: any): any { return x; }',
    '%(1)',
  ],
  [
    'function %(x: string): Promise<void>; function %(x: number): number; function %(x: any): any { return x; }',
    '%("a")',
  ],
  ['const % = (x: number) => x + 1;', '%(1)'],
  ['const % = (x: number) => run(x);', '%(1)'],
  ['const % = async (x: number) => x;', '%(1)'],
  ['function* %(x: number) { yield x; }', '%(1)'],
  ['async function* %(x: number) { yield x; }', '%(1)'],
  ['class K% { async go() {} }\nconst % = new K%();', '%.go()'],
  ['class K% { go(): number { return 1; } }\nconst % = new K%();', '%.go()'],
  [
    'class P% { go(): unknown { return run(1); } }\nclass K% extends P% { override go(): number { return 1; } }\nconst % = new K%();',
    '%.go()',
  ],
  ['class P% { async go(): Promise<unknown> { return 1; } }\nclass K% extends P% {}\nconst % = new K%();', '%.go()'],
  ['class K% { static make() { return new K%(); } then() { return 1; } }', 'K%.make()'],
  ['class K% { then(next: () => void) { next(); } }', 'new K%()'],
  ['class K% { catch(next: (e: unknown) => number) { return next(1); } }\nconst % = new K%();', '%.catch(() => 1)'],
  ['class K% { then(next: (e: unknown) => number) { return next(1); } }\nconst % = new K%();', '%.then(() => 1)'],
  ['class K% { finally(next: () => number) { return next(); } }\nconst % = new K%();', '%.finally(() => 1)'],
  ['const % = { then: 1, run(x: number) { return x; } };', '%.run(1)'],
  ['const % = { async run(x: number) { return x; } };', '%.run(1)'],
  [
    'const base% = { async run(x: number) { return x; } };\nconst % = { ...base%, run(x: number) { return x; } };',
    '%.run(1)',
  ],
  [
    'const base% = { run(x: number) { return x; } };\nconst % = { ...base%, async run(x: number) { return x; } };',
    '%.run(1)',
  ],
  [
    'const base% = { async run(x: number) { return x; } };\nconst % = { run(x: number) { return x; }, ...base% };',
    '%.run(1)',
  ],
  ['const % = { get run() { return (x: number) => x; } };', '%.run(1)'],
  ['const list% = [run, run];\nconst % = list%[0]!;', '%(1)'],
  ['let % = (x: number): unknown => run(x);\n% = (x) => x;', '%(1)'],
  ['const { %: alias% = run } = { %: (x: number) => x };', 'alias%(1)'],
  ['function %(go = run) { return go(1); }', '%()'],
  ['const % = run.bind(null, 1);', '%()'],
  ['function %() { return { run: async () => 1, stop: () => 1 }; }', '%().run()'],
  ['function %() { return { run: async () => 1, stop: () => 1 }; }', '%().stop()'],
  ['const % = new Map<string, (x: number) => number>();', '%.get("a")?.(1)'],
  ['const % = new Map<string, (x: number) => Promise<number>>();', '%.get("a")?.(1)'],
  [
    'namespace N% { export class Promise { all(x: number[]) { return x; } } }\nconst % = new N%.Promise();',
    '%.all([1])',
  ],
  ['const % = { Promise: { all: (x: number[]) => x } };', '%.Promise.all([1])'],
  ['const % = 1;', 'Promise.all([run(%)])'],
  ['const % = 1;', 'new Promise<void>((done) => { done(void %); })'],
  ['const % = [1, 2];', '%.map(run)'],
  ['const % = [1, 2];', '%.map((x) => x)'],
  ['const % = [1, 2];', '%.filter((x) => run(x) !== undefined)'],
  ['async function inner%() { return 1; }\nconst % = await inner%();', 'String(%)'],
  ['import { later as % } from "./later.js";', '%(1)'],
  ['import { now as % } from "./later.js";', '%(1)'],
  ['import * as % from "./later.js";', '%.now(1)'],
  ['import * as % from "./later.js";', '%.default(1)'],
  ['import { Service as S% } from "./later.js";\nconst % = new S%();', '%.count()'],
  ['import { Service as S% } from "./later.js";\nconst % = new S%();', '%.save()'],
  [
    'import { Service as S% } from "./later.js";\nfunction go%(given: S%) { return given.count(); }\nconst % = new S%();',
    'go%(%)',
  ],
  ['type F% = (x: number) => number;\nconst %: F% = (x) => x;', '%(1)'],
  [
    'type Maybe% = { a: 1; run(): Promise<void> } | { a: 2; run(): Promise<void> };\ndeclare const %: Maybe%;',
    '%.run()',
  ],
  ['declare const %: PromiseLike<number>;', '%.then(() => 1)'],
  ['declare function %(x: number): asserts x is 1;', '%(1)'],
  ['declare const %: { (x: number): Promise<void>; sync(x: number): number };', '%.sync(1)'],
  ['declare const %: <T>(x: T) => T extends string ? Promise<T> : T;', '%(1)'],
  ['declare const %: <T>(x: T) => T extends string ? Promise<T> : T;', '%("a")'],
  ['enum E% { A }\nfunction %(x: E%) { return E%[x]; }', '%(E%.A)'],
  ['function %(this: unknown) { return run.call(this, 1); }', '%()'],
  ['const % = Object.freeze({ run: (x: number) => x });', '%.run(1)'],
  ['const % = (() => { async function go() {} function stop() { return 1; } return { go, stop }; })();', '%.stop()'],
];

const FORMS = [
  '@;',
  'void @;',
  'const v% = @;',
  'let w%; w% = @;',
  'if (a) @; else log(@);',
  'a && @;',
  'a ? @ : 1;',
  '(@ as unknown);',
  '(log(1), @);',
  'try { @; } catch { log(2); }',
  'ids.forEach(() => @);',
  'ids.forEach((x) => { @; });',
  'log(`${@}`);',
  '({ a: @ });',
  'if (@) log(3);',
  '[@];',
  'setTimeout(() => @, 1);',
  '(async () => { @; })();',
  'const q% = () => @; q%();',
];

const LATER =
  'export async function later(x: number) { return x; }\nexport function now(x: number) { return x; }\nexport default (x: number) => later(x);\nexport class Service { async save() {} count() { return 1; } }\n';
const HEAD =
  'const log = (x: unknown) => x, ids = [1, 2], a = Math.random() > 1;\nasync function run(this: unknown, x: number) { return x; }\n';

const programs = fc
  .array(fc.tuple(fc.constantFrom(...CALLS), fc.array(fc.constantFrom(...FORMS), { minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => {
    const heads: string[] = [];
    const body: string[] = [];
    parts.forEach(([[declaration, call], forms], index) => {
      const name = `f${index.toString()}`;
      heads.push(declaration.replaceAll('%', name));
      forms.forEach((form, nth) =>
        body.push(form.replaceAll('@', call.replaceAll('%', name)).replaceAll('%', `${name}_${nth.toString()}`)),
      );
    });
    return `${HEAD}${heads.join('\n')}\nexport async function handler(req: unknown, res: unknown) {\n${body.map((line) => `  ${line}\n`).join('')}  return [req, res];\n}\n`;
  });

/**
 * Asked of TypeScript alone, not of what this project makes of it. `void` is no proof: an async function may stand
 * where one is expected that returns nothing.
 */
function isProvenPlain(node: TSESTree.Node, { types }: Source): boolean {
  const checker = types?.program.getTypeChecker() as ts.TypeChecker;
  const type = types?.getTypeAtLocation(node) as ts.Type;
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => {
    if (
      ['any', 'unknown', 'void', 'never', 'error'].includes(checker.typeToString(part)) ||
      checker.getApparentType(part).getProperty('then') !== undefined
    )
      return false;
    // An array of promises is no promise, and work all the same.
    const [element] = checker.isArrayType(part) ? checker.getTypeArguments(part as ts.TypeReference) : [];
    return element?.getProperty('then') === undefined;
  });
}

const placesOf = (source: Source): Map<string, TSESTree.Node> =>
  new Map(
    findUntracked(source, completeOptions({ reach: 'all' })).map(({ form, launch }) => [
      `${form} ${source.text.slice(...launch.range)} at ${launch.range.join()}`,
      launch,
    ]),
  );

describe('of any handler in TypeScript', () => {
  it(
    'what types prove to be no promise is not reported without them, and where both speak they agree',
    { timeout: 60_000 + RUNS * 2_000 },
    () => {
      let reported = 0;
      let proven = 0;
      let both = 0;
      fc.assert(
        fc.property(programs, (code) => {
          inPackage(
            [],
            { 'package.json': '{ "type": "module" }', 'src/later.ts': LATER, 'src/app.ts': code },
            'src/app.ts',
            (plain) => {
              const typed = typedSource(plain.path, plain.text);
              const calls = new Map(outlineOf(typed).calls.map((call) => [call.range.join(), call]));
              const found = placesOf(plain);
              reported += found.size;
              const withoutTypes = createOracle(recognition());
              const withTypes = createOracle(recognition());
              for (const call of outlineOf(plain).calls) {
                const twin = calls.get(call.range.join());
                if (twin === undefined) throw new Error(`no call at ${call.range.join()} in the other tree`);
                const text = plain.text.slice(...call.range);
                const [said, saidWithTypes] = [withoutTypes.launchOf(call, plain), withTypes.launchOf(twin, typed)];
                if (isProvenPlain(twin, typed)) {
                  proven += 1;
                  expect(
                    [...found]
                      .filter(
                        ([place, launch]) => !place.startsWith('callback') && launch.range.join() === call.range.join(),
                      )
                      .map(([place]) => place),
                    code,
                  ).toEqual([]);
                  expect(said?.verdict ?? 'no', `${text} in\n${code}`).toBe('no');
                }
                if (said === undefined || saidWithTypes === undefined) continue;
                both += 1;
                expect(
                  said.verdict,
                  `${text}: ${said.evidence.why}, and ${saidWithTypes.evidence.why}, in\n${code}`,
                ).toBe(saidWithTypes.verdict);
              }
              expect(
                [...found.keys()].filter((place) => !placesOf(typed).has(place)),
                code,
              ).toEqual([]);
            },
          );
        }),
        { seed: SEED, numRuns: RUNS },
      );
      // The table is worth its salt.
      expect(reported).toBeGreaterThan(RUNS);
      expect(proven).toBeGreaterThan(RUNS);
      expect(both).toBeGreaterThan(RUNS);
    },
  );
});
