import type { Node, Source } from '../syntax/source.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { isEndless } from '../syntax/endless.ts';
import { perSource } from '../syntax/per-source.ts';
import { contains, lastUpTo } from '../syntax/position.ts';
import { isLoop } from '../taken-in/ast-utils.ts';

/** How code ends without having read the variable: it goes on with what follows, or leaves the function. */
interface Missed {
  readonly falls: boolean;
  /** The first statement that leaves. */
  readonly leaves: Node | undefined;
}

const READ: Missed = { falls: false, leaves: undefined };
const FALLS: Missed = { falls: true, leaves: undefined };

/**
 * The end of a path on which a promise that is held in a variable is dropped, though another path owns it:
 * `const p = run(); if (x) return; await p;`. Undefined when every path reads it, or when that cannot be seen.
 *
 * @param declaration - the statement that launches and stores the promise
 * @param reads - the reads that own it
 * @returns the statement that leaves without it, or the function whose end is reached
 */
export function droppingPath(declaration: Node, reads: readonly Node[], source: Source): Node | undefined {
  const turns = turnsIn(source);
  const fn = enclosingFunction(declaration);
  // A closure may run whenever it wants.
  if (fn === undefined || reads.some((read) => enclosingFunction(read) !== fn)) return undefined;
  for (
    let inner = declaration, outer = inner.parent;
    outer !== undefined && outer !== fn;
    inner = outer, outer = inner.parent
  ) {
    // The next round of a loop may read it, and so may a finally or the next case, which are not followed here.
    if (isLoop(outer) || outer.type === 'TryStatement' || outer.type === 'SwitchCase') return undefined;
    if (outer.type !== 'BlockStatement') continue;
    const { falls, leaves } = afterAll(outer.body, { reads, turns }, indexAt(outer.body, inner) + 1);
    if (leaves !== undefined) return leaves;
    if (!falls) return undefined;
  }
  return fn;
}

/**
 * After the statements of a block, from one of them on. Only those count that read the variable or may leave: of a long
 * block, most do neither.
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

/** What was found of the blocks of a file, by their statements. */
type Turns = Map<readonly Node[], readonly number[]>;

const turnsIn = perSource((): Turns => new Map());

/** What is looked for on the way. */
interface Path {
  readonly reads: readonly Node[];
  readonly turns: Turns;
}

/** The places of those statements after which code may go on elsewhere than with the next one. */
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

/** The place of the last statement that begins no later than a node, which may lie in it; -1 where all begin later. */
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
      // Where it leads takes more to see than is worth it.
      return READ;
    default:
      if (isFunction(statement) || !reading(statement)) return isEndless(statement) ? READ : FALLS;
      return READ;
  }
}
