// npm run survey: runs ESLint and the codemod on every JavaScript and TypeScript file of pinned npm packages and
// repositories, each with a time limit.
// npm run survey -- <folder…>: prints a sample of the findings in these folders, for reading.
// The exit code is 0; 1 if a file crashed, timed out or was rewritten wrongly; 2, with one sentence on stderr, if the
// survey was not possible.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { putBetween } from './report/page.js';
import { checkFiles } from './run/pool.js';
import { tool } from './run/tool.js';
import { pageOf, tellTrouble } from './survey/figures.js';
import { showSample } from './survey/sample.js';
import { PACKAGES, REPOSITORIES } from './survey/sources.js';
import { CACHE, GITHUB, takePackage, takeRepository } from './take/index.js';

const USAGE = `Usage: npm run survey -- [--only <text>] [--mirror <place>] [--jobs <count>] [--limit <seconds>]
                             [--every <n>] [--write]
       npm run survey -- <folder…> [--reach handler|file|project|all] [--sample <count>] [--seed <number>]

  --only     only packages and repositories with this in their name
  --mirror   where the repositories are, with {owner} and {name}: an address or a folder (default ${GITHUB})
  --jobs     processes (default 2)
  --limit    seconds for a file (default 60)
  --every    only each n-th file, for a first look
  --write    put the figures into docs/maintainers/survey.md
  --reach    how far from a handler to look (default project)
  --sample   so many findings drawn at random, with their code (default 20)`;
const SURVEY = { only: '', mirror: GITHUB, jobs: '2', limit: '60', every: '1', write: false };

await tool('survey', USAGE, { ...SURVEY, reach: 'project', sample: '20', seed: '1' }, async (options, folders) => {
  if (folders.length > 0) showSample(folders, options);
  else process.exitCode = (await surveyAll(options)) ? 0 : 1;
});

/** Fetches everything, checks each file, and prints the figures. @returns whether nothing was wrong */
async function surveyAll({ only, mirror, jobs, limit, every, write }) {
  const sources = [
    ...PACKAGES.map((name) => ({ name, kind: 'package', take: () => takePackage(name) })),
    ...REPOSITORIES.map(([name, commit]) => {
      const take = () => takeRepository(name, commit, mirror);
      return { name, commit, kind: 'repository', take };
    }),
  ].filter(({ name }) => name.includes(only));
  if (sources.length === 0)
    throw new Error(`no package or repository has ${only} in its name; tools/survey/sources.js lists them.`);
  const started = Date.now();
  const surveyed = sources.map(({ take, ...source }) => {
    const root = take();
    return { ...source, root, files: codeBelow(root).filter((_, index) => index % Number(every) === 0) };
  });
  const done = await checkFiles(surveyed, { jobs: Number(jobs), limit: Number(limit) * 1000, after: tellSource });
  const page = pageOf(done, { minutes: (Date.now() - started) / 60_000, jobs, limit });
  const trouble = tellTrouble(done);
  console.log([page, ...trouble].join('\n'));
  if (write) putBetween({ page: 'maintainers/survey', name: 'survey' }, page);
  return trouble.length === 0;
}

/** A survey takes long, so each source's results are printed, and kept for a closer look. */
function tellSource(source) {
  const wrong = source.results.filter(({ troubles }) => troubles.length > 0).length;
  console.error(`${source.name}: ${source.results.length} files${wrong === 0 ? '' : `, ${wrong} with trouble`}`);
  const folder = join(CACHE, 'survey/results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${source.name.replaceAll('/', '+')}.json`), JSON.stringify(source, null, 1));
}

/** Every code file in a folder, whatever its purpose: also tests, declarations, bundles and minified files. */
function codeBelow(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
