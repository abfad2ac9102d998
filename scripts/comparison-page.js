import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = new URL('../docs/comparison.md', import.meta.url);

/**
 * Puts a text between the two marks of a name in docs/comparison.md.
 *
 * @throws {Error} with one sentence when the page has no such marks
 */
export function putBetween(name, text) {
  const { before, begin, end, after } = partsOf(name);
  writeFileSync(PAGE, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}

/**
 * What stands there.
 *
 * @throws {Error} as above
 */
export function between(name) {
  return partsOf(name).text.trim();
}

function partsOf(name) {
  const begin = `<!-- ${name}: written by npm run ${name} -- --write -->`;
  const end = `<!-- ${name}: end -->`;
  const [before, rest] = readFileSync(PAGE, 'utf8').split(begin);
  const [text, after] = rest?.split(end) ?? [];
  if (after === undefined)
    throw new Error(`docs/comparison.md has no place for the table: it needs the lines "${begin}" and "${end}".`);
  return { before, begin, text, end, after };
}
