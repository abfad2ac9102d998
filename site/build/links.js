import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { PUBLISHED, REPOSITORY } from '../../scripts/addresses.js';

/** The only page without a Markdown source. */
const PLAYGROUND = 'playground.html';

/**
 * Resolves links: to the site's page if its source is linked, to a copy of pictures, and to GitHub for other files of
 * the repository. Broken links are collected in `dead`, one sentence each.
 */
export function linker(root, pages) {
  const bySource = new Map(pages.map((page) => [page.source, page]));
  const dead = [];
  const anchors = [];
  const pictures = new Set();

  /** Returns a function that resolves the links of one page. */
  function from(page) {
    const up = upFrom(page.path);
    return (href) => {
      if (href.startsWith(PUBLISHED)) {
        const path = href.slice(PUBLISHED.length).replace(/#.*/s, '');
        if (path !== PLAYGROUND)
          dead.push(`${page.source} links to ${href}: link to the page's source instead, which works on GitHub, too.`);
        return up + href.slice(PUBLISHED.length);
      }
      if (/^[a-z]+:/.test(href)) return href;
      const [path, anchor] = href.split('#');
      const source =
        path === '' ? page.source : posix.normalize(posix.join(posix.dirname(page.source), decodeURI(path)));
      const target = bySource.get(source);
      if (target !== undefined) {
        if (anchor !== undefined) anchors.push({ from: page.source, href, target, anchor });
        return path === '' ? href : `${up}${target.path}${anchor === undefined ? '' : `#${anchor}`}`;
      }
      if (source.startsWith('..') || !existsSync(new URL(source, root)))
        dead.push(`${page.source} links to ${href}, which is not there.`);
      if (/\.(?:png|svg)$/.test(source)) {
        pictures.add(source);
        return `${up}${source.replace(/^docs\//, '')}`;
      }
      return `${REPOSITORY}/blob/main/${source}`;
    };
  }

  /** Links to anchors that no heading has, once every page is rendered. `headings` is by the page's source. */
  function deadAnchors(headings) {
    return anchors
      .filter(({ target, anchor }) => !headings.get(target.source).some(({ id }) => id === anchor))
      .map(({ from: source, href }) => `${source} links to ${href}, where no heading is called so.`);
  }

  return { from, dead, deadAnchors, pictures };
}

/** The relative path from a page to the site's folder: `../` for `guides/ci.html`. */
export function upFrom(path) {
  return '../'.repeat(path.split('/').length - 1);
}

export { REPOSITORY };
