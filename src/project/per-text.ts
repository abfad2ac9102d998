import type { Workspace } from './workspace.ts';
import { perWorkspace } from './workspace.ts';

/** Answers about the texts of files by path, each valid while the text stays the same. */
export class TextAnswers<Answer> {
  readonly #known = new Map<string, { readonly text: string; readonly answer: Answer }>();

  answer(path: string, text: string, find: (text: string) => Answer): Answer {
    const known = this.#known.get(path);
    if (known?.text === text) return known.answer;
    const answer = find(text);
    this.#known.set(path, { text, answer });
    return answer;
  }
}

/** Remembers an answer about the text of each file while it stays the same. A file that is missing has no text. */
export function perText<Answer>(find: (text: string) => Answer): (path: string, workspace: Workspace) => Answer {
  const answersOf = perWorkspace(() => new TextAnswers<Answer>());
  return (path, workspace) => answersOf(workspace).answer(path, workspace.files.textAt(path) ?? '', find);
}
