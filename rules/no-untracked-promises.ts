import type { JSONSchema } from '@typescript-eslint/utils';
import type { UserOptions } from '../src/findings/options.ts';
import type { MessageId } from '../src/findings/wording.ts';
import type { SuggestionId } from './suggest.ts';
import { findUntracked } from '../src/findings/find-untracked.ts';
import { optionsSchema } from '../src/findings/schema.ts';
import { setUp } from '../src/findings/setup.ts';
import { MESSAGES, messageIdOf, wordsOf } from '../src/findings/wording.ts';
import { createRule } from './create-rule.ts';
import { locationOf } from './report.ts';
import { sourceOf, workspace } from './source.ts';
import { SUGGESTIONS, suggesterFor } from './suggest.ts';

export const noUntrackedPromises = createRule<[UserOptions], MessageId | SuggestionId>({
  name: 'no-untracked-promises',
  meta: {
    type: 'problem',
    docs: { description: 'disallow promises that outlive the request that started them', recommended: true },
    hasSuggestions: true,
    // Read-only, because the options' types are derived from it; typescript-eslint's type requires mutable arrays.
    schema: [optionsSchema as unknown as JSONSchema.JSONSchema4],
    defaultOptions: [{}],
    messages: { ...MESSAGES, ...SUGGESTIONS },
  },
  create(context) {
    return {
      'Program:exit'() {
        const { sourceCode } = context;
        const source = sourceOf(sourceCode, context.physicalFilename);
        const setup = setUp(workspace(), context.options[0], context.settings['fire-task']);
        const { options, evaluation } = setup;
        if (options.typed && source.types === undefined) throw new Error(untypedSentence(context.filename));
        const findings = findUntracked(source, options, evaluation);
        if (findings.length === 0) return;
        const suggest = suggesterFor(source, setup);
        for (const finding of findings)
          context.report({
            loc: locationOf(sourceCode, finding.node.range),
            messageId: messageIdOf(finding),
            data: wordsOf(finding, options.tracker.name),
            suggest: suggest(finding),
          });
      },
    };
  },
});

function untypedSentence(file: string): string {
  return (
    `The option typed needs type information, but the parser of ${file} provides none: use ` +
    '@typescript-eslint/parser with languageOptions.parserOptions.projectService, or remove the option.'
  );
}
