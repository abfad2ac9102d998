import type { Variable } from '../../syntax/scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Finding } from '../../findings/finding.ts';
import type { Node } from '../../syntax/source.ts';
import type { RewriteContext, Outcome } from '../context.ts';
import { definitionOf, readsOf, variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { open } from '../edit.ts';
import { enderBefore, endOf } from '../statement-end.ts';
import { indentAt, lineBreakAt } from '../style.ts';
import { removeHead, restOfLine } from '../trivia.ts';
import { continuedTask, continues, droppedTask } from './continued.ts';
import { droppedBy, isFollowedBy, isListed } from './dropped-read.ts';
import { spanOf } from './span.ts';
import { taskOf } from './task.ts';

const BY_HAND: Outcome = {
  code: 'unread-holder',
  reason: 'The promise is stored in something that is never read: pass it to fireTask, or await what holds it.',
};

/**
 * `const p = run(x);` → `fireTask(run(x), 'run');`. A binding that other code still names stays, and the task follows
 * it.
 */
export function unreadTask(finding: Finding, context: RewriteContext): Outcome {
  const { site } = finding;
  switch (site.type) {
    case 'VariableDeclarator':
      return declaredTask(finding, context, site);
    case 'AssignmentExpression':
      return assignedTask(finding, context, site);
    case 'CallExpression':
      return collectedTask(finding, context, site);
    default:
      return BY_HAND;
  }
}

/** What is known about the variable that holds the promise. */
interface Holder {
  readonly name: string;
  readonly variable: Variable | undefined;
  /** The reads by other code, which voids it, or chains onto it and drops the result. */
  readonly reads: readonly Node[];
}

function holderOf(target: TSESTree.Identifier, { source }: RewriteContext): Holder {
  const variable = variableOf(target, source);
  return { name: target.name, variable, reads: variable === undefined ? [] : readsOf(variable) };
}

function declaredTask(finding: Finding, context: RewriteContext, site: TSESTree.VariableDeclarator): Outcome {
  const { id, init, parent: declaration } = site;
  if (id.type !== 'Identifier' || init === null) return BY_HAND;
  const holder = holderOf(id, context);
  const isTyped = id.typeAnnotation != null;
  if (spanOf(finding, context).node !== init) {
    // It is part of an object or array. A variable that nothing reads can hold the task instead.
    return holder.reads.length === 0 && !isTyped ? inPlace(finding, context) : BY_HAND;
  }
  const isOnlyUse = holder.variable?.references.every(({ init: isInitial }) => isInitial === true) === true;
  if (isOnlyUse && !isTyped && declaration.declarations.length === 1 && isListed(declaration))
    return replacing(finding, context, declaration.range[0], init);
  return followed(finding, context, holder, declaration);
}

function assignedTask(finding: Finding, context: RewriteContext, site: TSESTree.AssignmentExpression): Outcome {
  const target = unwrap(site.left);
  const statement = wrapped(site).parent;
  if (statement?.type !== 'ExpressionStatement' || target.type !== 'Identifier' || site.operator !== '=')
    return BY_HAND;
  const holder = holderOf(target, context);
  if (holder.reads.length > 0)
    return spanOf(finding, context).node === site.right ? followed(finding, context, holder, statement) : BY_HAND;
  if (spanOf(finding, context).node === site.right) return replacing(finding, context, site.range[0], site.right);
  return isTyped(holder.variable) ? BY_HAND : inPlace(finding, context);
}

/**
 * `ps.push(run(x));` where nothing reads `ps`: it can hold the task instead, unless its type says that it holds
 * promises.
 */
function collectedTask(finding: Finding, context: RewriteContext, site: TSESTree.CallExpression): Outcome {
  const object = methodCall(site)?.object;
  const variable = object === undefined ? undefined : variableOf(unwrap(object), context.source);
  if (variable === undefined || isTyped(variable)) {
    return {
      code: 'unread-collection',
      reason:
        'The promises are collected and never read: await Promise.all of the collection, or call fireTask in ' +
        'place of adding to it.',
    };
  }
  return inPlace(finding, context);
}

/** Whether a variable, or its initial collection, is declared with a type. */
function isTyped(variable: Variable | undefined): boolean {
  const definition = variable === undefined ? undefined : definitionOf(variable);
  if (definition?.node.type !== 'VariableDeclarator') return true;
  const { id, init } = definition.node;
  if (id.typeAnnotation != null || init === null) return id.typeAnnotation != null;
  return init.type !== unwrap(init).type || (init.type === 'NewExpression' && init.typeArguments != null);
}

function inPlace(finding: Finding, context: RewriteContext): Outcome {
  return taskOf(finding, context, spanOf(finding, context));
}

/** Makes the value a task, and removes what precedes it from `start` on. */
function replacing(finding: Finding, context: RewriteContext, start: number, value: Node): Outcome {
  return taskOf(finding, context, spanOf(finding, context), {
    from: start,
    edits: removeHead(context.text, start, value),
  });
}

/**
 * The binding stays, because other code names it. The next statement hands it over if that is what drops it; else a new
 * statement does.
 */
function followed(
  finding: Finding,
  context: RewriteContext,
  { name, variable, reads }: Holder,
  statement: Node,
): Outcome {
  const [read, ...others] = reads;
  const dropped = read === undefined || others.length > 0 ? undefined : droppedBy(read);
  if (dropped !== undefined && isFollowedBy(statement, dropped.statement)) {
    return droppedTask(finding, context, dropped, spanOf(finding, context).isArray);
  }
  const continued = reads.flatMap((each) => {
    const use = droppedBy(each);
    return use !== undefined && continues(each) ? [use] : [];
  });
  const itself = (): Outcome => followedByStatement(finding, context, name, statement);
  return continued.length === 0 ? itself() : continuedTask(finding, context, statement, variable, continued, itself);
}

function followedByStatement(finding: Finding, context: RewriteContext, name: string, statement: Node): Outcome {
  const { text, style, calleeAt, taskName } = context;
  if (!isListed(statement)) return BY_HAND;
  const callee = calleeAt(statement);
  const held = spanOf(finding, context).isArray ? `Promise.all(${name})` : name;
  const call = `${callee}(${held}, ${taskName(finding)})`;
  const [start] = statement.range;
  const end = endOf(statement, text);
  const lineEnd = restOfLine(text, end);
  if (lineEnd === undefined) return { callee, edits: [open(end, `${text[end - 1] === ';' ? '' : ';'} ${call};`)] };
  return {
    callee,
    edits: [
      open(lineEnd, `${lineBreakAt(text, start)}${indentAt(text, start)}${call}${enderBefore(text, lineEnd, style)}`),
    ],
  };
}
