import { createRequire } from 'node:module';
import type { ESLint, Linter, Rule } from 'eslint';

export type { Settings } from './catalog/settings.ts';

/** A rule that is known by name; what runs it may be loaded at its first use. */
export type Rules = Readonly<
  Record<'no-request-scope-in-task' | 'no-swallowed-abort' | 'no-untracked-promises' | 'require-drain', Rule.RuleModule>
>;

export interface FireTaskPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Rules;
  readonly configs: {
    /** All rules on, with their defaults; no types needed. */
    readonly recommended: Linter.Config;
    /** The same with type information, without which it stops and says what is missing. */
    readonly recommendedTypeChecked: Linter.Config;
    /** Also reports answering chains without a failure path, and promises that are owned on some paths only. */
    readonly strict: Linter.Config;
  };
}

/** What is wrong with a task or its end, wherever there are tasks. */
const ABOUT_TASKS: Linter.RulesRecord = {
  'fire-task/no-request-scope-in-task': 'error',
  'fire-task/no-swallowed-abort': 'error',
  'fire-task/require-drain': 'error',
};

/** The plugin around its rules: what ESLint is told of it, and its configs. */
export function createPlugin(rules: Rules): FireTaskPlugin {
  const { name, version } = createRequire(import.meta.url)('eslint-plugin-fire-task/package.json') as {
    name: string;
    version: string;
  };
  const configOf = (label: string, entry: Linter.RuleEntry): Linter.Config => ({
    name: `fire-task/${label}`,
    plugins: { 'fire-task': plugin },
    rules: { 'fire-task/no-untracked-promises': entry, ...ABOUT_TASKS },
  });
  const plugin: FireTaskPlugin = {
    meta: { name, version, namespace: 'fire-task' },
    rules,
    configs: {
      get recommended() {
        // With options, if none: a severity alone keeps those of a config before it, `typed` for one.
        return configOf('recommended', ['error', {}]);
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
