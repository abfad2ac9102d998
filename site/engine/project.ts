/** The visitor's project: files by path in the package, and the dependencies in its package.json. */
export interface Project {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The text of a project's package.json. */
export function manifestOf({ dependencies }: Project): string {
  return JSON.stringify({ name: 'playground', type: 'module', dependencies });
}
