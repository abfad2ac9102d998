import type { Entry } from '../catalog/entry.ts';
import type { Role, Shape } from '../catalog/roles.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { ROLES, SHAPES } from '../catalog/roles.ts';
import { variableOf } from '../syntax/binding.ts';
import { propertyName } from '../syntax/call.ts';
import { isInvokedInPlace, nameOf, parameterNames, parameterTarget } from '../syntax/function.ts';
import { typeBeside } from '../syntax/members.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';

/**
 * The entry that identifies a function as a handler by the roles of its parameters; undefined without one. If the
 * package uses a framework with such handlers, it is the framework's entry. In any other package that serves requests,
 * it is one that only knows how the request is answered.
 *
 * @param mayServe - whether the file may have handlers that belong to no framework in the catalog
 */
export function entryByShape(
  node: FunctionNode,
  source: Source,
  evaluation: Evaluation,
  mayServe: boolean,
): Entry | undefined {
  if (node.params.length === 0 || node.params.length > 4 || isInvokedInPlace(node)) return undefined;
  const names = parameterNames(node).map((name) => name?.replace(/^_(?=.)/, ''));
  if (names.length > 1 && (mayServe || isReachable(node))) {
    const entry = frameworkOf(names, source, evaluation);
    if (entry !== undefined) return entry;
  }
  if (!mayServe) return undefined;
  const shape = SHAPES.find(
    ({ roles, uses }) =>
      fits(roles, names) && (uses === undefined || (isReachable(node) && isUsed(node, uses, source))),
  );
  return shape !== undefined && !isTypedOtherwise(node, shape, source, evaluation) ? shape.entry : undefined;
}

/** The first framework that the package uses and whose handlers have such parameters. */
function frameworkOf(
  names: readonly (string | undefined)[],
  source: Source,
  evaluation: Evaluation,
): Entry | undefined {
  return evaluation.catalog.entries.find(
    (entry) =>
      entry.shapes?.some((shape) => fits(shape, names)) === true &&
      evaluation.workspace.packages.dependsOn(source.path, entry.packages),
  );
}

/** Whether parameter names match a shape, by role or by exact name. */
function fits(shape: readonly string[], names: readonly (string | undefined)[]): boolean {
  return (
    shape.length === names.length &&
    shape.every((wanted, index) => {
      const name = names[index] ?? '';
      return wanted === name || (isRole(wanted) && (ROLES[wanted] as readonly string[]).includes(name));
    })
  );
}

function isRole(word: string): word is Role {
  return Object.hasOwn(ROLES, word);
}

/** Whether a parameter's type contradicts the shape: `response: Response` comes from `fetch`. */
function isTypedOtherwise(node: FunctionNode, { roles }: Shape, source: Source, evaluation: Evaluation): boolean {
  return node.params.some((parameter, index) => {
    const target = parameterTarget(parameter);
    const written = target.type === 'Identifier' ? typeBeside(target) : undefined;
    switch (written?.type) {
      case undefined:
      case 'TSAnyKeyword':
      case 'TSUnknownKeyword':
      case 'TSObjectKeyword':
        return false;
      case 'TSStringKeyword':
      case 'TSNumberKeyword':
      case 'TSBooleanKeyword':
      case 'TSArrayType':
        return true;
      case 'TSFunctionType':
        return roles[index] !== 'next';
      default: {
        const type = evaluation.annotation(target, source);
        if (type?.kind === 'external') return type.module === 'global' && PLATFORM.test(type.steps[0] ?? '');
        return type?.kind === 'instance' && roles[index] === 'event';
      }
    }
  });
}

/** Types of the platform, which are no framework's response, context or event. */
const PLATFORM = /^(?:Response|\w*Event|\w*Context(?:2D)?|Headers|Promise|Map|Set|Buffer)$/;

/**
 * Whether a function uses one of the given members of its first parameter: `body` read, `json()` called, `body=`
 * assigned.
 */
function isUsed(node: FunctionNode, uses: ReadonlySet<string>, source: Source): boolean {
  const [parameter] = node.params;
  const target = parameter === undefined ? undefined : parameterTarget(parameter);
  const variable = target === undefined ? undefined : variableOf(target, source);
  return variable?.references.some(({ identifier }) => uses.has(useOf(identifier) ?? '')) === true;
}

/** How a member of a name is used: `json()`, `body=`, `req.`; the bare name if it is only read. */
function useOf(identifier: Node): string | undefined {
  const outer = wrapped(identifier);
  const member = outer.parent;
  if (member?.type !== 'MemberExpression' || member.object !== outer) return undefined;
  const name = propertyName(member);
  if (name === undefined) return undefined;
  const around = wrapped(member);
  const { parent } = around;
  if (parent?.type === 'CallExpression' && parent.callee === around) return `${name}()`;
  if (parent?.type === 'AssignmentExpression' && unwrap(parent.left) === member) return `${name}=`;
  if (parent?.type === 'MemberExpression' && parent.object === around)
    return USED_THROUGH.has(name) ? `${name}.` : name;
  return name;
}

/** Members that identify a parameter if something is read from them. */
const USED_THROUGH: ReadonlySet<string> = new Set(['req', 'request', 'node']);

/** Whether other code can reach a function by a name, or another function returns it. */
function isReachable(node: FunctionNode): boolean {
  const outer = wrapped(node);
  switch (outer.parent?.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'VariableDeclarator':
    case 'AssignmentExpression':
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
    case 'ReturnStatement':
      return true;
    case 'ArrowFunctionExpression':
      return outer.parent.body === outer;
    // `module.exports = catchAsync(async (req, res) => …)`
    case 'CallExpression':
      return nameOf(outer.parent) !== undefined;
    default:
      return node.type === 'FunctionDeclaration' && node.parent.type === 'Program';
  }
}
