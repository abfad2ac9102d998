import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Options, UserOptions } from './options.ts';
import { Catalogs } from '../catalog/settings.ts';
import { evaluationOf } from '../handlers/evaluation.ts';
import { perWorkspace } from '../project/workspace.ts';
import { completeOptions } from './options.ts';

/**
 * What an analysis is told: by the rule's options and the settings of an ESLint configuration, wherever they are read.
 */
export interface Setup {
  readonly options: Options;
  /** In the workspace, by the catalog with what the settings add and the sinks of the options. */
  readonly evaluation: Evaluation;
}

/** The catalogs that a workspace is asked with. */
export const catalogsOf = perWorkspace(() => new Catalogs());

/**
 * @param settings - the value of `settings['fire-task']`, if there is one
 * @throws {Error} with one sentence that names the setting or the sink that is wrong
 */
export function setUp(workspace: Workspace, userOptions: UserOptions | undefined, settings: unknown): Setup {
  const options = completeOptions(userOptions);
  const catalog = catalogsOf(workspace).withSinks(settings, [...options.sinks, ...trackerSinks(options)]);
  return { options, evaluation: evaluationOf(workspace, catalog) };
}

/**
 * The evaluation with what the settings add; without settings, by the catalog of this package alone.
 *
 * @throws {Error} with one sentence that names the setting that is wrong
 */
export function evaluationFor(workspace: Workspace, settings?: unknown): Evaluation {
  return evaluationOf(workspace, catalogsOf(workspace).with(settings));
}

/** A tracker of the user's own owns what it is given, whatever it returns. */
function trackerSinks({ tracker: { name, module } }: Options): string[] {
  return module === undefined ? [] : [`${module}#${name}()`];
}
