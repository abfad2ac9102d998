import type { Catalog } from '../catalog/lookup.ts';
import type { Options, UserOptions } from './options.ts';
import { catalogWithSinks } from '../catalog/settings.ts';
import { completeOptions } from './options.ts';

/**
 * What an analysis is told: by the rule's options and the settings of an ESLint configuration, wherever they are read.
 */
export interface Setup {
  readonly options: Options;
  readonly catalog: Catalog;
}

/**
 * @param settings - the value of `settings['fire-task']`, if there is one
 * @throws {Error} with one sentence that names the setting or the sink that is wrong
 */
export function setUp(userOptions: UserOptions | undefined, settings: unknown): Setup {
  const options = completeOptions(userOptions);
  return { options, catalog: catalogWithSinks(settings, [...options.sinks, ...trackerSinks(options)]) };
}

/** A tracker of the user's own owns what it is given, whatever it returns. */
function trackerSinks({ tracker: { name, module } }: Options): string[] {
  return module === undefined ? [] : [`${module}#${name}()`];
}
