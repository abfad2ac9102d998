/** Fills a catalog label in; what is unknown is left out, with the blanks around it. */
export function fillLabel(template: string, words: Readonly<Record<string, string | undefined>>): string {
  return template
    .replace(/\{([^}]+)\}/g, (_, key: string) => words[key] ?? '')
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/(?=$)/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
