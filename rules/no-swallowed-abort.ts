import type { Rule } from 'eslint';
import type { SwallowedAbort } from '../src/tasks/swallowed-abort.ts';
import { evaluationFor } from '../src/findings/setup.ts';
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
          const [start] = swallowed.node.range;
          const edits = rethrow(swallowed, sourceCode.text);
          context.report({
            loc: {
              start: sourceCode.getLocFromIndex(start),
              end: sourceCode.getLocFromIndex(swallowed.node.body.range[0]),
            },
            messageId: 'swallowed',
            data: { signal: swallowed.signal },
            ...(edits !== undefined && {
              suggest: [
                {
                  messageId: 'rethrow',
                  fix: (fixer) => edits.map(({ at, text }) => fixer.insertTextAfterRange([0, at], text)),
                },
              ],
            }),
          });
        }
      },
    };
  },
};

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * `if (signal.aborted) throw error;` as the first thing that the catch does; undefined where its error has no name that
 * can be used.
 */
function rethrow({ node, signal }: SwallowedAbort, text: string): Insertion[] | undefined {
  if (node.body.type !== 'BlockStatement') return undefined;
  const parameter = node.type === 'CatchClause' ? node.param : node.params[0];
  if (parameter != null && parameter.type !== 'Identifier') return undefined;
  if (parameter == null && node.type !== 'CatchClause') return undefined;
  const [start] = node.body.range;
  const [first] = node.body.body;
  const indent = first === undefined ? undefined : /[\r\n]([^\S\r\n]*)$/.exec(text.slice(0, first.range[0]));
  const statement = `if (${signal}.aborted) throw ${parameter?.name ?? 'error'};`;
  return [
    ...(parameter == null ? [{ at: node.range[0] + 'catch'.length, text: ' (error)' }] : []),
    first !== undefined && indent?.[1] !== undefined
      ? { at: first.range[0], text: `${statement}${text.includes('\r\n') ? '\r\n' : '\n'}${indent[1]}` }
      : { at: start + 1, text: ` ${statement}` },
  ];
}
