import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countsBy } from '../report/table.js';

const COMMAND = resolve(import.meta.dirname, '../../dist/command/main.js');

/**
 * Prints what the built command finds below the folders by form, framework and certainty, or a sample with its code, to
 * be read by a person.
 */
export function countFindings(folders, { reach = 'project', sample, seed, json }) {
  const found = folders.map((folder) => ({ folder, ...reportOf(resolve(folder), reach) }));
  const sites = found.flatMap(({ folder, routes }) =>
    routes.flatMap(({ findings, ...route }) =>
      findings.map((finding) => ({
        ...route,
        ...finding,
        path: join(resolve(folder), finding.file),
        place: `${folder}/${finding.file}:${finding.line}`,
      })),
    ),
  );
  if (json) console.log(JSON.stringify(sites, null, 2));
  else if (sample) printSample(sites, Number(sample), Number(seed ?? 1));
  else printCounts(found, sites);
}

/** @throws {Error} with what the command says, when it could not run */
function reportOf(root, reach) {
  const args = [COMMAND, 'report', '--json', '--no-eslint-config', '--reach', reach, '.'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0 && status !== 1) throw new Error(`the report of ${root} ended with ${status}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

function printCounts(found, sites) {
  for (const { folder, files, findings } of found) console.log(`${folder}: ${files} files, ${findings} findings`);
  for (const [title, keyOf] of [
    ['form', (site) => site.form],
    ['framework', (site) => site.framework],
    ['kind of handler', (site) => site.kind],
    ['launch known by', (site) => site.evidence.step],
    ['distance', (site) => (site.chain.length === 0 ? 'in the handler' : `${site.chain.length} calls away`)],
  ]) {
    console.log(`\n${title}`);
    for (const [key, count] of countsBy(sites, keyOf)) console.log(`  ${String(count).padStart(5)}  ${key}`);
  }
}

function printSample(sites, count, seed) {
  const drawn = shuffled(sites, seed).slice(0, count);
  for (const [index, site] of drawn.entries()) {
    const lines = readFileSync(site.path, 'utf8').split('\n');
    console.log(`\n## ${index + 1}. ${site.place} ${site.form} (${site.framework}; ${site.evidence.why})`);
    console.log(site.message);
    for (let line = Math.max(1, site.line - 12); line <= Math.min(lines.length, site.line + 8); line += 1) {
      console.log(`${line === site.line ? '>' : ' '} ${String(line).padStart(4)} ${lines[line - 1]}`);
    }
  }
}

/** The same order for the same seed (mulberry32). */
function shuffled(items, seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const order = [...items];
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other], order[index]];
  }
  return order;
}
