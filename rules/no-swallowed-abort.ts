import type { TaskRuleOptions } from './tracker-option.ts';
import type { Node } from '../src/syntax/source.ts';
import { evaluationFor } from '../src/findings/setup.ts';
import { rethrowIn } from '../src/rewriting/rethrow.ts';
import { isFunction } from '../src/syntax/function.ts';
import { swallowedAborts } from '../src/tasks/swallowed-abort.ts';
import { createRule } from './create-rule.ts';
import { fixOf, locationOf } from './report.ts';
import { sourceOf, workspace } from './source.ts';
import { trackerName, trackerOption } from './tracker-option.ts';

export const noSwallowedAbort = createRule<TaskRuleOptions, 'swallowed' | 'rethrow'>({
  name: 'no-swallowed-abort',
  meta: {
    type: 'problem',
    docs: { description: 'disallow catches in tasks that end the cancellation', recommended: true },
    hasSuggestions: true,
    schema: [trackerOption],
    defaultOptions: [{}],
    messages: {
      swallowed:
        '{{what}} ends the cancellation of the task: it neither rethrows nor checks `{{signal}}.aborted`, ' +
        'so the drain cannot tell that the work was cut off. Clean up, then rethrow.',
      rethrow: 'Rethrow when the task was aborted.',
    },
  },
  create(context, options) {
    return {
      'Program:exit'() {
        const { sourceCode } = context;
        const tracker = trackerName(options);
        if (!sourceCode.text.includes(tracker)) return;
        const source = sourceOf(sourceCode, context.physicalFilename);
        const evaluation = evaluationFor(workspace(), context.settings['fire-task']);
        for (const swallowed of swallowedAborts(source, tracker, evaluation)) {
          const { node, signal } = swallowed;
          const edits = rethrowIn(swallowed, sourceCode.text);
          context.report({
            loc: locationOf(sourceCode, headOf(node)),
            messageId: 'swallowed',
            data: { signal, what: WHAT[node.type] ?? 'This catch' },
            suggest: edits === undefined ? null : [{ messageId: 'rethrow', fix: fixOf(edits) }],
          });
        }
      },
    };
  },
});

const WHAT: Partial<Record<Node['type'], string>> = {
  ReturnStatement: 'This return',
  CallExpression: '`allSettled`',
};

/** What comes before the body, if there is one. */
function headOf(node: Node): Node['range'] {
  return node.type === 'CatchClause' || isFunction(node) ? [node.range[0], node.body.range[0]] : node.range;
}
