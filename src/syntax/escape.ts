/** An expression that has any of some patterns in it; undefined without one, as it would match everywhere. */
export function anyOf(patterns: readonly string[], around: (any: string) => string): RegExp | undefined {
  return patterns.length === 0 ? undefined : new RegExp(around(`(?:${patterns.join('|')})`));
}

/** An expression that matches what one of its parts does: one that is too long for a line. */
export function either(parts: readonly RegExp[], flags = ''): RegExp {
  return new RegExp(parts.map(({ source }) => source).join('|'), flags);
}

/** A text as a regular expression that matches it. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
