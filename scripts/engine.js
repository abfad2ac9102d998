import { parseForESLint } from '@typescript-eslint/parser';

const PARTS = [
  'catalog/lookup',
  'catalog/settings',
  'cli/discover',
  'findings/find-untracked',
  'findings/options',
  'helper/injection',
  'promises/oracle',
  'syntax/parse',
  'syntax/position',
  'syntax/walk',
];

/** What scripts call of the built analysis. */
export async function loadEngine() {
  return Object.assign(
    {},
    ...(await Promise.all(PARTS.map((part) => import(new URL(`../dist/src/${part}.js`, import.meta.url).href)))),
  );
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
