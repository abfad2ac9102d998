import { resolve } from 'node:path';
import type { DrainPlan } from '../src/rewriting/drain/plan-call.ts';
import type { TransformApi } from './fire-task.ts';
import { evaluationFor } from '../src/findings/setup.ts';
import { isWholeText, withMarkOf } from '../src/project/encoding.ts';
import { isTaken, trackerHome } from '../src/helper/home.ts';
import { writeTracker } from '../src/helper/write.ts';
import { createWorkspace } from '../src/project/workspace.ts';
import { planDrain } from '../src/rewriting/drain/plan-drain.ts';

/** jscodeshift's own options and ours. */
export interface DrainTransformOptions {
  readonly dry?: boolean;
  /** Path of the helper, relative to the working folder. */
  readonly helper?: string;
}

interface Known {
  readonly files: ReadonlySet<string>;
  readonly helper: string | undefined;
  readonly plan: DrainPlan;
}

const workspace = createWorkspace();

/** The plan of a package is made once for all its files. */
const plans = new Map<string, Known>();

/**
 * The second jscodeshift transform: makes a package's server wait for its tasks at shutdown, if the package has the
 * helper. It changes the one file where the server starts, or where the program handles the signal to stop. If it adds
 * a call of `drainOnShutdown`, it writes `drain-on-shutdown` next to the helper. If the place is not clear, it reports
 * the candidates and changes nothing.
 *
 * @returns the new text; undefined when the file does not change
 */
export default function transform(
  file: { readonly path: string; readonly source: string },
  api: TransformApi,
  options: DrainTransformOptions,
): string | undefined {
  const path = resolve(file.path);
  if (!isWholeText(file.source, path)) return undefined;
  const plan = planFor(path, options.helper === undefined ? undefined : resolve(options.helper));
  if (plan.kind === 'planned' && plan.place.path === path) {
    const { path: beside, text } = plan.imports;
    if (options.dry !== true && text !== undefined) writeTracker({ path: beside }, text);
    return withMarkOf(file.source, plan.output);
  }
  if (plan.kind === 'left')
    for (const place of plan.places) if (place.path === path) api.report?.(`line ${place.line}: ${plan.reason}`);
  return undefined;
}

function planFor(path: string, helper: string | undefined): DrainPlan {
  const project = workspace.packages.of(path);
  const files = workspace.listings.filesOf(project.root);
  const known = plans.get(project.root);
  if (known?.files === files && known.helper === helper) return known.plan;
  const home = trackerHome(project, workspace, helper === undefined ? {} : { helper });
  const plan: DrainPlan =
    home.exists && !isTaken(home, workspace)
      ? planDrain(project.root, home, evaluationFor(workspace))
      : { kind: 'none' };
  plans.set(project.root, { files, helper, plan });
  return plan;
}
