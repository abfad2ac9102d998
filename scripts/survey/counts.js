import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { discoverFiles } from '../../dist/src/cli/discover.js';
import { createInquiries } from '../../dist/src/cli/inquiries.js';
import { sourceReader } from '../../dist/src/cli/read.js';
import { survey } from '../../dist/src/cli/survey.js';
import { createWorkspace } from '../../dist/src/project/workspace.js';

/**
 * Lints every source file below the folders and prints what was found by form, framework and certainty, or a sample
 * with its code, to be read by a person.
 */
export function countFindings(folders, { reach, sample, seed, json }) {
  const started = process.cpuUsage();
  const options = { rule: { tests: false, ...(reach && { reach }) } };
  const found = folders.map((folder) => {
    const root = resolve(folder);
    const workspace = createWorkspace();
    const analysis = { analysisOf: () => options, read: sourceReader(workspace) };
    const { files, sites, optedOut, failures } = survey(
      discoverFiles(['.'], { cwd: root, workspace }),
      analysis,
      false,
      createInquiries(workspace, false, analysis.analysisOf),
    );
    return { folder, root, files, sites, optedOut, failures };
  });
  const { user, system } = process.cpuUsage(started);
  const sites = found.flatMap((part) =>
    part.sites.map((site) => ({ ...site, place: `${part.folder}/${relative(part.root, site.path)}:${site.line}` })),
  );
  if (json) console.log(JSON.stringify(sites, null, 2));
  else if (sample) printSample(sites, Number(sample), Number(seed ?? 1));
  else printCounts(found, sites, user + system);
}

function printCounts(found, sites, cpu) {
  for (const { folder, files, sites: own, optedOut, failures } of found) {
    console.log(
      `${folder}: ${files.length} files, ${own.length} findings, ${optedOut.length} opted out, ${failures.length} not read`,
    );
  }
  for (const [title, keyOf] of [
    ['form', (site) => site.form],
    ['framework', (site) => site.framework],
    ['handler known by', (site) => site.by],
    ['launch known by', (site) => site.evidence.step],
    ['distance', (site) => (site.chain.length === 0 ? 'in the handler' : `${site.chain.length} calls away`)],
  ]) {
    console.log(`\n${title}`);
    const counts = new Map();
    for (const site of sites) counts.set(keyOf(site), (counts.get(keyOf(site)) ?? 0) + 1);
    for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1]))
      console.log(`  ${String(count).padStart(5)}  ${key}`);
  }
  for (const { folder, failures } of found)
    for (const { path, reason } of failures.slice(0, 5)) console.log(`\n${folder}: ${path}: ${reason}`);
  console.log(`\n${Math.round(cpu / 1000)} ms of processor time`);
}

function printSample(sites, count, seed) {
  const drawn = shuffled(sites, seed).slice(0, count);
  for (const [index, site] of drawn.entries()) {
    const lines = readFileSync(site.path, 'utf8').split('\n');
    console.log(
      `\n## ${index + 1}. ${site.place} ${site.form} (${site.framework} by ${site.by}; ${site.evidence.why})`,
    );
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
