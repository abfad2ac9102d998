// The patterns of the catalog's entries, taken apart into the single names that they stand for.

/**
 * @typedef {object} Alternative One way through a pattern: each `a|b` decided.
 * @property {string} entry
 * @property {string} pattern
 * @property {string} module
 * @property {readonly string[]} steps Up to the first wildcard, which is the last step.
 * @property {boolean} typed Whether `new` means an instance of a type.
 */

/** Every pattern of an entry, of all its facets; types as `typed`. */
export function patternsOf(entry) {
  const typed = [
    ...(entry.types?.handlers ?? []),
    ...(entry.types?.parameters ?? []),
    ...(entry.plugins?.types ?? []),
    ...(entry.objects ?? []).flatMap(({ types }) => types ?? []),
    ...(entry.thenables ?? []),
    ...(entry.lazyTypes ?? []),
  ];
  const written = [
    ...Object.values(entry.receivers ?? {}).flatMap(({ values }) => values ?? []),
    ...(entry.registrations ?? []).flatMap(({ calls }) => calls ?? []),
    ...(entry.decorators ?? []).flatMap(({ names, on }) => (on === undefined ? names : [...names, on])),
    ...(entry.classes ?? []).flatMap((form) => [...(form.implements ?? []), ...(form.extends ?? []), ...(form.decorated ?? [])]),
    ...[...(entry.sinks ?? []), ...(entry.drops ?? [])].flatMap(({ values }) => values ?? []),
    ...['launches', 'lazy', 'enqueues', 'lookalikes'].flatMap((facet) => entry[facet] ?? []),
  ];
  return [...new Set([...written, ...typed.map((pattern) => `typed ${pattern}`)])];
}

/**
 * @param {(pattern: string) => { module: string, steps: readonly (ReadonlySet<string> | string)[] }} compile The catalog's own reading of patterns.
 * @returns {Alternative[]}
 */
export function alternativesOf(entry, compile) {
  return patternsOf(entry).flatMap((pattern) => {
    const { module, steps } = compile(pattern);
    const wildcard = steps.findIndex((step) => typeof step === 'string');
    const checked = wildcard === -1 ? steps : steps.slice(0, wildcard + 1);
    return ways(checked).map((way) => ({ entry: entry.name, pattern, module, steps: way, typed: pattern.startsWith('typed ') }));
  });
}

function ways(steps) {
  return steps.reduce((all, step) => all.flatMap((way) => [...(typeof step === 'string' ? [step] : step)].map((name) => [...way, name])), [[]]);
}

/** Steps as the catalog writes them: `new pg#Pool().query()`. */
export function written({ module, steps, typed }) {
  let text = '';
  for (const step of steps) {
    if (step === 'new') text += typed ? '' : '()';
    else if (step === '()' || step === '`…`' || text === '') text += step;
    else text += `.${step}`;
  }
  const word = steps.includes('new') ? (typed ? 'typed ' : 'new ') : '';
  return `${word}${module}#${text}`;
}
