import type { Rules } from './plugin.ts';
import { rules } from '../rules/index.ts';
import { createPlugin } from './plugin.ts';

export type { Settings } from './plugin.ts';

// The package's entry is built from this: the same plugin, but the first linted file loads the engine. Our rules have
// typescript-eslint's types, while the plugin's type has ESLint's own.
export default createPlugin(rules as unknown as Rules);
