import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ page: string, name: string }} Place - a page of docs/, and the name of the markers in it */

/**
 * Puts a text between the two markers with this name in a page.
 *
 * @param {Place} place
 * @throws {Error} with one sentence when the page has no such markers
 */
export function putBetween(place, text) {
  const { file, before, begin, end, after } = partsOf(place);
  writeFileSync(file, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}

/** The text between the markers. @param {Place} place @throws {Error} as above */
export function between(place) {
  return partsOf(place).text.trim();
}

function partsOf({ page, name }) {
  const file = new URL(`../../docs/${page}.md`, import.meta.url);
  const begin = `<!-- ${name}: written by npm run ${name} -- --write -->`;
  const end = `<!-- ${name}: end -->`;
  const [before, rest] = readFileSync(file, 'utf8').split(begin);
  const [text, after] = rest?.split(end) ?? [];
  if (after === undefined)
    throw new Error(`docs/${page}.md has no place for the table: it needs the lines "${begin}" and "${end}".`);
  return { file, before, begin, text, end, after };
}
