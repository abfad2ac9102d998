// Installs Bun and Deno from the npm registry into .cache/runtimes, for the checks of the helper there: `npm run
// runtimes && npm test`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.cache/runtimes/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}package.json`, '{ "private": true }\n');
const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', 'bun', 'deno'], {
  cwd: folder,
  stdio: 'inherit',
});
for (const name of ['bun', 'deno']) {
  const { stdout } = spawnSync(`${folder}node_modules/.bin/${name}`, ['--version'], { encoding: 'utf8' });
  process.stdout.write(`${name} ${stdout?.split('\n', 1)[0] ?? 'could not be installed'}\n`);
}
process.exitCode = status ?? 1;
