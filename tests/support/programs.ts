import fc from 'fast-check';

/** A randomly generated file, as somebody might write it. */
export interface Program {
  readonly text: string;
  readonly file: string;
}

/** The style of a file, and what is in its gaps. */
interface Hand {
  readonly semicolons: boolean;
  readonly quote: "'" | '"';
  readonly eol: '\n' | '\r\n' | 'mixed';
  readonly tabs: boolean;
  readonly typescript: boolean;
  readonly gaps: readonly string[];
}

/** A part of a program, which becomes text once its writer is known. */
type Piece = (writer: Writer) => string;

class Writer {
  readonly hand: Hand;
  #names = 0;
  #gaps = 0;

  constructor(hand: Hand) {
    this.hand = hand;
  }

  fresh(): string {
    this.#names += 1;
    return `p${this.#names.toString()}`;
  }

  /** A place where white space and comments may be. */
  gap(): string {
    this.#gaps += 1;
    return this.hand.gaps[this.#gaps % this.hand.gaps.length] ?? '';
  }

  /** A statement in a list. */
  statement(text: string): string {
    const guard = !this.hand.semicolons && /^[[(`/+-]/.test(text) ? ';' : '';
    const above = this.gap();
    return `${above.startsWith('/') ? `${above.trimEnd()}\n` : ''}${guard}${this.alone(text)}`;
  }

  /** A statement that is the whole body of another. */
  alone(text: string): string {
    // A statement that ends with another statement, or with a block, gets no semicolon.
    return text.endsWith(';') ||
      (text.endsWith('}') && /^(?:if|for|while|try|switch|class|function|\{|\w+:)/.test(text))
      ? text
      : `${text}${this.hand.semicolons ? ';' : ''}`;
  }

  list(pieces: readonly Piece[]): string {
    return pieces.map((piece) => `${this.statement(piece(this))}\n`).join('');
  }

  /**
   * Fills in a template: `§` is a gap, `%` a fresh name, `⟨…⟩` is only for TypeScript, `$0` and so on are the parts.
   */
  fill(template: string, pieces: readonly Piece[]): string {
    const name = this.fresh();
    const types = template.replace(/⟨([^⟩]*)⟩/g, this.hand.typescript ? '$1' : '');
    return types.replace(/§|%|\$(\d)/g, (found, index: string | undefined) =>
      found === '§' ? this.gap() : found === '%' ? name : (pieces[Number(index)]?.(this) ?? ''),
    );
  }
}

function form(template: string, ...parts: readonly fc.Arbitrary<Piece>[]): fc.Arbitrary<Piece> {
  return fc.tuple(...parts).map((pieces) => (writer) => writer.fill(template, pieces));
}

const text = (template: string): fc.Arbitrary<Piece> => form(template);

interface Grammar {
  expression: Piece;
  /** Declares something for the statements after it. */
  declaration: Piece;
  /** May stand alone as the body of another. */
  statement: Piece;
  body: Piece;
  waiting: Piece;
}

/**
 * @param runnable - every program ends, catches all that it throws, and waits for nothing that its author forgot to
 * await
 */
function grammar(runnable: boolean): fc.Arbitrary<Piece[]> {
  const { statement, declaration } = fc.letrec((tie: fc.LetrecTypedTie<Grammar>) => {
    const e = tie('expression');
    const alone = tie('statement').map((piece) => (writer: Writer) => writer.alone(piece(writer)));
    const body = tie('body');
    const waiting = tie('waiting');
    const expressions = [
      text('run(1)'),
      text('run(§next(1)§)'),
      text('svc.run(2)'),
      text('svc?.run(3)'),
      text('svc.run?.(4)'),
      text('run(`a${next(1)}\n  b`)'),
      text('run(req.a, {§ of: [1] })'),
      text('fail(1).catch(§log§)'),
      text('Promise.all(§ids.map(run)§)'),
      text('Promise.allSettled([§run(1), next(2)])'),
      text('new Promise(§(resolve) => setTimeout(resolve, 1))'),
      text('(run)(1)'),
      text('broken(0)'),
      text('run⟨<unknown>⟩(1⟨ as never⟩)⟨!⟩'),
      text('(run(1)⟨ as unknown⟩)'),
      text('(§run(1)⟨ satisfies Promise<unknown>⟩)'),
      form('($0)', e),
      form('$0§.then(next)', e),
      form('$0\n    .then(next)§\n    .catch(log)', e),
      form('$0?.finally(() => log(5))', e),
      form('Promise.all([$0, $1])', e, e),
      form('Promise.race([$0,§])', e),
      form('(async ()⟨: Promise<void>⟩ => {§\n$0})()', waiting),
      form('(§async function () {\n$0}§)()', waiting),
      form('(async (%) => {\n$0})(next(1))', waiting),
      form('(async () => $0)()', e),
      form('run(async () => {\n$0})', body),
      form('(async function () {\n$0}())', waiting),
      ...(runnable ? [] : [text('import(§"./later.js")'), text('run(/[(/*]/)'), text('super_.run?.(1)?.run')]),
    ];
    const statements = [
      form('$0', e),
      form('void §$0', e),
      form('void§($0)', e),
      form('(§$0§)', e),
      form('!$0', form('(async () => {\n$0})()', waiting)),
      form('req.a && $0', e),
      form('req.b ||§ $0', e),
      form('req.c ?? $0', e),
      form('req.a ? $0 : $1', e, e),
      form('log(1), $0,§ $1', e, e),
      form('void (req.a ? $0 : $1)', e, e),
      form('ids.forEach(async (i) => {§\n$0})', waiting),
      form('ids.forEach(§async i => {\n$0})', waiting),
      form('ids.forEach((i⟨: number⟩)⟨: Promise<unknown>⟩ => §$0)', e),
      form('ids.forEach(async function (i⟨: number⟩)⟨: Promise<void>⟩ {\n$0})', waiting),
      form('ids.forEach(function (i) {\n$0})', body),
      form('ids.map(async (i) =>§ {\n$0})', waiting),
      form('ids.map((i) => $0)', e),
      text('ids.forEach(run)'),
      text('ids.map(run)'),
      form('setTimeout(async ⟨<T>⟩()⟨: Promise<void>⟩ => {\n$0}, 5)', waiting),
      form('setTimeout(() => $0, 5)', e),
      form('setImmediate(async () => $0)', e),
      form('setTimeout(() => void $0)', e),
      form('setTimeout(function ()⟨: unknown⟩ { if (req.a) return $0; return $1 }, 1)', e, e),
      form('setTimeout(async function %() {\n$0if (req.b) await %()\n}, 5)', waiting),
      form('ids.forEach(async (i = next(1), at, all, left = next(2)) => {\n$0})', waiting),
      form('ids.forEach(async function () {\n$0log(this, arguments.length)\n}, 7)', waiting),
      form("res.on('close', async () => {\n$0})", waiting),
      form("res.on('close', () => void§ $0)", e),
      form('if (req.a) {\n$0}', body),
      form('if (req.a) {\n$0} else {§\n$1}', body, body),
      form('for (const i of ids) {\n$0}', body),
      form('for (let % = 0; % < 2; %++, $0) {\n}', e),
      form('try {\n$0} catch (error) {\nlog(error)\n}', body),
      form('try {\n$0} finally {\n$1}', body, body),
      text('try {\nbroken(§next(1))\n} catch (error) {\nlog(error.message)\n}'),
      form('switch (req.a) {\ncase 1:\n$0break\ndefault:\n$1}', body, body),
      form('%: {\n$0break %\n}', body),
      form('{\n$0}', body),
      form('if (req.a) §$0\nelse $1', alone, alone),
      form('if (req.b) $0', alone),
      form('for (const i of ids) $0', alone),
      form('do $0\nwhile (req.b)', alone),
      form('%: $0', alone),
      ...(runnable
        ? []
        : [
            form('res.json($0)', e),
            form('log(`${$0}`)', e),
            form('if ($0) log(1)', e),
            form('ids.forEach(async (i) => {§\n$0})', body),
            form('return void $0', e),
            form('return $0', e),
          ]),
    ];
    const declarations = [
      form('const % =§ $0', e),
      form('let % = $0', e),
      form('var % = ($0)', e),
      form('const % = $0, z% = 1', e),
      form('const % = $0; %.then(log); %.finally(log)', e),
      form('const % = $0\n%.catch(log)', e),
      form('let %;\n% = $0', e),
      form('const %⟨: unknown⟩ = $0', e),
      form('const % = []; %.push($0)', e),
      form('const % = { a: $0, b: next(1) }', e),
      form('const % = [§$0, $1]', e, e),
      form('let % = 2\nwhile (%-- > 0) {\n$0}', body),
      form('const % = () => {\n$0}\n%()', body),
      form('function %() {\n$0}\n%()', body),
      form('class C% { #z = 1; ⟨private⟩ go(req, res)⟨: void⟩ {\n$0} }\nnew C%().go(req, res)', body),
      form('const % = { go() {\n$0} }\n%.go()', body),
      ...(runnable ? [] : [form('const % = { ...$0 }', e)]),
    ];
    const deep = { maxDepth: 3, withCrossShrink: true };
    const list = fc.array(fc.oneof(tie('statement'), tie('declaration')), { maxLength: 2 });
    return {
      expression: fc.oneof(deep, ...expressions),
      declaration: fc.oneof(deep, ...declarations),
      statement: fc.oneof(deep, ...statements),
      body: list.map((pieces) => (writer: Writer) => writer.list(pieces)),
      waiting: list.map((pieces) => (writer: Writer) => writer.list([() => 'await run(6)', ...pieces])),
    };
  });
  return fc.array(fc.oneof(statement, declaration), { minLength: 1, maxLength: 4 });
}

const hand = fc.record<Hand>({
  semicolons: fc.boolean(),
  quote: fc.constantFrom("'", '"'),
  eol: fc.constantFrom('\n', '\r\n', 'mixed'),
  tabs: fc.boolean(),
  typescript: fc.boolean(),
  gaps: fc.array(fc.constantFrom('', '', '', ' ', '/* why */ ', '// why\n', '\n', '/* two\n lines */', '/* ) */'), {
    minLength: 1,
    maxLength: 5,
  }),
});

/** The statements of a handler, with the style in which they are written. */
const written = (runnable: boolean): fc.Arbitrary<{ body: string; hand: Hand }> =>
  fc.tuple(grammar(runnable), hand).map(([pieces, chosen]) => {
    const by = runnable ? { ...chosen, typescript: false } : chosen;
    return { body: new Writer(by).list(pieces), hand: by };
  });

const HEADS = [
  "import express from 'express';\nimport { fireTask } from './lib/fire-task.js';\n",
  "import express from 'express';\nimport * as tasks from './lib/fire-task.js';\n",
  "#!/usr/bin/env node\n// MIT licence\nimport express from 'express'; // 5\n",
  "'use strict';\n\n/* eslint-disable no-console */\nimport express from 'express'\n",
  "/** The shop. */\nimport express from 'express'; const fireTask = 1\n",
  "const express = require('express'), path = require('path');\nconst log = console.log;\n",
  "'use strict'\nvar express = require('express')\n;[1].map(String)\n",
  "const express = require('express')\nconst { activeTasks } = require('./lib/fire-task')\n",
];

const LIBRARY =
  'async function run(x) { await x }\nasync function fail(x) { await x }\nfunction broken(x) { return run(x) }\nconst next = (x) => x, svc = { run }, ids = [1, 2];\n';

/** Whole files with an Express handler, to test the text that is written. */
export const programs: fc.Arbitrary<Program> = fc
  .record({
    code: written(false),
    head: fc.constantFrom(...HEADS),
    handler: fc.constantFrom(
      'async (req, res) =>',
      '(req, res) =>',
      'function (req, res)',
      'async function create(req, res)',
    ),
  })
  .map(({ code: { body, hand: by }, head, handler }) => {
    const isModule = head.includes('import ');
    const whole = `${head}${LIBRARY}const app = express();\napp.post('/x', ${handler} {\n${body}})\n`;
    return { text: styled(whole, by), file: by.typescript ? 'app.ts' : isModule ? 'app.mjs' : 'app.cjs' };
  });

/** Bodies of a handler in plain JavaScript, to test what they do when run. */
export const bodies: fc.Arbitrary<string> = written(true).map(({ body }) => body);

function styled(whole: string, { quote, tabs, eol }: Hand): string {
  const quoted = whole.replaceAll("'", quote);
  const indented = tabs ? quoted.replace(/^ {2}/gm, '\t') : quoted;
  let line = 0;
  return indented.replaceAll('\n', () => (eol === 'mixed' ? ((line += 1) % 2 === 0 ? '\r\n' : '\n') : eol));
}
