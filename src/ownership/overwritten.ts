import type { Node, Source } from '../syntax/source.ts';
import { variableOf } from '../syntax/binding.ts';
import { contains } from '../syntax/position.ts';

/**
 * Whether the value that a declaration or assignment stores in a local variable is overwritten before anything can read
 * it: `let p = run(1); p = run(2); await p;`. Only later statements of the same block are examined.
 *
 * @param site - the declarator or assignment
 * @param name - the variable's name in it
 */
export function isOverwritten(site: Node, name: Node, source: Source): boolean {
  const variable = variableOf(name, source);
  const statement = site.parent;
  const block = statement?.parent;
  if (
    variable === undefined ||
    (statement?.type !== 'VariableDeclaration' && statement?.type !== 'ExpressionStatement') ||
    block?.type !== 'BlockStatement'
  )
    return false;
  const { references } = variable;
  // Nothing else is stored in it.
  if (!references.some((reference) => reference.isWrite() && !contains(site, reference.identifier))) return false;
  const own = references.find(({ identifier }) => contains(site, identifier))?.from.variableScope;
  // A closure may read it at any time.
  if (references.some(({ from }) => from.variableScope !== own)) return false;
  const mentions = (node: Node): boolean => references.some(({ identifier }) => contains(node, identifier));
  for (const next of block.body.slice(block.body.indexOf(statement) + 1)) {
    const written = firstOf(next);
    if (
      written.type === 'ExpressionStatement' &&
      written.expression.type === 'AssignmentExpression' &&
      written.expression.operator === '='
    ) {
      const { left, right } = written.expression;
      if (left.type === 'Identifier' && variableOf(left, source) === variable) return !mentions(right);
    }
    if (mentions(next)) return false;
  }
  return false;
}

/** The first statement that a block runs. */
function firstOf(statement: Node): Node {
  const [first] = statement.type === 'BlockStatement' ? statement.body : [];
  return first === undefined ? statement : firstOf(first);
}
