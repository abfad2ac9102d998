/** The helper's registry of tasks. */
const REGISTRY = Symbol.for('fire-task@1');
type Registry = { readonly sources?: WeakMap<object, unknown> } | undefined;

/** Whether `fireTask` was given this promise, so that it has an owner. */
export function isRegistered(promise: Promise<unknown>): boolean {
  const registry = (globalThis as Record<symbol, unknown>)[REGISTRY] as Registry;
  return registry?.sources?.has(promise) === true;
}
