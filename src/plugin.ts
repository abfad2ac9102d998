import { createRequire } from 'node:module';
import type { ESLint, Linter, Rule } from 'eslint';

export type { Settings } from './catalog/settings.ts';

/** The rules by name. Their implementation may be loaded on first use. */
export type Rules = Readonly<
  Record<'no-request-scope-in-task' | 'no-swallowed-abort' | 'no-untracked-promises' | 'require-drain', Rule.RuleModule>
>;

export interface FireTaskPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Rules;
  readonly configs: {
    /** All rules with their defaults; needs no types. */
    readonly recommended: Linter.Config;
    /** The same with type information. If that is missing, the rule stops and says what to set up. */
    readonly recommendedTypeChecked: Linter.Config;
    /**
     * Also reports promise chains that send the response without a failure path, and promises with an owner on some
     * paths only.
     */
    readonly strict: Linter.Config;
  };
}

/** The rules about tasks themselves. */
const ABOUT_TASKS: Linter.RulesRecord = {
  'fire-task/no-request-scope-in-task': 'error',
  'fire-task/no-swallowed-abort': 'error',
  'fire-task/require-drain': 'error',
};

/** Creates the plugin from its rules: its metadata and its configs. */
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
        // Options, although empty: a severity alone would keep the options of an earlier config, such as `typed`.
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
