import { resolve } from 'node:path';
import type { DrainPlan } from '../src/rewriting/drain/plan-drain.ts';
import type { TransformApi } from './fire-task.ts';
import { evaluationFor } from '../src/findings/setup.ts';
import { isWholeText, withMarkOf } from '../src/project/encoding.ts';
import { isTaken, trackerHome, writeTracker } from '../src/helper/home.ts';
import { createWorkspace } from '../src/project/workspace.ts';
import { planDrain } from '../src/rewriting/drain/plan-drain.ts';

/** jscodeshift's own options beside ours. */
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
 * The second jscodeshift transform: the server of a package that has the helper waits for its tasks at shutdown. It
 * changes the one file where the server
 * starts, or where the program hears that it is to stop, and writes `drain-on-shutdown` beside the helper where it is called; with several such places, or none, it says so and changes
 * nothing.
 *
 * @returns the new text; undefined when the file stays as it is
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
