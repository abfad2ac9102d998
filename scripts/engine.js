import { parseForESLint } from '@typescript-eslint/parser';

const PARTS = [
  'cli/discover',
  'findings/find-untracked',
  'findings/options',
  'findings/setup',
  'helper/injection',
  'project/workspace',
  'promises/oracle',
  'syntax/parse',
  'syntax/position',
  'syntax/walk',
];

/** What scripts call of the built analysis, and a workspace to call it in. */
export async function loadEngine() {
  const engine = Object.assign(
    {},
    ...(await Promise.all(PARTS.map((part) => import(new URL(`../dist/src/${part}.js`, import.meta.url).href)))),
  );
  return { ...engine, workspace: engine.createWorkspace() };
}

/** A file of a TypeScript program as ESLint gives it to a rule, with parents, which ESLint sets while it walks. */
export function sourceIn(program, path, text, jsx, { walk, childrenOf }) {
  const { ast, scopeManager, services } = parseForESLint(text, {
    programs: [program],
    filePath: path,
    range: true,
    loc: true,
    ecmaFeatures: { jsx },
  });
  walk(ast, (node) => {
    for (const child of childrenOf(node)) child.parent = node;
  });
  return { path, text, ast, scopes: scopeManager, types: services };
}
