import type { TSESTree } from '@typescript-eslint/types';
import type { Finding } from '../../findings/finding.ts';
import type { Node } from '../../syntax/source.ts';
import type { Ground, Outcome } from '../ground.ts';
import { variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { open, replace } from '../edit.ts';
import { indentAt, lineBreakAt } from '../style.ts';
import { restOfLine } from '../trivia.ts';

const BY_HAND: Outcome = { code: 'unread-holder', reason: 'The promise is put into something that nothing reads: hand it to fireTask by hand, or await what holds it.' };

/** `const p = run(x);` → `fireTask(run(x), 'run');`; a binding that other code still names stays, and the task follows it. */
export function unreadTask(finding: Finding, ground: Ground): Outcome {
  const { site } = finding;
  switch (site.type) {
    case 'VariableDeclarator':
      return site.init !== null && unwrap(site.init) === unwrap(finding.node) ? declaredTask(finding, ground, site) : BY_HAND;
    case 'AssignmentExpression':
      return assignedTask(finding, ground, site);
    case 'CallExpression':
      return collectedTask(finding, ground, site);
    default:
      return BY_HAND;
  }
}

function declaredTask(finding: Finding, ground: Ground, site: TSESTree.VariableDeclarator): Outcome {
  const declaration = site.parent;
  const isStatement = declaration.parent.type === 'BlockStatement' || declaration.parent.type === 'Program';
  if (!isStatement || site.id.type !== 'Identifier') return BY_HAND;
  const isAlone = declaration.declarations.length === 1 && site.id.typeAnnotation === undefined;
  if (isAlone && !isNamedElsewhere(site.id, ground)) return replaced(finding, ground, declaration.range[0], finding.node.range[1]);
  return followed(finding, ground, site.id.name, declaration);
}

function assignedTask(finding: Finding, ground: Ground, site: TSESTree.AssignmentExpression): Outcome {
  const target = unwrap(site.left);
  const statement = wrapped(site).parent;
  if (statement?.type !== 'ExpressionStatement' || target.type !== 'Identifier' || site.operator !== '=') return BY_HAND;
  return isNamedElsewhere(target, ground) ? followed(finding, ground, target.name, statement) : replaced(finding, ground, site.range[0], site.range[1]);
}

/** Whether the binding is read somewhere: voided, or chained and dropped. */
function isNamedElsewhere(name: Node, { source }: Ground): boolean {
  return variableOf(name, source)?.references.some((reference) => reference.isRead()) === true;
}

/** `ps.push(run(x));` where nothing reads `ps`. */
function collectedTask(finding: Finding, ground: Ground, site: TSESTree.CallExpression): Outcome {
  const isStatement = wrapped(site).parent?.type === 'ExpressionStatement';
  if (methodCall(site)?.method === 'set' || site.arguments.length !== 1 || !isStatement) return BY_HAND;
  return replaced(finding, ground, site.range[0], site.range[1]);
}

/** What stands around the launch from `start` to `end` goes away; the task takes its place. */
function replaced(finding: Finding, { text, tracker, taskName }: Ground, start: number, end: number): Outcome {
  const { node } = finding;
  if (/\/[/*]/.test(text.slice(start, node.range[0]) + text.slice(node.range[1], end))) {
    return { code: 'comment-in-the-way', reason: 'A comment stands between the variable and the call: write the task by hand.' };
  }
  // The value may stand in parentheses, whose partners go with what is before and after it.
  const after = /^\s*\)+/.exec(text.slice(node.range[1]))?.[0];
  const opened = text.slice(start, node.range[0]).split('(').length - 1;
  if (after !== undefined && opened > 0 && end === node.range[1]) return BY_HAND;
  return {
    tracked: true,
    edits: [replace(start, node.range[0], `${tracker.callee}(`), replaceOrInsert(node.range[1], end, `, ${taskName(finding)})`)],
  };
}

function replaceOrInsert(start: number, end: number, text: string): ReturnType<typeof replace> {
  return start === end ? { start, end, text, closes: true } : replace(start, end, text);
}

/** The binding stays, as other code names it; a statement on the next line makes it a task. */
function followed(finding: Finding, { text, style, tracker, taskName }: Ground, name: string, statement: Node): Outcome {
  const end = restOfLine(text, statement.range[1]);
  if (end === undefined) return { code: 'shared-line', reason: 'Another statement stands on the same line: put it on a line of its own, then run this again.' };
  const line = `${lineBreakAt(text, statement.range[0])}${indentAt(text, statement.range[0])}${tracker.callee}(${name}, ${taskName(finding)})${style.semicolon}`;
  return { tracked: true, edits: [open(end, line)] };
}
