import type { Node, Source } from '../../syntax/source.ts';
import type { ExternalValue } from '../value.ts';
import type { Argument, Declared, Module, Reading } from './declared.ts';
import { isSignature } from '../../syntax/function.ts';
import { CALL, INSTANCE, TEMPLATE } from '../value.ts';
import { exportTable, typingsOf } from './access.ts';
import { withArguments } from './bases.ts';

/**
 * The declarations of a package's value in the package's typings, step by step along its path; several for overloads
 * and unions, none if unknown. Results of calls on the way count as awaited.
 *
 * @param from - the asking file, from which the package is resolved
 */
export function externalTypes({ module, steps, given }: ExternalValue, from: Source, reading: Reading): Declared[] {
  const source = typingsOf(module, from, reading.evaluation);
  const [name, ...others] = steps;
  if (source === undefined || name === undefined) return [];
  const root = moduleIn(source, module);
  let found: Declared[] = name === '*' ? [{ node: root, source }] : reading.exported(root, source, name);
  let unused = given;
  for (let index = 0; index < others.length && found.length > 0; index += 1) {
    const step = others[index] ?? '';
    // `run.bind(self)` is still run.
    if (step === 'bind' && others[index + 1] === CALL && found.every(({ node }) => isSignature(node))) {
      index += 1;
      continue;
    }
    found = distinct(found.flatMap((declared) => stepTypes(declared, step, unused, reading)));
    if (step === INSTANCE) unused = undefined;
  }
  return found;
}

/** A typings file, or its `declare module 'acme' { … }` if the file itself exports nothing. */
function moduleIn(source: Source, name: string): Module {
  const { names, stars, whole } = exportTable(source.ast, source);
  if (names.size > 0 || stars.length > 0 || whole !== undefined) return source.ast;
  for (const statement of source.ast.body) {
    if (statement.type === 'TSModuleDeclaration' && statement.id.type === 'Literal' && statement.id.value === name)
      return statement;
  }
  return source.ast;
}

/** Removes duplicates, because overloads and unions often lead to the same declaration. */
function distinct(found: readonly Declared[]): Declared[] {
  const seen = new Map<Node, Set<Declared['side']>>();
  return found.filter(({ node, side }) => {
    const sides = seen.get(node);
    if (sides?.has(side) === true) return false;
    seen.set(node, (sides ?? new Set()).add(side));
    return true;
  });
}

/** @param given - the type arguments in the code, for the first instance on the path */
function stepTypes(
  declared: Declared,
  step: string,
  given: readonly Argument[] | undefined,
  reading: Reading,
): Declared[] {
  switch (step) {
    case CALL:
      return reading
        .signatures(declared)
        .flatMap((signature) => reading.results(signature))
        .flatMap((result) => reading.awaited(result));
    case INSTANCE:
      return reading.instances(withArguments(declared, given));
    case TEMPLATE:
      return [];
    default:
      return reading.members(declared, step);
  }
}
