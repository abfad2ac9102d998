import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

/**
 * The navigation, from top to bottom. A section has the pages that match its pattern and are in no earlier section:
 * those in `first`, then the others by title, so that a new page appears without being listed.
 */
const SECTIONS = [
  { title: 'Start', pattern: /^README\.md$/, first: [] },
  { title: 'Rules', pattern: /^docs\/rules\//, first: ['no-untracked-promises'] },
  {
    title: 'Guides',
    pattern: /^docs\/guides\//,
    first: ['troubleshooting', 'report', 'shutdown', 'platforms', 'errors', 'observability', 'ci', 'monorepo'],
  },
  {
    title: 'Reference',
    pattern: /^docs\/(?:commands|codemod|tracker|frameworks|catalog|limits|dependencies)\.md$/,
    first: ['commands', 'codemod', 'tracker', 'frameworks', 'catalog', 'limits'],
  },
  {
    title: 'Project',
    pattern: /^(?:docs\/(?:architecture|releases)|CONTRIBUTING|CHANGELOG|SECURITY)\.md$/,
    first: ['architecture', 'CONTRIBUTING', 'CHANGELOG'],
  },
  // Not in the navigation; other pages link to them.
  { title: 'Maintainers', pattern: /^docs\/maintainers\//, first: [], isHidden: true },
];

/** Titles that differ from a page's own heading. */
const TITLES = { 'README.md': 'Overview' };

/**
 * The pages of the site, in the order of the navigation.
 *
 * @throws {Error} naming pages that are in no section
 */
export function listPages(root) {
  const sources = globSync(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/**/*.md'], {
    cwd: fileURLToPath(root),
  }).sort();
  const homeless = sources.filter((source) => !SECTIONS.some(({ pattern }) => pattern.test(source)));
  if (homeless.length > 0)
    throw new Error(
      `${homeless.join(', ')} would be in no section of the site: add it to SECTIONS in site/build/pages.js.`,
    );
  return SECTIONS.flatMap(({ title: section, pattern, first, isHidden = false }) => {
    const rank = (source) => first.indexOf(basename(source, '.md')) + 1 || Infinity;
    return sources
      .filter((source) => SECTIONS.find((other) => other.pattern.test(source))?.pattern === pattern)
      .map((source) => ({ ...pageOf(root, source, section), isHidden }))
      .sort(
        (a, b) => rank(a.source) - rank(b.source) || (rank(a.source) === Infinity ? a.title.localeCompare(b.title) : 0),
      );
  });
}

function pageOf(root, source, section) {
  const text = readFileSync(new URL(source, root), 'utf8');
  const [, heading] = /^# (.+)$/m.exec(text) ?? [];
  if (heading === undefined)
    throw new Error(`${source} has no heading of the first level: the site takes its title from there.`);
  return {
    source,
    text,
    section,
    title: TITLES[source] ?? heading.replace(/^fire-task\//, '').replaceAll('`', ''),
    path: pathOf(source),
  };
}

/** `docs/guides/ci.md` becomes `guides/ci.html`, and `README.md` becomes `overview.html`. */
function pathOf(source) {
  if (source === 'README.md') return 'overview.html';
  return `${source.replace(/^docs\//, '').replace(/\.md$/, '')}.html`.toLowerCase();
}
