import type { Workspace } from './workspace.ts';

const RELATIVE = /(?:from|import|import\(|require\()\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/** The files that a file's relative imports resolve to, judged by its text. */
export function relativeImportsOf(path: string, workspace: Workspace): string[] {
  const text = workspace.files.textAt(path) ?? '';
  return [...text.matchAll(RELATIVE)].flatMap(([, specifier = '']) => {
    const resolved = workspace.resolverFor({ described: new Set() }).resolve(specifier, path);
    return resolved !== undefined && 'file' in resolved ? [resolved.file] : [];
  });
}
