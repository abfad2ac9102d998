import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { isExportsObject } from '../project/commonjs.ts';
import { exportsOf, isEsModule } from '../project/exports.ts';

const NO_NAMES: ReadonlySet<string> = new Set();

/** The value of `module.exports` or `exports` in the file itself; undefined for any other expression. */
export function ownExports(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  if (!isExportsObject(node, { aliases: NO_NAMES }) || isEsModule(source)) return undefined;
  const { whole } = exportsOf(source);
  return whole === undefined || node.type === 'Identifier'
    ? { kind: 'namespace', source }
    : evaluation.expression(whole, source);
}
