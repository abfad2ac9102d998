// A session in an editor: two long-lived ESLint instances, without a rule and with ours, take turns to lint the unsaved
// text of one file after each edit. Prints the median processor time of each, in milliseconds, and the number of our
// findings.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const [, , cache, folder, ...configs] = process.argv;
const { ESLint } = createRequire(`${cache}index.js`)('eslint');
const FILE = 'src/areas/area1/address/address.routes.ts';
/** People pause while typing; meanwhile, what was read from the disk becomes outdated. */
const PAUSE_MS = 600;
const WARM = 5;
const EDITS = 25;

const filePath = join(folder, FILE);
const saved = readFileSync(filePath, 'utf8');
const sessions = configs.map((overrideConfigFile) => ({
  eslint: new ESLint({ cwd: folder, overrideConfigFile }),
  times: [],
  findings: 0,
}));

for (let edit = 0; edit < WARM + EDITS; edit += 1) {
  // An edit inserts a call into a handler: another one of the service, without an owner.
  const text = saved.replace(
    "router.get('/export', async (req, res) => {",
    `$&\n    const started${edit} = ${edit};\n    service.remove(userOf(req), String(started${edit}));`,
  );
  await setTimeout(PAUSE_MS);
  for (const session of edit % 2 === 0 ? sessions : sessions.toReversed()) {
    const start = process.cpuUsage();
    const [result] = await session.eslint.lintText(text, { filePath });
    const { user, system } = process.cpuUsage(start);
    if (edit >= WARM) session.times.push((user + system) / 1000);
    session.findings = result.messages.length;
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const [none, ours] = sessions;
process.stdout.write(
  `${JSON.stringify({ ours: median(ours.times), theirs: median(none.times), slowest: Math.max(...ours.times), findings: ours.findings })}\n`,
);
