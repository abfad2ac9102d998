import { parentPort } from 'node:worker_threads';
import type { HandlerKind } from '../catalog/entry.ts';
import type { Explorer } from '../reach/index.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { InquiryOf } from './inquiries.ts';
import type { Answers, Requests } from './team-words.ts';
import { createWorkspace } from '../project/workspace.ts';
import { createExplorer, giveGraph } from '../reach/index.ts';
import { heapWatch } from './heap.ts';
import { createInquiries } from './inquiries.ts';
import { sourceReader } from './read.ts';
import { survey } from './survey.ts';

/** This thread's knowledge of the project. */
const workspace = createWorkspace(heapWatch());

/** The state of a thread for `--jobs`. It handles one request at a time. */
const own: { planOptions?: PlanOptions; inquiryOf?: InquiryOf; explorer?: Explorer; wantsUnknown?: boolean } = {};

const DO: { readonly [Kind in keyof Requests]: (request: Requests[Kind]) => Answers[Kind] } = {
  begin: ({ mine, units, options: planOptions, jobs, wants: { wantsUnknown, judgesEarly } }) => {
    workspace.freezeDisk();
    workspace.trees.keepLess(jobs);
    for (const [unit, listing] of units) workspace.listings.give(unit, listing);
    const inquiryOf = createInquiries(workspace, judgesEarly, () => planOptions);
    const { options, evaluation, cleanFiles } = inquiryOf(planOptions);
    const ours = new Set(mine);
    const explorer = createExplorer(ours, evaluation, cleanFiles?.visit);
    Object.assign(own, { planOptions, inquiryOf, explorer, wantsUnknown });
    if (options.reach !== 'project') return { handlers: new Map(), explored: { functions: [], elsewhere: [] } };
    const handlers = new Map(
      [...units].map(([unit, { files }]) => [
        unit,
        mine.flatMap((path) => (files.has(path) ? explorer.handlersOf(path) : [])),
      ]),
    );
    const keys = [...handlers.values()].flatMap((some) => some.map(({ key }) => key)).reverse();
    const { functions, elsewhere } = explorer.explore(keys.filter(({ path }) => ours.has(path)));
    // A handler may be in another thread's file, which only that thread reads.
    return {
      handlers,
      explored: { functions, elsewhere: [...elsewhere, ...keys.filter(({ path }) => !ours.has(path))] },
    };
  },
  explore: (keys) => ownOnce('explorer').explore(keys),
  take: (graphs) => {
    const { options, evaluation, cleanFiles } = ownOnce('inquiryOf')(ownOnce('planOptions'));
    const { strict } = options;
    for (const [unit, graph] of graphs)
      giveGraph({ unit, evaluation, kinds: new Set<HandlerKind>(options.kinds), strict }, graph, cleanFiles?.visit);
    return undefined;
  },
  survey: (files) => {
    const planOptions = ownOnce('planOptions');
    return survey(
      files,
      { analysisOf: () => planOptions, read: sourceReader(workspace) },
      ownOnce('wantsUnknown'),
      ownOnce('inquiryOf'),
    );
  },
};

function ownOnce<Name extends keyof typeof own>(name: Name): NonNullable<(typeof own)[Name]> {
  const known = own[name];
  if (known === undefined) throw new Error('A thread is asked before it has begun.');
  return known;
}

parentPort?.on('message', <Kind extends keyof Requests>([kind, request]: [Kind, Requests[Kind]]) => {
  parentPort?.postMessage(DO[kind](request));
});
