import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const BUILD = pathToFileURL(join(ROOT, 'site/build/'));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fire-task-site-'));
  execFileSync(process.execPath, ['site/build.js', folder], { cwd: ROOT, stdio: 'pipe' });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const pages = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .sort();
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

it('has a page for the README, for every file of docs/ and for the playground, each in the navigation but for those of maintainers', () => {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  const expected = docs.map((path) => path.replace(/\.md$/, '.html'));
  expect(expected.length).toBeGreaterThan(15);
  expect(pages()).toEqual(
    expect.arrayContaining([
      ...expected,
      'index.html',
      'overview.html',
      'playground.html',
      'contributing.html',
      'changelog.html',
    ]),
  );
  const navigation = /<nav class="pages"[\s\S]*?<\/nav>/.exec(read('overview.html'))?.[0] ?? '';
  const shown = expected.filter((path) => !path.startsWith('maintainers/'));
  for (const path of [...shown, 'overview.html', 'playground.html']) expect(navigation).toContain(`href="${path}"`);
  expect(navigation).not.toContain('maintainers/');
});

it('has no link that leads nowhere: every page, anchor, picture, style and script is there', () => {
  const dead: string[] = [];
  let checked = 0;
  for (const page of pages()) {
    for (const [, target = ''] of read(page).matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^https?:/.test(target)) continue;
      checked += 1;
      const [path = '', anchor] = target.replaceAll('&amp;', '&').split('#');
      const file = path === '' ? page : join(dirname(page), path);
      const isThere =
        existsSync(join(folder, file)) &&
        (anchor === undefined || read(file).includes(` id="${decodeURIComponent(anchor)}"`));
      if (!isThere) dead.push(`${page}: ${target}`);
    }
  }
  expect(dead).toEqual([]);
  expect(checked).toBeGreaterThan(500);
});

it('asks nobody but itself: no page names a script, a style or a picture of another host, and each says so to the browser', () => {
  for (const page of pages()) {
    const html = read(page);
    expect(html, page).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"));
    expect(
      [...html.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="https?:[^"]*"/g)].map(([tag]) => tag),
      page,
    ).toEqual([]);
  }
});

it('shows code blocks with what their first line says of them', () => {
  const page = read('rules/no-untracked-promises.html');
  expect(page).toContain('<figcaption class="finding">reported</figcaption>');
  expect(page).toContain('<figcaption class="ok">not reported</figcaption>');
  expect(read('guides/ci.html')).toContain('<figcaption><code>.github/workflows/lint.yml</code></figcaption>');
  expect(pages().filter((path) => read(path).includes('```'))).toEqual([]);
});

interface Builders {
  listPages: (root: URL) => { source: string; text: string; path: string }[];
  linker: (
    root: URL,
    pages: unknown,
  ) => {
    from: (page: { source: string; text: string; path: string }) => (href: string) => string;
    dead: string[];
    deadAnchors: (headings: Map<string, { id: string }[]>) => string[];
  };
}

/** A small project of its own, and the site's parts. */
async function smallProject(files: Record<string, string>): Promise<Builders & { root: URL }> {
  const root = mkdtempSync(join(folder, 'project-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const [pagesModule, linksModule] = await Promise.all(
    ['pages.js', 'links.js'].map((name) => import(new URL(name, BUILD).href) as Promise<Builders>),
  );
  return { ...pagesModule, ...linksModule, root: pathToFileURL(`${root}/`) } as Builders & { root: URL };
}

it('takes a new guide in by itself, and names a page that no section takes', async () => {
  const { listPages, root } = await smallProject({ 'README.md': '# A\n', 'docs/guides/editors.md': '# Editors\n' });
  expect(listPages(root).map(({ path }) => path)).toEqual(['overview.html', 'guides/editors.html']);
  const stray = await smallProject({ 'README.md': '# A\n', 'docs/stray.md': '# Stray\n' });
  expect(() => listPages(stray.root)).toThrow(
    'docs/stray.md would be in no section of the site: add it to SECTIONS in site/build/pages.js.',
  );
});

it('names a link to a file that is not there, and to a heading that is not there', async () => {
  const { listPages, linker, root } = await smallProject({
    'README.md': '# A\n',
    LICENSE: 'MIT',
    'docs/guides/editors.md': '# Editors\n',
  });
  const found = listPages(root);
  const links = linker(root, found);
  const link = links.from(found[1] ?? { source: '', text: '', path: '' });
  expect(link('../../README.md#forms')).toBe('../overview.html#forms');
  expect(link('../../LICENSE')).toBe('https://github.com/fire-task/eslint-plugin-fire-task/blob/main/LICENSE');
  expect(link('https://fire-task.github.io/eslint-plugin-fire-task/playground.html#express/js')).toBe(
    '../playground.html#express/js',
  );
  expect(links.dead).toEqual([]);
  link('gone.md');
  expect(links.dead).toEqual(['docs/guides/editors.md links to gone.md, which is not there.']);
  expect(links.deadAnchors(new Map([['README.md', [{ id: 'a' }]]]))).toEqual([
    'docs/guides/editors.md links to ../../README.md#forms, where no heading is called so.',
  ]);
});
