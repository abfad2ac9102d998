import type { Node, Source } from '../syntax/source.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { isEndless } from '../syntax/endless.ts';
import { perSource } from '../syntax/per-source.ts';
import { contains, lastUpTo } from '../syntax/position.ts';
import { isLoop } from '../taken-in/ast-utils.ts';

/** How code can end without reading the variable: it continues with what follows, or leaves the function. */
interface Missed {
  readonly falls: boolean;
  /** The first statement that leaves. */
  readonly leaves: Node | undefined;
}

const READ: Missed = { falls: false, leaves: undefined };
const FALLS: Missed = { falls: true, leaves: undefined };

/**
 * The end of a path that drops a promise held in a variable, although another path owns it:
 * `const p = run(); if (x) return; await p;`.
 * Undefined if every path reads it, or if that can't be seen.
 *
 * @param declaration - the statement that launches and stores the promise
 * @param reads - the reads that own it
 * @returns the statement that leaves without it, or the function whose end is reached
 */
export function droppingPath(declaration: Node, reads: readonly Node[], source: Source): Node | undefined {
  const turns = turnsIn(source);
  const fn = enclosingFunction(declaration);
  // A closure may run at any time.
  if (fn === undefined || reads.some((read) => enclosingFunction(read) !== fn)) return undefined;
  for (
    let inner = declaration, outer = inner.parent;
    outer !== undefined && outer !== fn;
    inner = outer, outer = inner.parent
  ) {
    // The next iteration of a loop may read it, and so may a `finally` or the next case; these aren't followed here.
    if (isLoop(outer) || outer.type === 'TryStatement' || outer.type === 'SwitchCase') return undefined;
    if (outer.type !== 'BlockStatement') continue;
    const { falls, leaves } = afterAll(outer.body, { reads, turns }, indexAt(outer.body, inner) + 1);
    if (leaves !== undefined) return leaves;
    if (!falls) return undefined;
  }
  return fn;
}

/**
 * How the statements of a block end, from the index `from` on. Only those that read the variable or may leave are
 * examined: in a long block, most do neither.
 */
function afterAll(statements: readonly Node[], path: Path, from = 0): Missed {
  const { reads, turns } = path;
  const counting = new Set(turnsOf(statements, turns));
  for (const read of reads) counting.add(indexAt(statements, read));
  let leaves: Node | undefined;
  for (const index of [...counting].filter((place) => place >= from).sort((a, b) => a - b)) {
    const statement = statements[index];
    if (statement === undefined) continue;
    const missed = after(statement, path);
    leaves ??= missed.leaves;
    if (!missed.falls) return { falls: false, leaves };
  }
  return { falls: true, leaves };
}

/** The turns of a file's blocks that are already known, by the statements of the block. */
type Turns = Map<readonly Node[], readonly number[]>;

const turnsIn = perSource((): Turns => new Map());

/** The reads that count, and the turns of the file. */
interface Path {
  readonly reads: readonly Node[];
  readonly turns: Turns;
}

/** The indexes of statements after which code may continue elsewhere than with the next one. */
function turnsOf(statements: readonly Node[], turns: Turns): readonly number[] {
  let known = turns.get(statements);
  if (known === undefined)
    turns.set(
      statements,
      (known = statements.flatMap((statement, index) =>
        TURNS.has(statement.type) || isEndless(statement) ? [index] : [],
      )),
    );
  return known;
}

const TURNS: ReadonlySet<string> = new Set([
  'BlockStatement',
  'LabeledStatement',
  'IfStatement',
  'ReturnStatement',
  'ThrowStatement',
  'TryStatement',
  'BreakStatement',
  'ContinueStatement',
]);

/** The index of the last statement that begins no later than a node, and so may contain it; -1 if all begin later. */
function indexAt(statements: readonly Node[], { range: [start] }: Node): number {
  return lastUpTo(start, statements.length, (index) => statements[index]?.range[0]);
}

function after(statement: Node, path: Path): Missed {
  const { reads } = path;
  const reading = (node: Node | null | undefined): boolean =>
    node != null && reads.some((read) => contains(node, read));
  switch (statement.type) {
    case 'BlockStatement':
      return afterAll(statement.body, path);
    case 'LabeledStatement':
      return after(statement.body, path);
    case 'IfStatement': {
      if (reading(statement.test)) return READ;
      const yes = after(statement.consequent, path);
      const no = statement.alternate === null ? FALLS : after(statement.alternate, path);
      return { falls: yes.falls || no.falls, leaves: yes.leaves ?? no.leaves };
    }
    case 'ReturnStatement':
    case 'ThrowStatement':
      return reading(statement.argument) ? READ : { falls: false, leaves: statement };
    case 'TryStatement': {
      if (reading(statement.finalizer)) return READ;
      const { falls, leaves } = after(statement.block, path);
      // A throw in the block goes to the handler, not out of the function.
      return { falls, leaves: leaves?.type === 'ThrowStatement' && statement.handler !== null ? undefined : leaves };
    }
    case 'BreakStatement':
    case 'ContinueStatement':
      // Following it takes more than it is worth, so it counts as a read.
      return READ;
    default:
      if (isFunction(statement) || !reading(statement)) return isEndless(statement) ? READ : FALLS;
      return READ;
  }
}
