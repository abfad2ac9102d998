import type { TSESTree } from '@typescript-eslint/types';
import type { Found } from '../project/changes.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { variableOf } from '../syntax/binding.ts';
import { propertyName } from '../syntax/call.ts';
import { escaped } from '../syntax/escape.ts';
import { perWorkspace } from '../project/workspace.ts';
import { perSource } from '../syntax/per-source.ts';
import { isGlobal } from '../syntax/promise-call.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { sourcesMentioning, textsMentioning } from './near.ts';

/** What code assigns to global variables: `global.db = …`, and `db.users = …` if the file doesn't declare `db`. */
interface Written {
  readonly globals: ReadonlyMap<string, Node>;
  /** By the names of the global and the member: `db.users`. */
  readonly members: ReadonlyMap<string, Node>;
}

const HOLDERS = ['global', 'globalThis'] as const;
/** A name that more files than this assign doesn't stand for one thing. */
const MOST = 8;

const writtenIn = perSource((source): Written => {
  const globals = new Map<string, Node>();
  const members = new Map<string, Node>();
  for (const { left, right } of outlineOf(source).assignments) {
    if (left.type !== 'MemberExpression') continue;
    const { object } = left;
    const name = propertyName(left);
    if (name === undefined || object.type !== 'Identifier') continue;
    if (HOLDERS.some((holder) => isGlobal(object, holder, source))) globals.set(name, right);
    else if (variableOf(object, source) === undefined) members.set(`${object.name}.${name}`, right);
  }
  return { globals, members };
});

const ASSIGNED = /\bglobal(?:This)?\.([\w$]+)\s*=(?!=)/;

/** The names that a text assigns to the global object. */
function namesAssigned(text: string): string[] {
  return [...text.matchAll(new RegExp(ASSIGNED, 'g'))].flatMap(([, name]) => name ?? []);
}

/** The names of such globals by asking file, because undeclared names are looked up very often. */
const namesOf = perWorkspace(() => new Map<string, Found<ReadonlySet<string>>>());

function ownGlobalNames(source: Source, evaluation: Evaluation): ReadonlySet<string> {
  const { workspace } = evaluation;
  return workspace.changes.keptIn(namesOf(workspace), source.path, () => {
    const texts = HOLDERS.flatMap((holder) => textsMentioning(holder, ASSIGNED, source, evaluation));
    return new Set(texts.flatMap(namesAssigned));
  });
}

/** The value of an undeclared name that the user's code assigns to the global object. */
export function ownGlobal(node: TSESTree.Identifier, source: Source, evaluation: Evaluation): Value | undefined {
  return ownGlobalNamed(node.name, source, evaluation);
}

/** The value of `global.db`, which the user's code assigns. */
export function memberOfGlobal(object: Node, name: string, source: Source, evaluation: Evaluation): Value | undefined {
  const node = unwrap(object);
  return HOLDERS.some((holder) => isGlobal(node, holder, source))
    ? ownGlobalNamed(name, source, evaluation)
    : undefined;
}

function ownGlobalNamed(name: string, source: Source, evaluation: Evaluation): Value | undefined {
  if (name in globalThis || !ownGlobalNames(source, evaluation).has(name)) return undefined;
  const fits = new RegExp(String.raw`\bglobal(?:This)?\.${escaped(name)}\s*=(?!=)`);
  const homes = HOLDERS.flatMap((holder) => sourcesMentioning(holder, fits, source, evaluation, MOST));
  return firstValue(homes, (home) => writtenIn(home).globals.get(name), evaluation);
}

/** `db.users`, which may be assigned in a different file than the global `db`. */
export function memberOfOwnGlobal(
  object: Node,
  member: string,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const node = unwrap(object);
  if (node.type !== 'Identifier' || variableOf(node, source) !== undefined) return undefined;
  if (ownGlobal(node, source, evaluation) === undefined) return undefined;
  const fits = new RegExp(String.raw`\b${escaped(node.name)}\.${escaped(member)}\s*=(?!=)`);
  const homes = sourcesMentioning(member, fits, source, evaluation, MOST);
  return firstValue(homes, (home) => writtenIn(home).members.get(`${node.name}.${member}`), evaluation);
}

/**
 * The value of the first file that assigns one that can be evaluated. Before a literal comes an instance: a worker often
 * puts a few of its members under the same name.
 */
function firstValue(
  homes: readonly Source[],
  assigned: (home: Source) => Node | undefined,
  evaluation: Evaluation,
): Value | undefined {
  let literal: Value | undefined;
  for (const home of homes) {
    const written = assigned(home);
    const value = written === undefined ? undefined : evaluation.expression(written, home);
    if (value !== undefined && value.kind !== 'object') return value;
    literal ??= value;
  }
  return literal;
}
