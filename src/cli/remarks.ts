import { relative, sep } from 'node:path';
import type { LeftOut } from '../project/listing.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { AnalysisOf } from './analysis.ts';
import type { Terminal } from './terminal.ts';
import { LEFT_OUT_WORDS } from './discover.ts';
import { setUp } from '../findings/setup.ts';
import { holdsHandlers } from '../reach/index.ts';
import { addTo } from '../syntax/grouping.ts';
import { counted, shownPath } from './terminal.ts';

/** So many files of a package show where its imports lead. */
const SAMPLE = 200;
const IMPORT = /(?:\bfrom|\bimport|\()\s?['"]([.@~#$][^'"\n]*)['"]/g;
const ASSET = /\.(?:css|scss|less|svg|png|jpe?g|gif|json|md|graphql|gql|vue|svelte|astro|html|txt|wasm|node)(?:\?|$)/;
/** Fewer imports that lead nowhere say nothing. */
const FEWEST = 5;

/**
 * What a report says besides its findings, so that silence does not look like cleanliness: which code was left out and
 * why, where most imports lead nowhere, and where no handler was found though there should be some. One sentence each.
 */
export function remarksOn(files: readonly string[], analysisOf: AnalysisOf, terminal: Terminal): string[] {
  const { workspace } = terminal;
  const byRoot = new Map<string, string[]>();
  for (const path of files) addTo(byRoot, workspace.packages.of(path).root, path);
  return [
    ...leftOutOf([...byRoot.keys()], new Set(files), workspace),
    ...[...byRoot].flatMap(([root, own]) => {
      const planOptions = own.map(analysisOf).find((each) => each !== undefined);
      if (planOptions === undefined) return [];
      const { options, evaluation } = setUp(workspace, planOptions.rule, planOptions.settings);
      const place = relative(terminal.cwd, root) === '' ? 'this package' : shownPath(root, terminal);
      return [
        ...lostImports(own, place, evaluation),
        ...(options.reach === 'all' ? [] : missingHandlers(root, place, evaluation)),
      ];
    }),
  ];
}

function leftOutOf(roots: readonly string[], read: ReadonlySet<string>, { listings }: Workspace): string[] {
  const counts = new Map<LeftOut, number>();
  for (const root of roots) {
    for (const [path, reason] of listings.listingOf(root).leftOut)
      if (!read.has(path)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const parts = [...counts].map(([reason, count]) => `${counted(count, 'file')} ${LEFT_OUT_WORDS[reason]}`);
  return parts.length === 0 ? [] : [`Left out: ${parts.join(', ')}.`];
}

/** Imports of a package's own code: relative ones, and what reads like an alias. */
function lostImports(files: readonly string[], place: string, { workspace, resolver }: Evaluation): string[] {
  let all = 0;
  let lost = 0;
  let example = '';
  for (const path of files.slice(0, SAMPLE)) {
    const text = workspace.files.textAt(path) ?? '';
    for (const [, specifier = ''] of text.matchAll(IMPORT)) {
      if (!/^(?:\.{1,2}(?:\/|$)|[@~]\/|[#$]\w)/.test(specifier) || ASSET.test(specifier)) continue;
      all += 1;
      const found = resolver.resolve(specifier, path);
      if (found !== undefined && 'file' in found) continue;
      lost += 1;
      example ||= specifier;
    }
  }
  return lost >= FEWEST && 2 * lost > all
    ? [
        `Most imports of ${place} lead nowhere (${lost.toString()} of ${all.toString()}, as '${example}'), so what they would lead to is not seen: see the \`paths\` of its tsconfig.`,
      ]
    : [];
}

function missingHandlers(root: string, place: string, evaluation: Evaluation): string[] {
  const { workspace, catalog } = evaluation;
  const { manifest } = workspace.packages.of(`${root}${sep}any.js`);
  const framework = [...manifest.dependencies].find((name) => catalog.serverPackages.has(name));
  return framework === undefined || holdsHandlers(root, evaluation)
    ? []
    : [`No handler was found in ${place}, though it depends on ${framework}: nothing is looked at there.`];
}
