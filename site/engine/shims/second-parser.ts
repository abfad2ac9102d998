// jscodeshift's parsers are Babel's with special options. Its list of parsers includes another large one that we never
// use.
import babel from 'jscodeshift/parser/babel5Compat.js';
import ts from 'jscodeshift/parser/ts.js';
import tsx from 'jscodeshift/parser/tsx.js';

const PARSERS = { babel, ts, tsx } as const;

export function getParser(name: keyof typeof PARSERS): unknown {
  return PARSERS[name]();
}
