import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Packages } from '../project/package.ts';
import {
  BROWSER_PACKAGES,
  COMPONENT_NAME,
  HOOK_NAME,
  STATEFUL_HOOK,
  UI_FILE,
  UI_MODULE,
} from '../catalog/conventions.ts';
import { lastName } from '../syntax/call.ts';
import { hasDirective } from '../syntax/directive.ts';
import { isFunction, nameOf } from '../syntax/function.ts';
import { perSource } from '../syntax/per-source.ts';
import { isCall, someIn, someOwn } from '../syntax/walk.ts';

/**
 * In a component that keeps state or has effects, in a hook, in a component that is a class, or in what an element does
 * when it is clicked. A component without these may run in a server.
 */
export function isInComponent(node: Node, source: Source): boolean {
  const isComponent = componentsOf(source);
  if (isComponent === undefined) return false;
  for (let at: Node | null | undefined = node; at != null; at = at.parent) {
    if (at.type === 'JSXAttribute' && at.name.type === 'JSXIdentifier' && /^on[A-Z]/.test(at.name.name)) return true;
    if (isComponent(at)) return true;
  }
  return false;
}

/**
 * A test for components that only a browser runs; undefined if the file neither uses a UI library nor is named like one
 * that does.
 */
const componentsOf = perSource(({ path, text }): ((node: Node) => boolean) | undefined => {
  if (!UI_MODULE.test(text) && !UI_FILE.test(path)) return undefined;
  const isStatefulFunction = onceEach((fn) => !fn.async && isStateful(fn));
  return (node) => (isFunction(node) ? isStatefulFunction(node) : isComponentClass(node));
});

/** The same test. Each function is searched once, because every call in it asks. */
function onceEach(test: (fn: FunctionNode) => boolean): (fn: FunctionNode) => boolean {
  const known = new Map<FunctionNode, boolean>();
  return (fn) => {
    let answer = known.get(fn);
    if (answer === undefined) known.set(fn, (answer = test(fn)));
    return answer;
  };
}

function isComponentClass(node: Node): boolean {
  if ((node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') || node.superClass === null) return false;
  const base = node.superClass;
  const name = base.type === 'MemberExpression' ? base.property : base;
  return name.type === 'Identifier' && /^(?:Pure)?Component$/.test(name.name);
}

function isStateful(fn: Node): boolean {
  const name = nameOf(fn);
  return (
    (name === undefined || COMPONENT_NAME.test(name)) &&
    someIn(
      fn,
      (inner) => isCall(inner) && STATEFUL_HOOK.test(lastName(inner)),
      (inner) => inner === fn || !isFunction(inner),
    )
  );
}

/**
 * In a function inside a component or a hook that calls hooks: `function Row() { const router = useRouter(); const open
 * = () => { router.push('/a'); }; … }`. A server that draws the component runs only its own code.
 */
export function isInHookUser(node: Node, source: Source, packages: Packages): boolean {
  const usesHooks = hookUsersOf(source);
  let isInside = false;
  for (let at: Node | null | undefined = node; at != null; at = at.parent) {
    if (!isFunction(at)) continue;
    if (isInside && usesHooks(at)) return UI_FILE.test(source.path) || isOfUi(source.path, packages);
    if (at.body.type === 'BlockStatement' && hasDirective(at.body.body, 'use server')) return false;
    isInside = true;
  }
  return false;
}

/** Whether a package draws: other packages may have functions with names like those of hooks. */
function isOfUi(path: string, packages: Packages): boolean {
  const { dependencies } = packages.of(path).manifest;
  return dependencies.has('react') || BROWSER_PACKAGES.some((name) => dependencies.has(name));
}

const hookUsersOf = perSource(({ path }) => onceEach((fn) => mayUseHooks(fn, path) && someOwn(fn.body, isHook)));

function mayUseHooks(fn: FunctionNode, path: string): boolean {
  const name = nameOf(fn);
  if (fn.async) return false;
  return name === undefined ? UI_FILE.test(path) : (UI_FILE.test(path) ? COMPONENT_NAME : HOOK_NAME).test(name);
}

function isHook(node: Node): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && HOOK_NAME.test(node.callee.name);
}
