// npm run bench [-- --sizes 100,1000,10000] [--real budibase,ghost] [--only eslint,check] [--rounds 5] [--json]
// [--write docs/maintainers/performance.md]
// Every figure is a ratio to a named tool on the same files in the same run. Needs bash, git and the network: peers and
// real servers come from npm.
import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { GROWTH, RACES, ROWS } from './measures.js';
import { installPeers } from './peers.js';
import { race } from './race.js';
import { growthRows, ratioRows, renderJson, renderMarkdown, writeBetweenMarkers } from './report.js';
import { isReal, makeServer, PUBLISHED, REAL_NAMES, SEED, serversFolder } from './servers.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    real: { type: 'string', default: REAL_NAMES.join() },
    only: { type: 'string', default: RACES.map(({ id }) => id).join() },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    write: { type: 'string' },
    /** Keeps the generated servers. */
    keep: { type: 'boolean', default: false },
  },
});
const list = (text) => text.split(',').filter((part) => part !== '');
const rounds = Number(values.rounds);
const say = (text) => void process.stderr.write(`${text}\n`);

const versions = installPeers();
const folder = serversFolder();
const made = new Map();
/** Creates a server when it is first used. */
function server(name) {
  if (!made.has(name)) made.set(name, makeServer(name, folder));
  return made.get(name);
}

const results = [];
try {
  for (const one of RACES.filter(({ id }) => list(values.only).includes(id))) {
    const servers = namesFor(one).map((name) => server(name));
    if (one.on !== 'none' && servers.length === 0) continue;
    // Servers are measured one by one, except for growth: on a large server, a round takes long, and there is little
    // noise.
    const found = new Map();
    for (const some of one.on === 'growth'
      ? [servers]
      : one.on === 'none'
        ? [[undefined]]
        : servers.map((each) => [each])) {
      for (const [key, figures] of await race(
        { ...one, rounds: Math.min(one.rounds ?? rounds, rounds) },
        some,
        (text) => say(`${one.id} ${text}`),
      ))
        found.set(key, figures);
    }
    results.push({ race: one, servers, found });
  }
} finally {
  if (values.keep) say(`The servers are in ${folder}.`);
  else rmSync(folder, { recursive: true });
}

const machine = `${process.platform}, ${cpus().length} cores, Node ${process.version}`;
const report = {
  machine,
  versions,
  seed: SEED,
  published: PUBLISHED,
  rounds,
  rows: ratioRows(ROWS, results),
  growth: growthRows(GROWTH, results),
};
if (values.write !== undefined) writeBetweenMarkers(values.write, renderMarkdown(report));
process.stdout.write(values.json ? renderJson(report) : renderMarkdown(report));

function namesFor({ on, atMost = Infinity }) {
  const sizes = list(values.sizes).map(Number);
  switch (on) {
    case 'none':
      return [];
    case 'growth':
      return sizes.includes(GROWTH.to) ? [GROWTH.from, GROWTH.to] : [];
    case 'all':
      return [...sizes.filter((size) => size <= atMost), ...list(values.real).filter(isReal)];
    default:
      return sizes.includes(on) ? [on] : [];
  }
}
