// npm run trial -- <folder…>: migrates a copy of each server (a checkout with its dependencies installed), and holds
// the server's own type-check
// and tests against what they said before. The folder itself is only read. `--from <file>` names servers with commands
// of their own.
// Exit code 0, 1 when something got worse, 2 with one sentence when a server could not be tried.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeCopy, commitAll, copyOf, treeOf } from './trial/copy.js';
import { migrate } from './trial/migrate.js';
import { runIn } from './trial/run.js';
import { added, testsIn, typeErrorsIn, worseTests } from './trial/said.js';

const USAGE = `Usage: npm run trial -- <folder…> [--types "<command>"] [--test "<command>"] [--paths src,…] [--reach handler|file|project|all] [--keep <folder>] [--json]
       npm run trial -- --from <servers.json> [<name…>]
<servers.json> is a list of { folder, name?, types?, test?, paths?, reach? }; an empty command is left out. Without one, types are checked by tsc where there is a tsconfig.json.`;

class CannotTry extends Error {}

try {
  const { values, servers } = options();
  const rows = [];
  for (const server of servers) {
    console.error(`${server.name}, reach ${server.reach}`);
    rows.push(await trial(server, values.keep));
  }
  console.log(values.json ? JSON.stringify(rows, null, 2) : tableOf(rows));
  process.exitCode = rows.some(({ worse }) => worse.length > 0) ? 1 : 0;
} catch (error) {
  const isUsage = error instanceof CannotTry || error.code?.startsWith('ERR_PARSE_ARGS');
  console.error(`trial: ${error.message}${isUsage ? `\n${USAGE}` : ''}`);
  process.exitCode = 2;
}

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      types: { type: 'string' },
      test: { type: 'string' },
      paths: { type: 'string' },
      reach: { type: 'string' },
      from: { type: 'string' },
      keep: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { types, test, paths, reach } = values;
  const listed =
    values.from === undefined
      ? positionals.map((folder) => ({ folder }))
      : listOf(values.from).filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (listed.length === 0) throw new CannotTry('name at least one server.');
  return { values, servers: listed.map((server) => completed({ ...server, ...given({ types, test, paths, reach }) })) };
}

function listOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).map((server) => ({
    ...server,
    folder: resolve(dirname(path), server.folder),
    name: server.name ?? basename(server.folder),
  }));
}

function given(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function completed(server) {
  const folder = resolve(server.folder);
  if (!existsSync(folder)) throw new CannotTry(`there is no folder ${folder}.`);
  const {
    name = basename(folder).replace('+', '/'),
    types = existsSync(join(folder, 'tsconfig.json')) ? 'npx --no-install tsc --noEmit' : '',
    test = '',
    paths = '.',
    reach = 'project',
  } = server;
  return { folder, name, types, test, paths: paths.split(','), reach };
}

/** The server as it is, the codemod, the server as it is then, and the codemod once more. */
async function trial({ folder, name, types, test, paths, reach }, keep) {
  const copy = copyOf(folder, keep && join(resolve(keep), `${name.replace('/', '+')}-${reach}`));
  try {
    commitAll(copy, 'as it was');
    const before = { types: await typesOf(copy, types), tests: await testsOf(copy, test) };
    // What the tests and the type-check write is no change of the codemod's.
    commitAll(copy, 'as its own checks leave it');
    const first = migrate(copy, paths, reach);
    const { tree, files } = treeOf(copy);
    const second = migrate(copy, paths, reach);
    const isStable = treeOf(copy).tree === tree && second.rewritten.length === 0;
    const after = { types: await typesOf(copy, types), tests: await testsOf(copy, test) };
    const worse = [
      ...(isStable ? [] : ['a second run changes files']),
      ...first.failed.map(({ file, reason }) => `${file}: ${reason}`),
      ...added(before.types, after.types),
    ];
    let again;
    if (worseTests(before.tests, after.tests).length > 0) {
      // Real suites have tests that fail now and then: what is worse must be so twice.
      again = await testsOf(copy, test);
      worse.push(...worseTests(before.tests, again));
    }
    for (const line of worse) console.error(`  worse: ${line}`);
    return {
      name,
      reach,
      commands: { types, test, paths },
      findings: first.rewritten.length + first.needsPerson.length,
      rewritten: first.rewritten.length,
      left: first.needsPerson.length,
      files,
      typeErrors: types === '' ? undefined : { before: before.types.length, after: after.types.length },
      tests:
        test === ''
          ? undefined
          : { before: before.tests, after: again ?? after.tests, ...(again && { first: after.tests }) },
      stable: isStable,
      worse,
    };
  } finally {
    if (keep === undefined) closeCopy(copy);
  }
}

async function typesOf(copy, command) {
  if (command === '') return [];
  const { code, output } = await runIn(copy, command);
  const errors = typeErrorsIn(output);
  if (code !== 0 && errors.length === 0)
    throw new Error(`\`${command}\` ended with exit code ${code} and named no error: ${lastLine(output)}`);
  return errors;
}

async function testsOf(copy, command) {
  if (command === '') return undefined;
  const { code, output } = await runIn(copy, command);
  const counts = testsIn(output);
  if (counts === undefined)
    throw new Error(`\`${command}\` ended with exit code ${code} and counted no tests: ${lastLine(output)}`);
  return { code, ...counts };
}

function lastLine(output) {
  return output.trimEnd().split('\n').at(-1) || 'it printed nothing';
}

function tableOf(rows) {
  const lines = rows.map(({ name, reach, findings, rewritten, left, files, typeErrors, tests, stable, worse }) => {
    const types = typeErrors === undefined ? '' : `${typeErrors.before} → ${typeErrors.after}`;
    const cell = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
    const tested =
      tests === undefined
        ? ''
        : `${cell(tests.before)} → ${cell(tests.after)}${tests.first === undefined ? '' : ' (second try)'}`;
    return `| ${[name, reach, findings, rewritten, left, files, types, tested, stable ? 'changes nothing' : 'changes files', worse.length].join(' | ')} |`;
  });
  return [
    '| server | reach | findings | rewritten | for a person | files changed | type errors | tests | second run | worse |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
