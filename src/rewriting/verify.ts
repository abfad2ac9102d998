import type { Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';

/** Checks a planned text before anybody sees it: it parses, and what no edit names is in it unchanged. Undefined when all holds, else a sentence. */
export function verifyOutput(source: Source, output: string, edits: readonly Edit[]): string | undefined {
  const parsed = parse(source.path, output);
  if (isParseFailure(parsed)) return `The rewritten file would not parse (line ${parsed.line}: ${parsed.message}): rewrite it by hand, and please report it.`;
  const inserted = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return output.length === source.text.length + inserted ? undefined : 'The rewritten file would lose text: rewrite it by hand, and please report it.';
}
