import { rules } from '../rules/index.ts';
import { createPlugin } from './plugin.ts';

export type { Settings } from '../rules/no-untracked-promises.ts';

// The package's entry is built from this: the same plugin, whose engine is loaded by the first file that is linted.
export default createPlugin(rules);
