import type { Catalog } from '../../src/catalog/lookup.ts';
import type { CleanFiles } from '../../src/findings/clean-files.ts';
import type { Inspection } from '../../src/findings/find-untracked.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { Options, UserOptions } from '../../src/findings/options.ts';
import type { Setup } from '../../src/findings/setup.ts';
import type { Package } from '../../src/project/package.ts';
import type { TrackerHome, TrackerOptions } from '../../src/helper/home.ts';
import type { TrackerReference } from '../../src/helper/reference.ts';
import type { PlanOptions, SourcePlan } from '../../src/rewriting/plan-source.ts';
import type { Source } from '../../src/syntax/source.ts';
import type { Evaluation } from '../../src/values/evaluation.ts';
import * as search from '../../src/findings/find-untracked.ts';
import * as setup from '../../src/findings/setup.ts';
import { evaluationOf, recognitionOf } from '../../src/handlers/evaluation.ts';
import * as home from '../../src/helper/home.ts';
import * as reference from '../../src/helper/reference.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import * as planning from '../../src/rewriting/plan-source.ts';

/** The workspace of a test file, as each face has one. The functions below call the engine with it. */
export let workspace = createWorkspace();

export function renewWorkspace(): void {
  workspace = createWorkspace();
}

export function refreshProject(): void {
  workspace.refresh();
}

export function standardCatalog(): Catalog {
  return setup.catalogsOf(workspace).standard;
}

export function evaluationBy(catalog: Catalog = standardCatalog()): Evaluation {
  return evaluationOf(workspace, catalog);
}

/** The evaluation that identifies handlers. */
export function recognition(catalog?: Catalog): Evaluation {
  return recognitionOf(evaluationBy(catalog));
}

export function setUp(userOptions: UserOptions | undefined, settings: unknown): Setup {
  return setup.setUp(workspace, userOptions, settings);
}

export function findUntracked(
  source: Source,
  options: Options,
  catalog?: Catalog,
  cleanFiles?: CleanFiles,
): readonly Finding[] {
  return search.findUntracked(source, options, evaluationBy(catalog), cleanFiles);
}

export function inspect(source: Source, options: Options, catalog?: Catalog): Inspection {
  return search.inspect(source, options, evaluationBy(catalog));
}

export function planSource(source: Source, options: PlanOptions): SourcePlan {
  return planning.planSource(source, workspace, options);
}

export function packageOf(path: string): Package {
  return workspace.packages.of(path);
}

export function trackerHome(project: Package, asked?: TrackerOptions): TrackerHome {
  return home.trackerHome(project, workspace, asked);
}

export function isTaken(tracker: TrackerHome): boolean {
  return home.isTaken(tracker, workspace);
}

export function trackerReference(tracker: TrackerHome, source: Source, name?: string): TrackerReference {
  return reference.trackerReference(tracker, source, workspace, name);
}
