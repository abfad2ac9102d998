import type { FunctionNode } from '../syntax/function.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Binding, Bound, Setting } from './run.ts';
import { listedIn } from './bound.ts';
import { NOTHING, UNKNOWN } from './run.ts';

/** The arguments of a call, and the run that their names belong to. */
interface Given {
  readonly nodes: readonly Node[];
  readonly source: Source;
  readonly setting: Setting | undefined;
}

/** The run of a function that a call starts. */
export function calledWith({ params }: FunctionNode, given: Given, evaluation: Evaluation, around?: Setting): Setting {
  const { items, isWhole } = itemsOf(given, evaluation);
  const missing = isWhole ? NOTHING : UNKNOWN;
  const bindings = params.map((parameter, index): Binding => {
    const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    if (pattern.type !== 'RestElement') return { pattern, value: items[index] ?? missing };
    return { pattern: pattern.argument, value: isWhole ? { kind: 'list', items: items.slice(index) } : UNKNOWN };
  });
  return { bindings, around };
}

/** The arguments, with spread lists expanded; only those before a spread that can't be followed. */
function itemsOf({ nodes, source, setting }: Given, evaluation: Evaluation): { items: Bound[]; isWhole: boolean } {
  const items: Bound[] = [];
  for (const node of nodes) {
    const isSpread = node.type === 'SpreadElement';
    const written = { kind: 'written', node: isSpread ? node.argument : node, source, setting } as const;
    const listed = isSpread ? listedIn(written, evaluation) : [written];
    if (listed === undefined) return { items, isWhole: false };
    items.push(...listed);
  }
  return { items, isWhole: true };
}
