import type { Rule } from 'eslint';
import { evaluationFor } from '../src/findings/setup.ts';
import { capturedInTasks } from '../src/tasks/request-scope.ts';
import { sourceOf, workspace } from './source.ts';
import { docsUrl, trackerName, trackerOption } from './tracker-option.ts';

export const noRequestScopeInTask: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow tasks that use what ends with the request',
      recommended: true,
      url: docsUrl('no-request-scope-in-task'),
    },
    schema: [trackerOption],
    defaultOptions: [{}],
    messages: {
      signal:
        '`{{name}}` is the signal of the request, which may be aborted when it has been answered, and the task with it. Use the signal that the task is given.',
      transaction:
        '`{{name}}` is good until the callback of its transaction has returned; the task goes on after that. Await the work in the callback, or start the task after the transaction.',
      client:
        "`{{name}}` goes back to its pool while the task goes on: a query then fails, or runs in another request's session. Take a client inside the task.",
    },
  },
  create(context) {
    return {
      'Program:exit'() {
        const { sourceCode } = context;
        const tracker = trackerName(context.options);
        if (!sourceCode.text.includes(tracker)) return;
        const source = sourceOf(sourceCode, context.physicalFilename);
        for (const { kind, node, name } of capturedInTasks(
          source,
          tracker,
          evaluationFor(workspace(), context.settings['fire-task']),
        )) {
          const [start, end] = node.range;
          context.report({
            loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
            messageId: kind,
            data: { name },
          });
        }
      },
    };
  },
};
