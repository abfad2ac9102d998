// Writes the site to .site/: every page of docs/, the README, a search, and the playground. Run it with `npm run site`;
// `--` and another folder change the output folder. `npm run site:dev` serves the site, and rebuilds it after changes.
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './build/bundle.js';
import { listPages } from './build/pages.js';
import { linker } from './build/links.js';
import { renderLanding } from './build/landing.js';
import { renderMarkdown } from './build/markdown.js';
import { renderPlayground } from './build/playground.js';
import { indexOf } from './build/search-index.js';
import { renderContents, renderPage } from './build/template.js';

const root = new URL('../', import.meta.url);
const SCRIPTS = {
  search: 'client/search.ts',
  playground: 'client/playground/page.ts',
  engine: 'client/playground/worker.ts',
};

/**
 * Builds the site into the folder `out`, which is emptied first.
 *
 * @throws {Error} listing every broken link
 */
export async function buildSite(out) {
  const pages = listPages(root);
  const links = linker(root, pages);
  const rendered = pages.map((page) => ({ page, ...renderMarkdown(page.text, links.from(page)) }));
  const landing = renderLanding(pages, links);
  const dead = [
    ...links.dead,
    ...links.deadAnchors(new Map(rendered.map(({ page, headings }) => [page.source, headings]))),
  ];
  if (dead.length > 0) throw new Error(`The site has links that lead nowhere:\n${dead.join('\n')}`);

  rmSync(out, { recursive: true, force: true });
  const write = (path, text) => {
    const file = new URL(path, out);
    mkdirSync(dirname(fileURLToPath(file)), { recursive: true });
    writeFileSync(file, text);
  };
  for (const { page, html, headings } of rendered) {
    write(
      page.path,
      renderPage({
        path: page.path,
        title: `${page.title} · fire-task`,
        description: descriptionOf(page),
        pages,
        content: `<article>${html}</article>`,
        contents: renderContents(headings),
      }),
    );
  }
  write('index.html', landing);
  write('playground.html', await renderPlayground(pages));
  write('assets/search.json', indexOf(rendered));
  for (const picture of links.pictures) {
    const file = new URL(picture.replace(/^docs\//, ''), out);
    mkdirSync(dirname(fileURLToPath(file)), { recursive: true });
    copyFileSync(new URL(picture, root), file);
  }
  cpSync(new URL('assets/', import.meta.url), new URL('assets/', out), { recursive: true });
  for (const [name, entry] of Object.entries(SCRIPTS)) await bundle(entry, new URL(`assets/${name}.js`, out));
  return pages;
}

/** The first sentences of a page, as its description in search results. */
function descriptionOf({ text, title }) {
  const paragraph = text.split('\n\n').find((part) => /^[A-Z`]/.test(part)) ?? title;
  return paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out =
    process.argv[2] === undefined
      ? new URL('../.site/', import.meta.url)
      : pathToFileURL(`${resolve(process.argv[2])}/`);
  const pages = await buildSite(out);
  console.log(`${pages.length + 2} pages in ${fileURLToPath(out)}`);
}
