import { putBetween } from '../comparison-page.js';
import { REASONS } from './reasons.js';

/**
 * Prints how far we agree with each suite, and why not; with `write`, also puts it into docs/comparison.md.
 *
 * @param {readonly object[]} results
 * @param {boolean} write
 */
export function tablesOf(results, write) {
  const text = [suiteTable(results), '', reasonTable(results)].join('\n');
  console.log(text);
  if (write) putBetween('oracle', text);
}

function suiteTable(results) {
  const rows = results.flatMap(({ pin, cases, skipped, unread, rows: all }) =>
    ['without types', 'with types'].map((types) => {
      const own = all.filter((row) => row.types === types);
      const differing = new Set(own.map(({ example }) => example)).size;
      const disagree = own.filter(({ reason }) => reason === undefined).length;
      return `| ${pin.name} | ${pin.commit.slice(0, 9)} | ${types} | ${cases - unread} | ${cases - unread - differing} | ${differing} | ${disagree} | ${skipped + unread} |`;
    }),
  );
  return [
    '| suite | commit | | cases | agree | differ by design | disagree | left out |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function reasonTable(results) {
  const rows = results.flatMap(({ rows: all }) => all);
  const counted = REASONS.map(({ id, reason }) => ({
    id,
    reason,
    without: countOf(rows, id, 'without types'),
    with: countOf(rows, id, 'with types'),
  }));
  return [
    '| differs by design | why | lines without types | with types |',
    '|---|---|---|---|',
    ...counted
      .filter((row) => row.without + row.with > 0)
      .map((row) => `| ${row.id} | ${row.reason} | ${row.without} | ${row.with} |`),
  ].join('\n');
}

function countOf(rows, id, types) {
  return rows.filter((row) => row.types === types && row.reason?.id === id).length;
}
