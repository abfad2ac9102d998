/** @typedef {readonly object[]} Rows - objects with a cell per column heading; or lists of cells, headings first */

/** Rows as aligned text: the first column to the left, the others to the right. @param {Rows} rows */
export function table(rows) {
  const all = cellsOf(rows);
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => String(row[column]).length)));
  const padded = (cell, column) =>
    column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]);
  return all.map((row) => row.map(padded).join('   ').trimEnd()).join('\n');
}

/** Rows as a Markdown table. @param {Rows} rows */
export function markdown(rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const [head, ...others] = cellsOf(rows);
  return [line(head), `|${head.map(() => '---|').join('')}`, ...others.map(line)].join('\n');
}

function cellsOf(rows) {
  return Array.isArray(rows[0]) ? rows : [Object.keys(rows[0]), ...rows.map((row) => Object.values(row))];
}
