import type { Workspace } from './workspace.ts';
import { perWorkspace } from './workspace.ts';

/** Remembers a result about the texts of all files in a package while none of them changes. */
export function perListing<Answer>(
  read: (root: string, files: ReadonlySet<string>, workspace: Workspace) => Answer,
): (root: string, workspace: Workspace) => Answer {
  const answersOf = perWorkspace(
    () => new WeakMap<ReadonlySet<string>, { readonly generation: number; readonly answer: Answer }>(),
  );
  return (root, workspace) => {
    const answers = answersOf(workspace);
    const files = workspace.listings.filesOf(root);
    const before = answers.get(files);
    if (before?.generation === workspace.changes.generation) return before.answer;
    const answer = read(root, files, workspace);
    // Reading the files may have started a new generation.
    answers.set(files, { generation: workspace.changes.generation, answer });
    return answer;
  };
}
