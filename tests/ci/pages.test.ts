import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../support/blocks.ts';

const GUIDES = join(import.meta.dirname, '../../docs/guides');
const tests = ['.', '../installs', '../installs/support'].flatMap((folder) => textsIn(join(import.meta.dirname, folder))).join('\n');

function textsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(folder, name), 'utf8'));
}

describe.each(['ci.md', 'monorepo.md'])('%s', (page) => {
  const { all, unnamed } = blocksOf(page);

  it('has no block that is neither a file nor a script', () => {
    expect(unnamed).toEqual([]);
    expect(all.length).toBeGreaterThan(7);
  });

  it.each(all)('has a test that takes its $kind $name', ({ kind, name }) => {
    expect(tests).toMatch(new RegExp(`\\.${kind === 'file' ? 'file' : 'script'}\\('${name.replaceAll('.', '\\.')}'\\)|'${name.replaceAll('.', '\\.')}', /`));
  });

  it('links to what is there', () => {
    const links = [...readFileSync(join(GUIDES, page), 'utf8').matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    expect(links.length).toBeGreaterThan(2);
    for (const [link, path = '', anchor] of links) {
      const target = join(GUIDES, path === '' ? page : path);
      expect(existsSync(target), link).toBe(true);
      const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^\w\s-]/g, '').replaceAll(' ', '-'));
      if (anchor !== undefined) expect(headings, link).toContain(anchor);
    }
  });
});
