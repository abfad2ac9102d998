import type { Node } from '../../syntax/source.ts';
import type { ExternalValue, Value } from '../value.ts';
import type { Argument, Declared, Reading, Signature } from './declared.ts';
import { variableOf } from '../../syntax/binding.ts';
import { INSTANCE, stepInto } from '../value.ts';
import { argumentsOf } from './bases.ts';
import { isPromiseType } from './call-types.ts';
import { HOLDERS } from './holders.ts';

/**
 * The value that the parts of a type describe: a promise if one of them is, otherwise the first known part. The others
 * stay beside it, because a member may be theirs.
 */
export function asValue(types: readonly Declared[], reading: Reading): Value | undefined {
  const promises = types.filter(isPromiseType);
  if (promises.length > 0) {
    const of = promises.flatMap((promise) => reading.awaited(promise));
    return { kind: 'promise', of: asValue(of, reading) };
  }
  const known = types.flatMap((declared) => {
    const value = valueOf(declared);
    return value === undefined ? [] : [{ declared, value }];
  });
  const [first, ...others] = known;
  if (first === undefined) return undefined;
  const { value } = first;
  const beside = others.map(({ declared }) => declared);
  if (value.kind === 'external' || value.kind === 'instance') return beside.length === 0 ? value : { ...value, beside };
  if (value.kind !== 'typed' && value.kind !== 'function') return value;
  const parts = [first.declared, ...beside];
  return callable(parts, reading) ?? { kind: 'typed', types: parts };
}

/** A callable type as a function, with its members and all of its signatures; undefined if it isn't callable. */
function callable(parts: readonly Declared[], reading: Reading): Value | undefined {
  const signatures: readonly Signature[] = parts.flatMap((part) =>
    part.external === undefined ? reading.signatures(part) : [],
  );
  const [first] = signatures;
  if (first === undefined) return undefined;
  const { node, source, owner, given } = first;
  const scope = { ...(owner !== undefined && { owner }), ...(given !== undefined && { given }) };
  const isAlone = parts.length === 1 && parts[0]?.node === node;
  return {
    kind: 'function',
    node,
    source,
    ...((owner !== undefined || given !== undefined) && { scope }),
    ...(!isAlone && { types: parts }),
  };
}

function valueOf(declared: Declared): Value | undefined {
  const { node, source, external, side, given } = declared;
  if (external !== undefined) return external;
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression': {
      const of = { kind: 'class', node, source } as const;
      return side === undefined ? of : { kind: 'instance', of, ...(given !== undefined && { given }) };
    }
    case 'Program':
      return { kind: 'namespace', source };
    case 'ObjectExpression':
      return { kind: 'object', node, source };
    case 'ArrayExpression':
      return { kind: 'array', node, source };
    case 'TSTypeReference':
      return globalValue(node.typeName, declared);
    case 'Identifier':
    case 'TSQualifiedName':
      return globalValue(node, declared);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'TSDeclareFunction':
    case 'TSEmptyBodyFunctionExpression':
    case 'TSMethodSignature':
    case 'TSFunctionType':
    case 'TSCallSignatureDeclaration':
      return { kind: 'function', node, source };
    case 'TSInterfaceDeclaration':
    case 'TSTypeLiteral':
    case 'TSConstructorType':
    case 'TSModuleDeclaration':
    case 'TSArrayType':
    case 'TSTupleType':
      return { kind: 'typed', types: [declared] };
    default:
      return undefined;
  }
}

/**
 * A type that the platform declares: `Request`, `Express.Request`. `Record` and others with elements keep their type,
 * which tells what they hold.
 */
function globalValue(name: Node, declared: Declared): Value | undefined {
  const names: string[] = [];
  let left = name;
  for (; left.type === 'TSQualifiedName'; left = left.left) names.unshift(left.right.name);
  if (left.type !== 'Identifier' || variableOf(left, declared.source) !== undefined) return undefined;
  if (names.length === 0 && /^(?:Record|Parameters|(?:Readonly)?Array)$/.test(left.name))
    return { kind: 'typed', types: [declared] };
  const given = HOLDERS.has(left.name) ? argumentsAt(declared) : undefined;
  const root: ExternalValue = {
    kind: 'external',
    module: 'global',
    steps: [left.name],
    ...(given !== undefined && { given }),
  };
  return [...names, INSTANCE].reduce(stepInto, root);
}

function argumentsAt({ node, source, ...scope }: Declared): readonly Argument[] | undefined {
  return node.type === 'TSTypeReference' ? argumentsOf(node.typeArguments, source, scope) : undefined;
}
