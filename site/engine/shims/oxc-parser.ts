import type { Language } from '../../../src/syntax/parse.ts';
import { parseTree } from '../parse-tree.ts';

interface Options {
  readonly lang: Language;
  readonly sourceType: 'commonjs' | 'unambiguous';
}

interface Failure {
  readonly severity: 'Error';
  readonly message: string;
  readonly labels: readonly { readonly start: number }[];
}

/** The part of oxc-parser's `parseSync` that the engine uses. */
export function parseSync(
  _path: string,
  text: string,
  { lang, sourceType }: Options,
): { program: unknown; errors: readonly Failure[] } {
  try {
    return { program: parseTree(text, lang, sourceType === 'commonjs'), errors: [] };
  } catch (error) {
    if (!(error instanceof SyntaxError) || !('pos' in error)) throw error;
    return {
      program: undefined,
      errors: [
        {
          severity: 'Error',
          message: error.message.replace(/ \(\d+:\d+\)$/, ''),
          labels: [{ start: Number(error.pos) }],
        },
      ],
    };
  }
}
