import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Addresses {
  REPOSITORY: string;
  PUBLISHED: string;
  readdressed: (text: string) => string;
  filesWithAddresses: () => { file: string; text: string }[];
}

const ROOT = join(import.meta.dirname, '../..');
const { REPOSITORY, PUBLISHED, readdressed, filesWithAddresses } = (await import(
  join(ROOT, 'scripts/addresses.js')
)) as Addresses;

it('every link to the repository and the site is the one of package.json', () => {
  const named = filesWithAddresses();
  const paths = named.map(({ file }) => file);
  expect(paths).toEqual(
    expect.arrayContaining(['README.md', 'SECURITY.md', 'rules/create-rule.ts', 'docs/guides/ci.md']),
  );
  for (const { file, text } of named) expect(text, `${file}: npm run addresses`).toBe(readdressed(text));
});

it('an address of another owner is replaced, wherever it stands', () => {
  const { name, bugs } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; bugs: string };
  expect(
    readdressed(
      `https://github.com/other/${name}/blob/main/a.md https://other.github.io/${name}/b.html uses: other/${name}@v1 https://github.com/other/${name}-more`,
    ),
  ).toBe(
    `${REPOSITORY}/blob/main/a.md ${PUBLISHED}b.html uses: ${new URL(REPOSITORY).pathname.slice(1)}@v1 https://github.com/other/${name}-more`,
  );
  expect(bugs).toBe(`${REPOSITORY}/issues`);
});
