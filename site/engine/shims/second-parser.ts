// jscodeshift's parsers are Babel's with options of its own; its list of parsers names one more, which no file of ours
// asks for and which is large.
import babel from 'jscodeshift/parser/babel5Compat.js';
import ts from 'jscodeshift/parser/ts.js';
import tsx from 'jscodeshift/parser/tsx.js';

const PARSERS = { babel, ts, tsx } as const;

export function getParser(name: keyof typeof PARSERS): unknown {
  return PARSERS[name]();
}
