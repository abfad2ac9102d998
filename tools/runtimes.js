// Installs Bun and Deno from the npm registry into .cache/runtimes, to test the helper there: `npm run runtimes && npm
// test`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CACHE, npm } from './take/index.js';

const folder = join(CACHE, 'runtimes');
const { ok, stderr } = npm(folder, ['install', 'bun', 'deno']);
process.stderr.write(stderr);
for (const name of ['bun', 'deno']) {
  const { stdout } = spawnSync(join(folder, 'node_modules/.bin', name), ['--version'], { encoding: 'utf8' });
  process.stdout.write(`${name} ${stdout?.split('\n', 1)[0] ?? 'could not be installed'}\n`);
}
process.exitCode = ok ? 0 : 1;
