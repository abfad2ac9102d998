import type { Node, Source } from '../syntax/source.ts';
import type { Declared } from './declarations.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue } from './value.ts';
import { awaited, exportedDeclarations, instancesOf, membersNamed, resultsOf, signaturesOf } from './declarations.ts';
import { CALL, INSTANCE, TEMPLATE } from './value.ts';

/**
 * What a package's own typings declare a value of it to be, step by step as the code reaches it; several for overloads
 * and unions, none where they
 * do not say. What a call gives on the way is taken as awaited.
 *
 * @param from - the file that asks, from which the package is looked for
 */
export function declaredBy({ module, steps }: ExternalValue, from: Source, evaluation: Evaluation): Declared[] {
  const file = module === 'global' ? undefined : evaluation.resolver.typings(module, from.path);
  const source = file === undefined ? undefined : evaluation.workspace.files.sourceAt(file);
  const [name, ...others] = steps;
  if (source === undefined || name === undefined) return [];
  let found: Declared[] =
    name === '*' ? [{ node: source.ast, source }] : exportedDeclarations(evaluation, source, name);
  for (const step of others) {
    if (found.length === 0) return found;
    found = distinct(found.flatMap((declared) => stepOf(evaluation, declared, step)));
  }
  return found;
}

/** Overloads and unions lead to the same declaration again and again. */
function distinct(found: readonly Declared[]): Declared[] {
  const seen = new Map<Node, Set<Declared['side']>>();
  return found.filter(({ node, side }) => {
    const sides = seen.get(node);
    if (sides?.has(side) === true) return false;
    seen.set(node, (sides ?? new Set()).add(side));
    return true;
  });
}

function stepOf(evaluation: Evaluation, declared: Declared, step: string): Declared[] {
  switch (step) {
    case CALL:
      return signaturesOf(evaluation, declared)
        .flatMap((signature) => resultsOf(evaluation, signature))
        .flatMap((result) => awaited(evaluation, result));
    case INSTANCE:
      return instancesOf(evaluation, declared);
    case TEMPLATE:
      return [];
    default:
      return membersNamed(evaluation, declared, step);
  }
}
