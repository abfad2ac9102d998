import { parentPort } from 'node:worker_threads';
import type { HandlerKind } from '../catalog/entry.ts';
import type { Explorer } from '../handlers/explore.ts';
import type { Look } from '../handlers/look.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { InquiryOf } from './inquiries.ts';
import type { Answers, Requests } from './team-words.ts';
import { createExplorer } from '../handlers/explore.ts';
import { giveGraph } from '../handlers/reach.ts';
import { giveFiles } from '../project/listing.ts';
import { declareModules } from '../project/resolve.ts';
import { holdStill } from '../project/still.ts';
import { keepLess } from '../project/trees.ts';
import { createInquiries } from './inquiries.ts';
import { readSource } from './read.ts';
import { survey } from './survey.ts';

/** A thread of `--jobs`: does what it is asked, one thing after the other. */
const own: { planOptions?: PlanOptions; inquiryOf?: InquiryOf; explorer?: Explorer; wantsUnknown?: boolean } = {};

const DO: { readonly [Kind in keyof Requests]: (request: Requests[Kind]) => Answers[Kind] } = {
  begin: ({ mine, packages, options: planOptions, jobs, wants: { wantsUnknown, looksFirst } }) => {
    holdStill();
    keepLess(jobs);
    for (const [root, files] of packages) giveFiles(root, files);
    const inquiryOf = createInquiries(looksFirst);
    const { options, catalog, firstLook } = inquiryOf(planOptions);
    declareModules(catalog.described);
    const ours = new Set(mine);
    // Of a file that no listing has, as it was only named, the handlers are not explored.
    const listed = new Set([...packages.values()].flatMap((files) => [...files]));
    const look: Look = (key) => {
      if (listed.has(key.path)) firstLook?.look(key);
    };
    const explorer = createExplorer(ours, catalog, firstLook && look);
    Object.assign(own, { planOptions, inquiryOf, explorer, wantsUnknown });
    if (options.reach !== 'project') return { handlers: new Map(), explored: { functions: [], beyond: [] } };
    const handlers = new Map(
      [...packages].map(([root, files]) => [
        root,
        mine.flatMap((path) => (files.has(path) ? explorer.handlersOf(path) : [])),
      ]),
    );
    const keys = [...handlers.values()].flatMap((some) => some.map(({ key }) => key)).reverse();
    const { functions, beyond } = explorer.explore(keys.filter(({ path }) => ours.has(path)));
    // A handler may stand in somebody else's file, who alone looks at that.
    return { handlers, explored: { functions, beyond: [...beyond, ...keys.filter(({ path }) => !ours.has(path))] } };
  },
  explore: (keys) => ownOnce('explorer').explore(keys),
  take: (graphs) => {
    const { options, catalog } = ownOnce('inquiryOf')(ownOnce('planOptions'));
    for (const [root, graph] of graphs) giveGraph(root, graph, catalog, new Set<HandlerKind>(options.kinds));
    return undefined;
  },
  survey: (files) => {
    const planOptions = ownOnce('planOptions');
    return survey(
      files,
      { analysisOf: () => planOptions, read: readSource },
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
