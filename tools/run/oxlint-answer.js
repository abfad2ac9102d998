/** With this rule, tsgolint reports that TypeScript 7 rejects an option in a tsconfig.json. */
const REFUSED = 'tsconfig-error';

/**
 * Reads oxlint's diagnostics, except those without a rule, which come from its parser.
 *
 * @param {(filename: string) => string} pathOf - the path under which a file is reported
 * @returns {{ reports: import('./lint.js').Report[], fatal: string[] }} `fatal` has a line for each rejected option
 */
export function oxlintAnswer(diagnostics, pathOf) {
  const said = diagnostics
    .filter(({ code }) => code !== undefined)
    .map(({ code, filename, labels, message, help = '' }) => ({
      rule: code.replace(/.*\((.*)\)/, '$1'),
      path: pathOf(filename),
      line: labels[0]?.span.line,
      words: `${message}: ${help.split('\n', 1)[0]}`,
    }));
  return {
    reports: said.filter(({ rule }) => rule !== REFUSED).map(({ rule, path, line }) => ({ rule, path, line })),
    fatal: said
      .filter(({ rule }) => rule === REFUSED)
      .map(({ path, line, words }) => `${line === undefined ? path : `${path}:${line}`} ${words}`),
  };
}
