/**
 * A regular expression that contains any of several patterns; undefined without any, because it would match everywhere.
 */
export function anyOf(patterns: readonly string[], around: (any: string) => string): RegExp | undefined {
  return patterns.length === 0 ? undefined : new RegExp(around(`(?:${patterns.join('|')})`));
}

/** Joins the alternatives of a regular expression that is too long for one line. */
export function either(parts: readonly RegExp[], flags = ''): RegExp {
  return new RegExp(parts.map(({ source }) => source).join('|'), flags);
}

/** Escapes a text, so that a regular expression matches it literally. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
