import { relative } from 'node:path';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Declared, Finding } from './finding.ts';
import { chainRoot } from '../syntax/call.ts';
import { positionAt } from '../syntax/position.ts';
import { functionOf } from '../values/function-of.ts';

/** A function whose promise is dropped in at least this many places is one cause. */
export const MANY = 3;

/** Adds to findings where the called function is declared, with a note if the file drops it in many places. */
export function withCauses(found: readonly Finding[], source: Source, evaluation: Evaluation): Finding[] {
  const counts = new Map<string, number>();
  const declared = found.map((finding) => {
    // A value that is used, or a check, wants an `await` at each place.
    const isForgotten = finding.form === 'answered' || finding.slip !== undefined;
    const place = isForgotten ? undefined : declarationOf(finding.launch, source, evaluation);
    if (place !== undefined) counts.set(keyOf(place), (counts.get(keyOf(place)) ?? 0) + 1);
    return place;
  });
  return found.map((finding, index) => {
    const place = declared[index];
    if (place === undefined) return finding;
    const count = counts.get(keyOf(place)) ?? 0;
    if (count < MANY) return { ...finding, declared: place };
    const root = evaluation.workspace.packages.of(source.path).root;
    const file = place.path === source.path ? '' : `${relative(root, place.path).replaceAll('\\', '/')}, `;
    const where = `${file}line ${place.line.toString()}`;
    const note = `This file drops it in ${count.toString()} places: give it one owner where it is declared (${where}).`;
    return { ...finding, declared: place, note: finding.note === undefined ? note : `${finding.note} ${note}` };
  });
}

/** The key of a cause: the same for all its findings. */
export function keyOf({ path, line, column }: Declared): string {
  return `${path}:${line.toString()}:${column.toString()}`;
}

function declarationOf(launch: Node, source: Source, evaluation: Evaluation): Declared | undefined {
  const root = chainRoot(launch);
  if (root.type !== 'CallExpression') return undefined;
  const place = functionOf(root.callee, source, evaluation);
  // A function that is called in place has no other calls.
  if (place === undefined || root.callee === place.fn) return undefined;
  return { path: place.source.path, ...positionAt(place.source, place.fn.range[0]) };
}
