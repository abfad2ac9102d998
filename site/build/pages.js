import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

/**
 * What the navigation shows, from top to bottom: a section takes the pages that its pattern names and no section before
 * it did. Those that `first` names
 * come first, the others by their titles, so that a new page is there by being written.
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
  // Reached from the pages that cite them.
  { title: 'Maintainers', pattern: /^docs\/maintainers\//, first: [], isHidden: true },
];

/** What a page is called where its own heading says something else. */
const TITLES = { 'README.md': 'Overview' };

/**
 * The pages of the site, in the order of the navigation.
 *
 * @throws {Error} that names the pages which are in no section
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

/** `docs/guides/ci.md` becomes `guides/ci.html`, `README.md` `overview.html`. */
function pathOf(source) {
  if (source === 'README.md') return 'overview.html';
  return `${source.replace(/^docs\//, '').replace(/\.md$/, '')}.html`.toLowerCase();
}
