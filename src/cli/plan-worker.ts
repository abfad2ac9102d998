import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { Work } from './plan-files.ts';
import { createWorkspace } from '../project/workspace.ts';
import { heapWatch } from './heap.ts';
import { areMost, createInquiries } from './inquiries.ts';
import { planHere } from './plan-files.ts';
import { sourceReader } from './read.ts';

/** A process for `--jobs`: receives its files, reports its progress, sends their plans, and ends. */
process.once('message', ({ files, options }: Work) => {
  const workspace = createWorkspace(heapWatch());
  workspace.freezeDisk();
  const numbers = new Map(files);
  const say = (message: unknown): void => void process.send?.(message);
  const paths = [...numbers.keys()];
  const analysisOf = (path: string): PlanOptions | undefined => options[numbers.get(path) ?? -1];
  void planHere(
    paths,
    workspace,
    { analysisOf, read: sourceReader(workspace) },
    createInquiries(workspace, areMost(paths, workspace), analysisOf),
    say,
  ).then((planned) => {
    process.send?.(planned, () => {
      process.disconnect();
    });
  });
});
