/** The visitor's project has no .gitignore. */
export function ignore(): { add: () => { ignores: () => boolean } } {
  return { add: () => ({ ignores: () => false }) };
}
