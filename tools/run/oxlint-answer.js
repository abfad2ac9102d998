/** By this rule tsgolint says that TypeScript 7 does not take an option of a tsconfig.json. */
const REFUSED = 'tsconfig-error';

/**
 * What oxlint's diagnostics say, apart from those without a rule, which are its parser's.
 *
 * @param {(filename: string) => string} pathOf - the path that a file is reported by
 * @returns {{ reports: import('./lint.js').Report[], fatal: string[] }} `fatal` has a line for each refused option
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
