import { either } from '../../syntax/escape.ts';
import { perSource } from '../../syntax/per-source.ts';

/** Nobody writes longer lines by hand. */
const LONGEST = 2_000;
/** What TypeScript writes at the top of CommonJS, and what compilers and bundlers write at the end of a file. */
const COMPILED = either(
  [
    /^(?:var|const) __\w+ = \(this && this\.__\w+\)/,
    /^Object\.defineProperty\(exports, ["']__esModule["']/,
    /^\/\/# sourceMappingURL=/,
  ],
  'm',
);
/** How a copy names its origin: `// Source: https://github.com/acme/queue`. */
const ORIGIN = /\bsource:\s*https?:\/\//i;

/** Why a file is the wrong place for an edit: it is generated, or a copy. Undefined if it is written here. */
export const whyWrittenElsewhere = perSource(({ ast, text }): string | undefined => {
  if (COMPILED.test(text) || text.split('\n').some(({ length }) => length > LONGEST))
    return 'This file is generated from other files, so the next run would overwrite the change: change those instead.';
  const first = ast.body.find((statement) => !('directive' in statement));
  const head = first === undefined ? '' : text.slice(0, first.range[0]);
  return ORIGIN.test(head)
    ? 'The header says that this file is copied from elsewhere: the next copy would overwrite the change.'
    : undefined;
});
