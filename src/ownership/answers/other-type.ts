import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Declared } from '../../values/types/index.ts';
import { ANSWERING_TYPES, RESPONDER_NAMES } from '../../catalog/conventions.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { typeBeside } from '../../syntax/members.ts';
import { extendedBy, typesOf } from '../../values/types/index.ts';
import { INSTANCE } from '../../values/value.ts';

/** `client: Client` in `start(req, client)`: neither the name nor the type is that of something that answers. */
export function isOfOtherType(target: Node, source: Source, evaluation: Evaluation): boolean {
  if (target.type !== 'Identifier' || RESPONDER_NAMES.test(target.name)) return false;
  const type = typeBeside(target);
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  if (ANSWERING_TYPES.test(type.typeName.name)) return false;
  const types = typesOf(type, source, evaluation);
  // Of a type that can't be read, nothing says that it is another one.
  return types.length > 0 && !types.some((declared) => leadsToAnswering(declared, evaluation));
}

/** `type Http = express.Response`, `interface Out extends express.Response {}`, in whatever file. */
function leadsToAnswering(declared: Declared, evaluation: Evaluation, seen = new Set<Node>()): boolean {
  const { node, external } = declared;
  if (external !== undefined) return isAnswering(external.steps.filter((step) => step !== INSTANCE).at(-1));
  if (seen.has(node)) return false;
  seen.add(node);
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'TSInterfaceDeclaration':
      return (
        isAnswering(node.id?.name) ||
        extendedBy(declared, evaluation).some((base) => leadsToAnswering(base, evaluation, seen))
      );
    case 'TSTypeReference':
      return isUnreadAlias(declared);
    case 'TSFunctionType':
    case 'TSIndexedAccessType':
    case 'TSConditionalType':
      return true;
    default:
      return false;
  }
}

/** `Built` of `type Built = Parameters<Handler>[1]`, which stands for itself since what it means can't be followed. */
function isUnreadAlias({ node, source }: Declared): boolean {
  const name = node.type === 'TSTypeReference' ? variableOf(node.typeName, source) : undefined;
  return name !== undefined && definitionOf(name)?.node.type === 'TSTypeAliasDeclaration';
}

function isAnswering(name: string | undefined): boolean {
  return name !== undefined && ANSWERING_TYPES.test(name);
}
