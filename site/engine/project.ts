/** What the visitor has written: files by their path in the package, and what its package.json depends on. */
export interface Project {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The package.json of a project, as text. */
export function manifestOf({ dependencies }: Project): string {
  return JSON.stringify({ name: 'playground', type: 'module', dependencies });
}
