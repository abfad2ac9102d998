// The addresses of the repository and of the site are in package.json. Some files cannot read it: pages, workflows, and
// the rules' metadata, which the browser also uses. When the addresses change, `npm run addresses` updates those files.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const { name, homepage, repository } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** The repository's page. */
export const REPOSITORY = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
/** Where the site is published. */
export const PUBLISHED = homepage;

/** `owner/name`, as workflows name the repository's action. */
const SLUG = new URL(REPOSITORY).pathname.slice(1);

/** The text, with the current addresses in place of an earlier owner's. */
export function readdressed(text) {
  return text
    .replaceAll(new RegExp(`https://github\\.com/[\\w.-]+/${name}(?![\\w-])`, 'g'), REPOSITORY)
    .replaceAll(new RegExp(`https://[\\w-]+\\.github\\.io/${name}/`, 'g'), PUBLISHED)
    .replaceAll(new RegExp(`uses: [\\w.-]+/${name}@`, 'g'), `uses: ${SLUG}@`);
}

/** The files of the repository that contain an address, with their texts. */
export function filesWithAddresses() {
  const listed = execFileSync('git', ['grep', '-lIzE', `github\\.(com|io)|uses: [^ ]+/${name}@`], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
  });
  const files = listed
    .split('\0')
    .filter((file) => file !== '' && !/^(?:package(?:-lock)?\.json|CHANGELOG\.md)$/.test(file));
  return files.map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8') }));
}

if (argv[1] === fileURLToPath(import.meta.url))
  for (const { file, text } of filesWithAddresses()) {
    const after = readdressed(text);
    if (after !== text) writeFileSync(new URL(file, root), after);
  }
