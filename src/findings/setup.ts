import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Options, UserOptions } from './options.ts';
import { Catalogs } from '../catalog/settings.ts';
import { evaluationOf } from '../handlers/evaluation.ts';
import { perWorkspace } from '../project/workspace.ts';
import { completeOptions } from './options.ts';

/**
 * What configures an analysis: the rule's options and the settings of an ESLint configuration, wherever they come from.
 */
export interface Setup {
  readonly options: Options;
  /** Of the workspace, with a catalog that includes the settings' additions and the options' sinks. */
  readonly evaluation: Evaluation;
}

/** The catalogs that are used with a workspace. */
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
 * The evaluation with the settings' additions; without settings, it uses this package's catalog alone.
 *
 * @throws {Error} with one sentence that names the setting that is wrong
 */
export function evaluationFor(workspace: Workspace, settings?: unknown): Evaluation {
  return evaluationOf(workspace, catalogsOf(workspace).with(settings));
}

/** The user's own tracker owns the promise passed to it, whatever it returns. */
function trackerSinks({ tracker: { name, module } }: Options): string[] {
  return module === undefined ? [] : [`${module}#${name}()`];
}
