import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import { readsOf, variableOf } from '../../syntax/binding.ts';
import { methodTaking } from '../../syntax/call.ts';
import { keyName } from '../../syntax/literal.ts';
import { unwrap } from '../../syntax/unwrap.ts';

/** Methods that tell whether a collection contains their argument. */
const CHECKS: ReadonlySet<string> = new Set(['includes', 'indexOf', 'has']);

/**
 * The names that a key may be, because the code looks for it in a list of names: `['open', 'shut']` for
 * `if (COMMANDS.includes(key)) await this[key]()`. Undefined if it looks for it nowhere.
 */
export function checkedNames(key: Node, source: Source, evaluation: Evaluation): readonly string[] | undefined {
  const variable = key.type === 'Identifier' ? variableOf(key, source) : undefined;
  for (const read of variable === undefined ? [] : readsOf(variable)) {
    const check = methodTaking(read);
    if (check === undefined || !CHECKS.has(check.method)) continue;
    const place = evaluation.follow(check.object, source);
    const names = place === undefined ? undefined : namesListed(place.node);
    if (names !== undefined) return names;
  }
  return undefined;
}

/** The texts in a list, also in one that a call or a constructor is given: `new Set(['open'])`, `namesOf(['open'])`. */
function namesListed(list: Node): readonly string[] | undefined {
  const node = unwrap(list);
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const [given, ...others] = node.arguments;
    return given === undefined || others.length > 0 || unwrap(given).type !== 'ArrayExpression'
      ? undefined
      : namesListed(given);
  }
  if (node.type !== 'ArrayExpression') return undefined;
  const names = node.elements.map((element) => (element === null ? undefined : keyName(unwrap(element), true)));
  return names.every((name) => name !== undefined) ? names : undefined;
}
