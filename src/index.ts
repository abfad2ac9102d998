import { createRequire } from 'node:module';
import type { ESLint, Linter } from 'eslint';
import { noUntrackedPromises } from '../rules/no-untracked-promises.ts';

export type { Settings } from '../rules/no-untracked-promises.ts';

interface FireTaskPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: { readonly 'no-untracked-promises': typeof noUntrackedPromises };
  readonly configs: {
    /** The rule on, with its defaults; no types needed. */
    readonly recommended: Linter.Config;
    /** The same with type information, without which it stops and says what is missing. */
    readonly recommendedTypeChecked: Linter.Config;
    /** Also reports answering chains without a failure path, and promises that are owned on some paths only. */
    readonly strict: Linter.Config;
  };
}

const { name, version } = createRequire(import.meta.url)('eslint-plugin-fire-task/package.json') as { name: string; version: string };

const rules = { 'no-untracked-promises': noUntrackedPromises };
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

function configOf(label: string, entry: Linter.RuleEntry): Linter.Config {
  return { name: `fire-task/${label}`, plugins: { 'fire-task': plugin }, rules: { 'fire-task/no-untracked-promises': entry } };
}

export default plugin;
