/** Fills a catalog label in; what is unknown is left out, with the blanks around it. */
export function fillLabel(template: string, words: Readonly<Record<string, string | undefined>>): string {
  return template
    .replace(/\{([^{}]+)\}/g, (_, key: string) => words[key] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A route of several parts, each of which may come with slashes or without: `/users/:id`. */
export function joinPath(...parts: readonly (string | undefined)[]): string {
  return `/${parts
    .flatMap((part) => (part ?? '').split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
