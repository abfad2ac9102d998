// Splits the patterns of the catalog's entries into the single names they stand for.

/**
 * @typedef {object} Alternative One path through a pattern, with one choice for each `a|b`.
 * @property {string} entry
 * @property {string} pattern
 * @property {string} module
 * @property {readonly string[]} steps Up to the first wildcard, which is the last step.
 * @property {boolean} typed Whether `new` means an instance of a type.
 */

/**
 * @param {(pattern: string) => { module: string, steps: readonly (ReadonlySet<string> | string)[] }} compile The
 *   catalog's own parser of patterns.
 * @returns {Alternative[]}
 */
export function alternativesOf(entry, { patternsOf, compilePattern }) {
  return patternsOf(entry).flatMap((pattern) => {
    const { module, steps } = compilePattern(pattern);
    const wildcard = steps.findIndex((step) => typeof step === 'string');
    const checked = wildcard === -1 ? steps : steps.slice(0, wildcard + 1);
    const typed = pattern.startsWith('typed ');
    return ways(checked).map((way) => ({ entry: entry.name, pattern, module, steps: way, typed }));
  });
}

function ways(steps) {
  return steps.reduce(
    (all, step) => all.flatMap((way) => [...(typeof step === 'string' ? [step] : step)].map((name) => [...way, name])),
    [[]],
  );
}

/** Steps as the catalog writes them: `new pg#Pool().query()`. */
export function written({ module, steps, typed }) {
  let text = '';
  const type = typed ? steps.indexOf('new') : -1;
  for (const [at, step] of steps.entries()) {
    if (at === type) continue;
    if (step === 'new') text += typed ? '.new' : '()';
    else if (step === '()' || step === '`…`' || text === '') text += step;
    else text += `.${step}`;
  }
  const word = steps.includes('new') ? (typed ? 'typed ' : 'new ') : '';
  return `${word}${module}#${text}`;
}
