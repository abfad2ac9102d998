import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type { HandlerName } from '../handlers/handler.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { AnalysisFlags, ConfiguredAnalysis } from './analysis.ts';
import type { ExitCode } from './exit.ts';
import type { Failure } from './read.ts';
import type { Terminal } from './terminal.ts';
import { setUp } from '../findings/setup.ts';
import { isLikely } from '../handlers/handler.ts';
import { placeOf } from './output/place.ts';
import { isFailure } from './read.ts';
import { registersItself } from '../helper/home.ts';
import { handlersOf } from '../reach/index.ts';
import { brokenTsconfig } from '../project/tsconfig.ts';
import { addTo } from '../syntax/grouping.ts';
import { analysisFor } from './analysis.ts';
import { discoverFiles } from './discover.ts';
import { EXIT } from './exit.ts';
import { refuseUnreadablePackages } from './guards.ts';
import { leftOutCounts } from './left-out.ts';
import type { FollowedImports } from './lost-imports.ts';
import { followedImports } from './lost-imports.ts';
import { HANDLER_WORDS } from './output/words.ts';
import { remarksOn } from './remarks.ts';
import { counted, shownPath } from './terminal.ts';

/** Tools whose versions are looked up in the project's own `node_modules`. */
const TOOLS = ['eslint', 'typescript', '@typescript-eslint/parser', 'typescript-eslint', 'oxlint', '@biomejs/biome'];
/** The maximum number of unresolved imports shown. */
const SHOWN_IMPORTS = 5;
/** The maximum number of unreadable files shown. */
const SHOWN_FAILURES = 5;

/**
 * `fire-task doctor`: what the other commands see of a project, and what to fix. The exit code is 1 when they are
 * blind: no file is checked, or no handler is found.
 */
export async function doctor(paths: readonly string[], flags: AnalysisFlags, terminal: Terminal): Promise<ExitCode> {
  const files = discoverFiles(paths, terminal);
  refuseUnreadablePackages(files, terminal);
  const analysis = await analysisFor(files, flags, terminal);
  const asked = files.filter((path) => analysis.analysisOf(path) !== undefined);
  const failures = asked.map(analysis.read).filter(isFailure);
  const checked = asked.length - failures.length;
  const byRoot = new Map<string, string[]>();
  for (const path of files) addTo(byRoot, terminal.workspace.packages.of(path).root, path);
  const print = (title: string, lines: readonly string[]): void => {
    terminal.print([terminal.colors.bold(title), ...lines.map((line) => `  ${line}`), ''].join('\n'));
  };
  print('Versions', versions(terminal.cwd));
  print('Files', [
    `${counted(checked, 'file')} checked of ${counted(files.length, 'file')} found`,
    ...failureLines(failures, terminal),
    ...leftOutCounts([...byRoot.keys()], new Set(files), terminal.workspace).map((part) => `left out: ${part}`),
  ]);
  let handlers = 0;
  const fixes: string[] = [];
  for (const [root, own] of byRoot) {
    const evaluation = evaluationOf(own, analysis, terminal);
    if (evaluation === undefined) continue;
    const found = handlersIn(root, own, evaluation);
    handlers += found.length;
    const imports = followedImports(own, evaluation);
    print(`Package ${shownPath(root, terminal)}`, [...handlerLines(found), importLine(imports)]);
    fixes.push(...importAdvice(imports));
  }
  const remarks = remarksOn(paths, files, analysis, terminal, 'faults');
  const isBlind = checked === 0 || handlers === 0;
  const blind = checked === 0 ? 'No file is checked.' : 'No handler is known, so nothing is checked.';
  const advice = [
    ...remarks,
    ...failureAdvice(failures),
    ...tsconfigAdvice([...byRoot.keys()], terminal),
    ...fixes,
    ...(isBlind ? [`${blind} docs/guides/troubleshooting.md lists the causes.`] : []),
  ];
  print('To fix', advice.length === 0 ? ['nothing'] : advice);
  terminal.print(isBlind ? 'Next: fix the points above' : 'Next: npx fire-task report');
  return isBlind ? EXIT.remaining : EXIT.done;
}

function versions(cwd: string): string[] {
  const own = createRequire(import.meta.url)('eslint-plugin-fire-task/package.json') as { version: string };
  return [
    `fire-task ${own.version}, Node ${process.versions.node}`,
    ...TOOLS.flatMap((name) => {
      const version = versionOf(name, cwd);
      return version === undefined ? [] : [`${name} ${version}`];
    }),
  ];
}

function versionOf(name: string, cwd: string): string | undefined {
  try {
    const manifest = createRequire(join(cwd, 'index.js'))(`${name}/package.json`) as { version?: string };
    return manifest.version;
  } catch {
    return undefined;
  }
}

/** Uses the options of the first file that has any: they do not change what this command shows. */
function evaluationOf(
  files: readonly string[],
  { analysisOf }: ConfiguredAnalysis,
  { workspace }: Terminal,
): Evaluation | undefined {
  const options = files.map(analysisOf).find((each) => each !== undefined);
  return options === undefined ? undefined : setUp(workspace, options.rule, options.settings).evaluation;
}

function handlersIn(root: string, files: readonly string[], evaluation: Evaluation): HandlerName[] {
  const { files: texts, listings } = evaluation.workspace;
  // The helper listens to requests, too.
  const isHelper = (path: string): boolean => registersItself(texts.textAt(path) ?? '');
  return [...new Set([root, ...files.map((path) => listings.unitOf(path))])].flatMap((unit) =>
    handlersOf(unit, evaluation, isHelper),
  );
}

/** `12 handlers of express, known by the call that registers it: sure` */
function handlerLines(found: readonly HandlerName[]): string[] {
  const counts = new Map<string, HandlerName[]>();
  for (const handler of found) addTo(counts, `${handler.framework}${sep}${handler.by}`, handler);
  if (counts.size === 0) return ['no handler'];
  return [...counts.values()]
    .sort((a, b) => b.length - a.length)
    .map((alike) => {
      const [{ framework, by } = { framework: '', by: 'reach' as const }] = alike;
      const evidence = isLikely(by) ? 'likely' : 'sure';
      return `${counted(alike.length, 'handler')} of ${framework}, known by ${HANDLER_WORDS[by]}: ${evidence}`;
    });
}

function importLine({ all, lost, lostCount }: FollowedImports): string {
  if (lostCount === 0) return `${counted(all, 'import')} of own files, all resolved`;
  const more = lost.length > SHOWN_IMPORTS ? ', …' : '';
  return (
    `${counted(all, 'import')} of own files, ${lostCount.toString()} not resolved: ` +
    `${lost.slice(0, SHOWN_IMPORTS).join(', ')}${more}`
  );
}

/** What to do about unresolved imports, however few: the code behind each is not checked. */
function importAdvice({ lost }: FollowedImports): string[] {
  const [alias] = lost.filter((specifier) => !specifier.startsWith('.'));
  const [relative] = lost.filter((specifier) => specifier.startsWith('.'));
  return [
    ...(alias === undefined
      ? []
      : [
          `'${alias}' and imports like it are not resolved: add the alias to \`paths\` in tsconfig.json, or to ` +
            '`imports` in package.json.',
        ]),
    ...(relative === undefined
      ? []
      : [`No file was found for '${relative}': if it is generated or built, run that step first.`]),
  ];
}

/** The other commands pass over an unreadable tsconfig, because they rarely need it. */
function tsconfigAdvice(roots: readonly string[], terminal: Terminal): string[] {
  const broken = new Set(roots.flatMap((root) => brokenTsconfig(root) ?? []));
  return [...broken].map(
    (path) => `${shownPath(path, terminal)} is not JSON, so its path aliases are not known: fix it.`,
  );
}

/** The first few files that cannot be read, each with the reason. */
function failureLines(failures: readonly Failure[], terminal: Terminal): string[] {
  if (failures.length === 0) return [];
  const more = failures.length - SHOWN_FAILURES;
  return [
    `${counted(failures.length, 'file')} could not be read:`,
    ...failures.slice(0, SHOWN_FAILURES).map((failure) => `  ${placeOf(failure, terminal)}  ${failure.reason}`),
    ...(more > 0 ? [`  and ${more.toString()} more`] : []),
  ];
}

function failureAdvice({ length }: readonly Failure[]): string[] {
  if (length === 0) return [];
  const them = length === 1 ? 'it' : 'them';
  return [
    `${counted(length, 'file')} could not be read and ${length === 1 ? 'is' : 'are'} not checked: ` +
      `fix ${them}, or let git or ESLint ignore ${them}.`,
  ];
}
