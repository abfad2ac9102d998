import type { Evaluation } from '../values/evaluation.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Value } from '../values/value.ts';
import { enclosingFunction, parameterTarget } from '../syntax/function.ts';
import { importedType, jsdocOf, jsdocType } from '../syntax/jsdoc.ts';
import { INSTANCE } from '../values/value.ts';

/**
 * The declared type of a function: `const h: RequestHandler = …`, `… satisfies RequestHandler`, the type that the
 * function around it returns, JSDoc `@type`.
 */
export function declaredTypeOf(fn: FunctionNode, source: Source, evaluation: Evaluation): Value | undefined {
  let node: Node = fn;
  for (let outer = fn.parent as Node | undefined; outer != null; outer = outer.parent) {
    if (outer.type === 'TSSatisfiesExpression' || outer.type === 'TSAsExpression')
      return evaluation.type(outer.typeAnnotation, source);
    if (outer.type === 'VariableDeclarator') {
      if (outer.init !== node) return undefined;
      const type = evaluation.annotation(outer.id, source);
      return type ?? documentedType(outer, source);
    }
    if (outer.type === 'PropertyDefinition') return evaluation.annotation(outer, source);
    const returned = returnTypeAt(outer, node);
    if (returned !== undefined) return evaluation.type(returned, source);
    if (outer.type === 'ReturnStatement') break;
    // A wrapper keeps the handler's type: `const h: RequestHandler = asyncHandler(fn)`.
    if (outer.type !== 'CallExpression' || !outer.arguments.includes(node as TSESTree.Expression)) break;
    node = outer;
  }
  return documentedType(fn, source);
}

/** The declared type of what a function returns here: `function track(): Interceptor { return (next) => …; }`. */
function returnTypeAt(outer: Node, returned: Node): Node | undefined {
  const isConcise = outer.type === 'ArrowFunctionExpression' && outer.body === returned;
  const maker = isConcise ? outer : outer.type === 'ReturnStatement' ? enclosingFunction(outer) : undefined;
  return (maker?.returnType as TSESTree.TSTypeAnnotation | null | undefined)?.typeAnnotation;
}

/** The declared types of a function's parameters; undefined for those without one. */
export function parameterTypesOf(fn: FunctionNode, source: Source, evaluation: Evaluation): (Value | undefined)[] {
  const types = fn.params.map((parameter) => evaluation.annotation(parameterTarget(parameter), source));
  if (types.some((type) => type !== undefined) || fn.params.length === 0) return types;
  const comment = jsdocOf(fn, source);
  if (comment === undefined) return types;
  return [...comment.matchAll(/@param\s*\{([^}]+)\}/g)].map(([, text]) => externalType(text));
}

function documentedType(node: Node, source: Source): Value | undefined {
  const comment = jsdocOf(node, source);
  return comment === undefined ? undefined : externalType(jsdocType(comment, 'type'));
}

/** The value of a JSDoc type that refers to an import: `import('express').RequestHandler`. */
export function externalType(text: string | undefined): Value | undefined {
  const type = text === undefined ? undefined : importedType(text);
  return type === undefined ? undefined : { kind: 'external', module: type.module, steps: [type.name, INSTANCE] };
}
