import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES, ROOT, textOf } from '../support/pages.ts';

interface Link {
  /** As it is written. */
  readonly target: string;
  /** From the root; empty when it leads out of the repository. */
  readonly path: string;
  readonly anchor: string;
}

/** What a page links to and shows, code left out. */
function linksOf(page: string): Link[] {
  const prose = textOf(page)
    .replaceAll(/^(\s*)```[\s\S]*?^\1```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(
    ([, link, attribute]) => link ?? attribute ?? '',
  );
  return targets.map((target) => {
    const [path = '', anchor = ''] = target.split('#');
    if (/^[a-z]+:/.test(target)) return { target, path: '', anchor: '' };
    return { target, path: path === '' ? page : posix.normalize(posix.join(posix.dirname(page), path)), anchor };
  });
}

/** What GitHub makes of a page's headings. */
function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return [
    ...textOf(page)
      .replaceAll(/^(\s*)```[\s\S]*?^\1```$/gm, '')
      .matchAll(/^#+ (.+)$/gm),
  ].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/[^\p{L}\p{N}_\s-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

describe.each(PAGES.filter((page) => linksOf(page).some(({ path }) => path !== '')))('%s', (page) => {
  it('links to what is there', () => {
    const dead = linksOf(page).filter(
      ({ path, anchor }) =>
        path !== '' &&
        !(existsSync(join(ROOT, path)) && (anchor === '' || !path.endsWith('.md') || anchorsOf(path).includes(anchor))),
    );
    expect(dead.map(({ target }) => target)).toEqual([]);
  });
});

it('every page of docs can be reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    for (const { path } of linksOf(page))
      if (path.endsWith('.md') && existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile())
        reached.add(path);
  }
  expect(PAGES.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
});
