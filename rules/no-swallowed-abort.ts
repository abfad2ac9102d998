import type { Rule } from 'eslint';
import { evaluationFor } from '../src/findings/setup.ts';
import { rethrow } from '../src/rewriting/rethrow.ts';
import { swallowedAborts } from '../src/tasks/swallowed-abort.ts';
import { sourceOf, workspace } from './source.ts';
import { docsUrl, trackerName, trackerOption } from './tracker-option.ts';

export const noSwallowedAbort: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow catches in tasks that end the cancellation',
      recommended: true,
      url: docsUrl('no-swallowed-abort'),
    },
    hasSuggestions: true,
    schema: [trackerOption],
    defaultOptions: [{}],
    messages: {
      swallowed:
        'This catch ends the cancellation of the task: it neither throws on nor looks at `{{signal}}.aborted`, and the drain cannot tell that the work was cut off. Clean up, and throw on.',
      rethrow: 'Throw on when the task was aborted.',
    },
  },
  create(context) {
    return {
      'Program:exit'() {
        const { sourceCode } = context;
        const tracker = trackerName(context.options);
        if (!sourceCode.text.includes(tracker)) return;
        const source = sourceOf(sourceCode, context.physicalFilename);
        const evaluation = evaluationFor(workspace(), context.settings['fire-task']);
        for (const swallowed of swallowedAborts(source, tracker, evaluation)) {
          const [from] = swallowed.node.range;
          const edits = rethrow(swallowed, sourceCode.text);
          context.report({
            loc: {
              start: sourceCode.getLocFromIndex(from),
              end: sourceCode.getLocFromIndex(swallowed.node.body.range[0]),
            },
            messageId: 'swallowed',
            data: { signal: swallowed.signal },
            ...(edits !== undefined && {
              suggest: [
                {
                  messageId: 'rethrow',
                  fix: (fixer) => edits.map(({ start, text }) => fixer.insertTextAfterRange([0, start], text)),
                },
              ],
            }),
          });
        }
      },
    };
  },
};
