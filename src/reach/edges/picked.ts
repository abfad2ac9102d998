import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Value } from '../../values/value.ts';
import { exportsOf } from '../../project/exports.ts';
import { keyName } from '../../syntax/literal.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { addedNames } from '../../values/added.ts';
import { checkedNames } from './checked-names.ts';
import { selectedNames } from './selected-names.ts';

/** A module with more exports than this isn't a table: an unknown key says too little about what is selected. */
const MOST = 60;

/**
 * The members that a computed key may select from a value that isn't written as a table: `api[name]` for a module, or
 * an object to which members are added; for any value, `posts[deleted ? 'restore' : 'remove']`, and `this[name]` if the
 * code looks for the name in a list, or takes it out of a table of names.
 */
export function pickedMembers(holder: Value, key: Node, source: Source, evaluation: Evaluation): Value[] {
  return namesIn(holder, unwrap(key), source, evaluation).flatMap((name) => {
    const member = evaluation.member(holder, name);
    return member === undefined ? [] : [member];
  });
}

function namesIn(holder: Value, key: Node, source: Source, evaluation: Evaluation): readonly string[] {
  const said = keysSaid(key) ?? checkedNames(key, source, evaluation) ?? selectedNames(key, source, evaluation);
  if (said !== undefined) return said;
  const names = namesOf(holder);
  const fits = key.type === 'TemplateLiteral' ? names.filter((name) => fitsTemplate(name, key)) : names;
  return fits.length > MOST ? [] : fits;
}

/** `'restore'` and `'remove'` for `deleted ? 'restore' : 'remove'`. */
function keysSaid(key: Node): readonly string[] | undefined {
  if (key.type !== 'ConditionalExpression') return undefined;
  const keys = [key.consequent, key.alternate].map((part) => keyName(unwrap(part), true));
  return keys.every((name) => name !== undefined) ? keys : undefined;
}

/** `onSaved` fits `` `on${event}` `` */
function fitsTemplate(name: string, { quasis }: TSESTree.TemplateLiteral): boolean {
  const texts = quasis.map(({ value }) => value.cooked);
  return name.startsWith(texts[0] ?? '') && name.endsWith(texts.at(-1) ?? '');
}

function namesOf(holder: Value): readonly string[] {
  switch (holder.kind) {
    case 'namespace':
      return [...exportsOf(holder.source).names.keys()].filter((name) => name !== 'default');
    case 'object':
    case 'function':
      return addedNames(holder.node, holder.source);
    default:
      return [];
  }
}
