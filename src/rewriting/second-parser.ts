import { createRequire } from 'node:module';

/** A word of a file's text, including comments, by its offsets in the text. */
export interface Token {
  readonly start: number;
  readonly end: number;
}

interface Parsed {
  readonly tokens?: readonly Token[];
}

interface Parser {
  parse(text: string): Parsed;
}

const require = createRequire(import.meta.url);

/**
 * The words of a text as jscodeshift's own parser (Babel) reads it: `ts`, `tsx` or `babel`, by the file's extension.
 *
 * @returns undefined if that parser rejects the text
 */
export function tokensOf(text: string, path: string): readonly Token[] | undefined {
  const name = /\.[cm]?ts$/.test(path) ? 'ts' : path.endsWith('.tsx') ? 'tsx' : 'babel';
  const parser = (require('jscodeshift/src/getParser.js') as (name: string) => Parser)(name);
  try {
    return parser.parse(text).tokens ?? [];
  } catch {
    return undefined;
  }
}
