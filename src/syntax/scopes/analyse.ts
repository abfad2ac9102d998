import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../source.ts';
import type { Scopes } from './scope.ts';
import type { Visitors, Walks } from './visitor.ts';
import { ScopeBuilder } from './build.ts';
import { CLASSES } from './classes.ts';
import { CODE } from './code.ts';
import { FUNCTIONS } from './functions.ts';
import { JSX } from './jsx.ts';
import { MODULES } from './modules.ts';
import { TYPES } from './types.ts';
import { eachChild } from './visitor.ts';

const IN_CODE: Visitors = { ...CODE, ...FUNCTIONS, ...CLASSES, ...MODULES, ...JSX };

/**
 * The scopes of a program: what @typescript-eslint/scope-manager finds, as far as the analyses use it. That package
 * does more (strict mode, what lint rules ask about globals), and loads the names of every library of the language.
 */
export function scopesOf(program: TSESTree.Program): Scopes {
  const scopes = new ScopeBuilder();
  const walks: Walks = {
    scopes,
    code: (node) => {
      visit(node, IN_CODE, walks, walks.code);
    },
    type: (node) => {
      visit(node, TYPES, walks, walks.type);
    },
  };
  walks.code(program);
  return scopes;
}

function visit(node: Node | null | undefined, visitors: Visitors, walks: Walks, onwards: (child: Node) => void): void {
  if (node == null) return;
  const visitor = visitors[node.type] as ((node: Node, walks: Walks) => void) | undefined;
  if (visitor === undefined) eachChild(node, onwards);
  else visitor(node, walks);
}
