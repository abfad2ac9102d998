/** Fills in a catalog label. Unknown words are left out, together with the extra spaces. */
export function fillLabel(template: string, words: Readonly<Record<string, string | undefined>>): string {
  return template
    .replace(/\{([^{}]+)\}/g, (_, key: string) => words[key] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Joins the parts of a route, with or without slashes: `/users/:id`. */
export function joinPath(...parts: readonly (string | undefined)[]): string {
  return `/${parts
    .flatMap((part) => (part ?? '').split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
