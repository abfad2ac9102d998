// npm run agreement -- <folder…>: lints each folder (a package with its dependencies installed) without types and with
// them, and compares launch by launch.
// Every function is looked at (reach `all`), so that there is much to compare. `--write` puts the table into
// docs/comparison.md.
// Exit code 0, 1 when code alone calls something a promise that types prove is none, 2 with one sentence when a folder
// cannot be read.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { loadEngine, sourceIn } from './engine.js';
import { putBetween } from './comparison-page.js';

/** How code alone can know a launch. */
const KINDS = ['syntax', 'file', 'import', 'catalog', 'typings'];
const USAGE = 'Usage: npm run agreement -- <folder…> [--write] [--verbose]';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new Error('name at least one folder.');
  const engine = await loadEngine();
  const servers = positionals.map((folder) => compare(resolve(folder), engine, values.verbose));
  const text = tableOf(servers);
  console.log(text);
  if (values.write) putBetween('agreement', text);
  process.exitCode = servers.some(({ rows }) => rows.some(({ verdict }) => verdict === 'refuted')) ? 1 : 0;
} catch (error) {
  console.error(
    `agreement: ${error.message}\n${error.code?.startsWith('ERR_PARSE_ARGS') || error.message.startsWith('name at least') ? USAGE : (error.stack ?? '')}`,
  );
  process.exitCode = 2;
}

/** Every launch that is reported without types, with types, or both. */
function compare(root, engine, verbose) {
  const { discoverFiles, parse, outlineOf, createOracle, evaluationFor, workspace, positionAt } = engine;
  const programs = programsOf(
    root,
    discoverFiles(['.'], { cwd: root, workspace }).filter((path) => /\.[cm]?[jt]sx?$/.test(path)),
  );
  const rows = [];
  let files = 0;
  for (const { program, paths } of programs) {
    for (const path of paths) {
      const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
      const plain = parse(path, text);
      const typed = typedSource(path, text, program, engine);
      if ('message' in plain || typed === undefined) continue;
      files += 1;
      const without = findingsOf(plain, engine);
      const withTypes = findingsOf(typed, engine);
      const oracle = createOracle(evaluationFor(workspace).undecorated, ['type']);
      const calls = new Map(outlineOf(typed).calls.map((call) => [call.range.join('-'), call]));
      for (const [place, finding] of without) {
        const call = calls.get(finding.launch.range.join('-'));
        const proof = call === undefined ? undefined : oracle.launchOf(call, typed);
        const verdict = withTypes.has(place) ? 'both' : proof?.verdict === 'no' ? 'refuted' : 'types silent';
        rows.push({ kind: finding.evidence.step, verdict });
        if (verdict === 'refuted' || (verbose && verdict !== 'both'))
          console.error(
            `${path}:${positionAt(text, finding.launch.range[0]).line} ${finding.form} ${finding.callee}: ${finding.evidence.why}; ${verdict}${proof === undefined ? '' : ` (${proof.evidence.why})`}`,
          );
      }
      for (const [place, finding] of withTypes) {
        if (without.has(place)) continue;
        rows.push({ kind: 'type', verdict: 'types only' });
        if (verbose)
          console.error(
            `${path}:${positionAt(text, finding.launch.range[0]).line} ${finding.form} ${finding.callee}: ${finding.evidence.why}; types only`,
          );
      }
    }
  }
  if (files === 0)
    throw new Error(
      `${root} has no file that TypeScript takes: install its dependencies, and check its tsconfig.json.`,
    );
  return { name: basename(root).replace('+', '/'), files, rows };
}

/** A program for each tsconfig that is nearest to some of the files; files without one share the defaults. */
function programsOf(root, paths) {
  const groups = new Map();
  for (const path of paths) {
    const config = nearestConfig(dirname(path), root);
    groups.set(config, [...(groups.get(config) ?? []), path]);
  }
  return [...groups].map(([config, own]) => {
    const options =
      config === undefined
        ? {}
        : ts.parseJsonConfigFileContent(
            ts.readConfigFile(config, ts.sys.readFile).config ?? {},
            ts.sys,
            dirname(config),
          ).options;
    const program = ts.createProgram(own, {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      ...options,
      allowJs: true,
      checkJs: true,
      noEmit: true,
      skipLibCheck: true,
      composite: false,
      incremental: false,
      declaration: false,
    });
    return { program, paths: own };
  });
}

function nearestConfig(folder, root) {
  const config = join(folder, 'tsconfig.json');
  if (existsSync(config)) return config;
  return folder === root || folder.length < root.length ? undefined : nearestConfig(dirname(folder), root);
}

function typedSource(path, text, program, engine) {
  try {
    return sourceIn(program, path, text, /x$|\.js$/.test(path), engine);
  } catch {
    return undefined;
  }
}

function findingsOf(source, { findUntracked, completeOptions, evaluationFor, workspace }) {
  return new Map(
    findUntracked(source, completeOptions({ reach: 'all' }), evaluationFor(workspace)).map((finding) => [
      finding.node.range.join('-'),
      finding,
    ]),
  );
}

function tableOf(servers) {
  const all = {
    name: 'all',
    files: servers.reduce((sum, { files }) => sum + files, 0),
    rows: servers.flatMap(({ rows }) => rows),
  };
  const lines = [...servers, all].map(({ name, files, rows }) => {
    const count = (wanted) => rows.filter(wanted).length;
    const kinds = KINDS.map(
      (kind) =>
        `${count((row) => row.kind === kind && row.verdict === 'both')} of ${count((row) => row.kind === kind)}`,
    );
    const others = ['types silent', 'refuted', 'types only'].map((verdict) => count((row) => row.verdict === verdict));
    return `| ${[name, files, ...kinds, ...others].join(' | ')} |`;
  });
  return [
    '| server | files | syntax | this file | imports | catalog | typings | types say nothing | types say no | only types know |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
