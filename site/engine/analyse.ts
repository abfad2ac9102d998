import type { Account, LineAccount } from './account.ts';
import type { Project } from './project.ts';
import type { ParseFailure } from '../../src/syntax/parse.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { setUp } from '../../src/findings/setup.ts';
import { accountOf, accountOfLine } from './account.ts';
import { writeProject } from './disk.ts';

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
  /** The calls on the visitor's line; undefined if no file is open, or if it does not parse. */
  readonly line?: LineAccount;
}

/** Replaces the disk's content by the project, and runs the rule and the codemod on each of its files. */
export function analyse(project: Project, place?: Place): Analysis {
  writeProject(
    new Map([
      [`${ROOT}/package.json`, project.manifest],
      ...project.files.map(({ path, text }) => [`${ROOT}/${path}`, text] as const),
    ]),
  );
  workspace.refresh();
  const { options } = project;
  let line: LineAccount | undefined;
  const files = project.files.map(({ path, text }) => {
    const source = parse(`${ROOT}/${path}`, text);
    if (isParseFailure(source))
      return { path, failure: { message: source.message, line: source.line, column: source.column } };
    if (place?.path === path) line = accountOfLine(source, setUp(workspace, options, undefined), place.line, ROOT);
    return { path, ...accountOf(source, workspace, options) };
  });
  return { files, ...(line !== undefined && { line }) };
}
