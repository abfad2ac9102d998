// Serves the site on this machine, and rebuilds it when its sources change: `npm run site:dev`. If port 4173 is taken,
// pass another after `--`.
import { createReadStream, existsSync, statSync, watch } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from './build.js';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A server for `folder` that is not listening yet. */
export function serverFor(folder) {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(
      folder,
      normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)),
    );
    if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    createReadStream(path).pipe(response);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = new URL('../.site/', import.meta.url);
  const port = Number(process.argv[2] ?? 4173);
  let timer;
  const build = () =>
    buildSite(out).then(
      (pages) => console.log(`${pages.length + 2} pages at http://localhost:${port}/`),
      (error) => console.error(error.message),
    );
  for (const part of ['docs', 'site', 'src', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']) {
    watch(new URL(`../${part}`, import.meta.url), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(build, 200);
    });
  }
  await build();
  serverFor(fileURLToPath(out)).listen(port, 'localhost');
}
