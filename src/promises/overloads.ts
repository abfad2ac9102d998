import type { TSESTree } from '@typescript-eslint/types';
import type { SignatureNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Scope, Signature } from '../values/types/index.ts';
import { variableOf } from '../syntax/binding.ts';
import { isFunction } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { classMembersNamed } from '../syntax/members-named.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isPlainType, signaturesOf, typesOf } from '../values/types/index.ts';

/** The arguments of a call. */
export type Given = readonly TSESTree.CallExpressionArgument[];

/** The signatures that callers of an overloaded function see: those without a body. */
export function overloadsOf(node: SignatureNode, source: Source): SignatureNode[] {
  const { parent } = node as Node;
  if (parent?.type === 'MethodDefinition') {
    const name = keyName(parent.key, parent.computed);
    return name === undefined
      ? []
      : classMembersNamed(parent.parent.parent, name, parent.static, source).flatMap(({ value }) =>
          value?.type === 'TSEmptyBodyFunctionExpression' ? [value] : [],
        );
  }
  if ((node.type !== 'FunctionDeclaration' && node.type !== 'TSDeclareFunction') || node.id === null) return [];
  return (
    variableOf(node.id, source)?.defs.flatMap(({ node: definition }) =>
      definition.type === 'TSDeclareFunction' ? [definition] : [],
    ) ?? []
  );
}

/** The parameters without `this`, which takes no argument. */
export function parametersOf({ params }: SignatureNode): TSESTree.Parameter[] {
  return params.filter((parameter) => !(parameter.type === 'Identifier' && parameter.name === 'this'));
}

/** Whether a call with these arguments may match this overload. */
export function fits({ node, source, ...scope }: Signature, given: Given, evaluation: Evaluation): boolean {
  if (given.some(({ type }) => type === 'SpreadElement')) return true;
  const parameters = parametersOf(node);
  const rest = parameters.at(-1)?.type === 'RestElement';
  const required = parameters.filter(
    (parameter) =>
      parameter.type !== 'RestElement' &&
      parameter.type !== 'AssignmentPattern' &&
      !('optional' in parameter && parameter.optional),
  );
  if (given.length < required.length || (!rest && given.length > parameters.length)) return false;
  return given.every((argument, index) => {
    const parameter = parameters[index];
    const annotation = parameter !== undefined && 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined;
    if (annotation === undefined || parameter?.type === 'RestElement') return true;
    const takesFunction = mayBeFunction(annotation.typeAnnotation, source, scope, evaluation);
    const value = unwrap(argument);
    if (isFunction(value)) return takesFunction !== 'no';
    return (
      takesFunction !== 'yes' ||
      !['ObjectExpression', 'ArrayExpression', 'Literal', 'TemplateLiteral', 'NewExpression'].includes(value.type)
    );
  });
}

/** Whether a parameter of this type takes a function: always, never, or perhaps. */
function mayBeFunction(type: Node, source: Source, scope: Scope, evaluation: Evaluation): 'yes' | 'no' | 'maybe' {
  const answers = new Set(
    typesOf(type, source, evaluation, scope).map((declared) => {
      if (signaturesOf(declared, evaluation).length > 0) return 'yes';
      return isPlainType(declared.node) || declared.node.type === 'TSTypeLiteral' ? 'no' : 'maybe';
    }),
  );
  const [answer] = answers;
  return answers.size === 1 && answer !== undefined ? answer : 'maybe';
}
