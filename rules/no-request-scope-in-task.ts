import type { TaskRuleOptions } from './tracker-option.ts';
import { evaluationFor } from '../src/findings/setup.ts';
import { capturedInTasks } from '../src/tasks/request-scope.ts';
import { createRule } from './create-rule.ts';
import { locationOf } from './report.ts';
import { sourceOf, workspace } from './source.ts';
import { trackerName, trackerOption } from './tracker-option.ts';

export const noRequestScopeInTask = createRule<
  TaskRuleOptions,
  'signal' | 'body' | 'response' | 'transaction' | 'client'
>({
  name: 'no-request-scope-in-task',
  meta: {
    type: 'problem',
    docs: { description: 'disallow tasks that use what ends with the request', recommended: true },
    schema: [trackerOption],
    defaultOptions: [{}],
    messages: {
      signal:
        '`{{name}}` is the signal of the request. It may be aborted once the request has been answered, and the ' +
        "task with it. Use the task's own signal.",
      body:
        'The body of `{{name}}` can only be read until the request has been answered, but the task continues after ' +
        'that. Read it before the task starts.',
      response:
        '`{{name}}` writes to a response that the handler sends without waiting for the task. Await the work before ' +
        'the response is sent, or store the result where the client can fetch it.',
      transaction:
        '`{{name}}` is valid only until the callback of its transaction returns, but the task continues after that. ' +
        'Await the work in the callback, or start the task after the transaction.',
      client:
        '`{{name}}` goes back to its pool while the task is still running: a query then fails, or runs in another ' +
        "request's session. Acquire a client inside the task.",
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
        for (const { kind, node, name } of capturedInTasks(source, tracker, evaluation))
          context.report({ loc: locationOf(sourceCode, node.range), messageId: kind, data: { name } });
      },
    };
  },
});
