import type { Rules } from './plugin.ts';
import { rules } from '../rules/index.ts';
import { createPlugin } from './plugin.ts';

export type { Settings } from './plugin.ts';

// The package's entry is built from this: the same plugin, whose engine is loaded by the first file that is linted.
// typescript-eslint's types of a rule, in which ours are written, are not ESLint's own, which the plugin has.
export default createPlugin(rules as unknown as Rules);
