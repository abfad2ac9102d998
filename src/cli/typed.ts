import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Source, TypeServices } from '../syntax/source.ts';
import type { ReadSource } from './read.ts';
import type { Terminal } from './terminal.ts';
import { setParents } from '../syntax/parse.ts';
import { CannotRun, sentenceOf } from './exit.ts';
import { isFailure, sourceReader } from './read.ts';

/** The part of @typescript-eslint/parser that we use. */
interface Parser {
  parseForESLint(
    text: string,
    options: object,
  ): { ast: unknown; scopeManager: unknown; services: Partial<TypeServices> };
}

const PARSER = '@typescript-eslint/parser';
const NEEDS = '--typed needs @typescript-eslint/parser and a TypeScript that it runs on (below 6.1) in the project';

/**
 * Reads files with the project's own parser and types. A file that no tsconfig includes is read without types.
 *
 * @throws {CannotRun} when the project has no such parser, or it does not load
 */
export async function typedReader({ cwd, workspace }: Pick<Terminal, 'cwd' | 'workspace'>): Promise<ReadSource> {
  const readSource = sourceReader(workspace);
  const parser = await Promise.resolve(parserOf(cwd));
  return (path) => {
    const plain = readSource(path);
    return isFailure(plain) ? plain : (typedSource(plain, parser, cwd) ?? plain);
  };
}

function parserOf(cwd: string): Parser {
  const project = createRequire(join(cwd, 'index.js'));
  try {
    project.resolve(PARSER);
  } catch {
    throw new CannotRun(`${NEEDS}, and ${cwd} has no such parser: install both, or leave --typed out.`);
  }
  try {
    return project(PARSER) as Parser;
  } catch (error) {
    throw new CannotRun(
      `${NEEDS}, and the parser does not load: ${sentenceOf(error).replace(/\.$/, '')}. Install such a ` +
        'TypeScript, or leave --typed out.',
    );
  }
}

function typedSource({ path, text }: Source, parser: Parser, cwd: string): Source | undefined {
  try {
    const { ast, scopeManager, services } = parser.parseForESLint(text, {
      filePath: path,
      projectService: true,
      tsconfigRootDir: cwd,
      range: true,
      loc: true,
      ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) },
    });
    if (services.program == null) return undefined;
    const tree = ast as Source['ast'];
    setParents(tree);
    return { path, text, ast: tree, scopes: scopeManager as Source['scopes'], types: services as TypeServices };
  } catch {
    return undefined;
  }
}
