import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from './pool.js';
import { pageOf, putIntoPage, tellTrouble } from './report.js';
import { PACKAGES, REPOSITORIES } from './sources.js';
import { takePackage, takeRepository } from './take.js';

const RESULTS = new URL('../../.cache/survey/results/', import.meta.url);

/**
 * Takes everything, looks at every file of it, and prints the figures; with `write`, also puts them into
 * docs/survey.md.
 *
 * @returns {Promise<boolean>} whether nothing was wrong
 */
export async function surveyAll({ only, mirror, jobs, limit, every, write }) {
  const sources = [
    ...PACKAGES.map((name) => ({ name, kind: 'package', take: () => takePackage(name) })),
    ...REPOSITORIES.map(([name, commit]) => ({
      name,
      commit,
      kind: 'repository',
      take: () => takeRepository(name, commit, mirror),
    })),
  ].filter(({ name }) => name.includes(only));
  if (sources.length === 0)
    throw new Error(`no package or repository has ${only} in its name; scripts/survey/sources.js lists them.`);
  const started = Date.now();
  const surveyed = [];
  for (const { take, ...source } of sources) {
    const root = take();
    const files = codeBelow(root).filter((_, index) => index % Number(every) === 0);
    surveyed.push({ ...source, root, files });
  }
  const done = await checkFiles(surveyed, { jobs: Number(jobs), limit: Number(limit) * 1000, after: tellSource });
  const page = pageOf(done, { minutes: (Date.now() - started) / 60_000, jobs, limit });
  console.log(page);
  const trouble = tellTrouble(done);
  for (const line of trouble) console.log(line);
  if (write) putIntoPage(page);
  return trouble.length === 0;
}

/** A survey takes long: what is known is said, and kept for whoever wants to look closer. */
function tellSource(source) {
  const wrong = source.results.filter(({ troubles }) => troubles.length > 0).length;
  console.error(`${source.name}: ${source.results.length} files${wrong === 0 ? '' : `, ${wrong} with trouble`}`);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(new URL(`${source.name.replaceAll('/', '+')}.json`, RESULTS), JSON.stringify(source, null, 1));
}

/** Every code file below a folder, whatever it is for: tests, declarations, bundles and minified files, too. */
function codeBelow(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
