import { createRequire } from 'node:module';
import type { ESLint, Linter, Rule } from 'eslint';

/** A rule that is known by name; what runs it may be loaded at its first use. */
export type Rules = Readonly<Record<'no-untracked-promises', Rule.RuleModule>>;

export interface FireTaskPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Rules;
  readonly configs: {
    /** The rule on, with its defaults; no types needed. */
    readonly recommended: Linter.Config;
    /** The same with type information, without which it stops and says what is missing. */
    readonly recommendedTypeChecked: Linter.Config;
    /** Also reports answering chains without a failure path, and promises that are owned on some paths only. */
    readonly strict: Linter.Config;
  };
}

/** The plugin around its rules: what ESLint is told of it, and its configs. */
export function createPlugin(rules: Rules): FireTaskPlugin {
  const { name, version } = createRequire(import.meta.url)('eslint-plugin-fire-task/package.json') as { name: string; version: string };
  const configOf = (label: string, entry: Linter.RuleEntry): Linter.Config => ({
    name: `fire-task/${label}`,
    plugins: { 'fire-task': plugin },
    rules: { 'fire-task/no-untracked-promises': entry },
  });
  const plugin: FireTaskPlugin = {
    meta: { name, version, namespace: 'fire-task' },
    rules,
    configs: {
      get recommended() {
        return configOf('recommended', 'error');
      },
      get recommendedTypeChecked() {
        return configOf('recommended-type-checked', ['error', { typed: true }]);
      },
      get strict() {
        return configOf('strict', ['error', { strict: true }]);
      },
    },
  };
  return plugin;
}
