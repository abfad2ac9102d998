import type { Account, ShownCall } from './account.ts';
import type { Project } from './project.ts';
import type { ParseFailure } from '../../src/syntax/parse.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { accountOf, silentCalls } from './account.ts';
import { writeProject } from './disk.ts';
import { manifestOf } from './project.ts';

const ROOT = '/project';

/** Everything known about the visitor's project. */
const workspace = createWorkspace();

/** The file and line with the visitor's cursor. */
export interface Place {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** The results for a project, in the order of its files. */
export interface Analysis {
  readonly files: readonly ({ readonly path: string } & (Account | { readonly failure: Omit<ParseFailure, 'path'> }))[];
  /** Calls on the visitor's line that are not reported. */
  readonly silent: readonly ShownCall[];
}

/** Replaces the disk's content by the project, and runs the rule and the codemod on each of its files. */
export function analyse(project: Project, place?: Place): Analysis {
  writeProject(
    new Map([
      [`${ROOT}/package.json`, manifestOf(project)],
      ...project.files.map(({ path, text }) => [`${ROOT}/${path}`, text] as const),
    ]),
  );
  workspace.refresh();
  let silent: ShownCall[] = [];
  const files = project.files.map(({ path, text }) => {
    const source = parse(`${ROOT}/${path}`, text);
    if (isParseFailure(source))
      return { path, failure: { message: source.message, line: source.line, column: source.column } };
    if (place?.path === path) silent = silentCalls(source, workspace, place.line);
    return { path, ...accountOf(source, workspace) };
  });
  return { files, silent };
}
