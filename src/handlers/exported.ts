import type { Evaluation } from '../values/evaluation.ts';
import type { FileConvention } from '../catalog/entry.ts';
import type { Source } from '../syntax/source.ts';
import type { FunctionBelow } from './key-path.ts';
import type { FunctionPlace } from './functions.ts';
import { exportsOf } from '../project/exports.ts';
import { propertyName } from '../syntax/call.ts';
import { classMembers } from '../syntax/members.ts';
import { outlineOf } from '../syntax/walk.ts';
import { returnsOf } from '../values/results.ts';
import { functionsBelow } from './key-path.ts';
import { functionsOf } from './functions.ts';

/** The functions behind an exported name, or those that the convention's key paths, properties or factory lead to. */
export function exportedFunctions(
  source: Source,
  evaluation: Evaluation,
  name: string,
  { keys, properties, factory }: FileConvention,
): (FunctionPlace & Partial<FunctionBelow>)[] {
  const exported = exportsOf(source).names.get(name) ?? (name === 'default' ? wholeExport(source) : undefined);
  if (exported === undefined || !('node' in exported)) return [];
  if (properties !== undefined) return propertiesOf(source, evaluation, properties);
  const functions: (FunctionPlace & Partial<FunctionBelow>)[] =
    keys === undefined
      ? functionsOf(exported.node, source, evaluation)
      : keys.flatMap((path) => functionsBelow(exported.node, path, source, evaluation));
  return factory === true
    ? functions.flatMap(({ node, source: home, keys: below }) =>
        returnsOf(node, home)
          .flatMap((returned) => functionsOf(returned, home, evaluation))
          .map((place) => ({ ...place, ...(below !== undefined && { keys: below }) })),
      )
    : functions;
}

function wholeExport(source: Source): { node: NonNullable<ReturnType<typeof exportsOf>['whole']> } | undefined {
  const { whole } = exportsOf(source);
  return whole === undefined ? undefined : { node: whole };
}

/** `Page.getInitialProps = …` at the top of a file, and `static getInitialProps() {}` in its classes. */
function propertiesOf(source: Source, evaluation: Evaluation, names: readonly string[]): FunctionPlace[] {
  const assigned = source.ast.body.flatMap((statement) => {
    const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (expression?.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return [];
    return names.includes(propertyName(expression.left) ?? '') ? functionsOf(expression.right, source, evaluation) : [];
  });
  const statics = outlineOf(source).classes.flatMap((node) =>
    classMembers(node).flatMap(({ name, isStatic, value }) =>
      isStatic && value !== undefined && names.includes(name) ? functionsOf(value, source, evaluation) : [],
    ),
  );
  return [...assigned, ...statics];
}
