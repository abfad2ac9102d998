import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from '../../syntax/scopes/scope.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import { FILLS } from '../../catalog/conventions.ts';
import { readsOf, variableOf, writesOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { close, open } from '../edit.ts';

/**
 * The read of an array that is filled in one place and used in one. Everything in it can be awaited there, and the work
 * runs at the same time as before. Undefined for anything else.
 */
export function readOfFilled({ form, site, use }: Finding, source: Source): TSESTree.Identifier | undefined {
  const fill = form === 'answered' ? methodCall(site) : undefined;
  const name = fill !== undefined && FILLS.has(fill.method) ? unwrap(fill.object) : undefined;
  const variable = name?.type === 'Identifier' ? variableOf(name, source) : undefined;
  if (name === undefined || variable === undefined || use?.type !== 'Identifier') return undefined;
  const [made] = writesOf(variable) ?? [];
  if (made?.type !== 'ArrayExpression' || variableOf(use, source) !== variable) return undefined;
  return othersThan([name, use], variable).every(isCounted) && isPromised(site, use) ? use : undefined;
}

function othersThan(known: readonly Node[], variable: Variable): Node[] {
  return readsOf(variable).filter((read) => !known.includes(read));
}

function isCounted(read: Node): boolean {
  const member = wrapped(read).parent;
  return (
    member?.type === 'MemberExpression' && member.property.type === 'Identifier' && member.property.name === 'length'
  );
}

/** Whether the array is filled with the promise itself, not with an object that holds it. */
function isPromised(site: Node, { parent }: TSESTree.Identifier): boolean {
  return (
    site.type === 'CallExpression' &&
    site.arguments.every(
      (argument) => argument.type !== 'SpreadElement' && unwrap(argument).type === 'CallExpression',
    ) &&
    parent.type !== 'MemberExpression'
  );
}

/** `ps` → `await Promise.all(ps)`, also in `{ ps }`. */
export function awaitAll(read: TSESTree.Identifier): Edit[] {
  const [start, end] = read.range;
  const { parent } = read;
  const key = parent.type === 'Property' && parent.shorthand ? `${read.name}: ` : '';
  return [open(start, `${key}await Promise.all(`), close(end, ')')];
}
