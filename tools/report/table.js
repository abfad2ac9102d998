/** Rows of cells as columns: the first to the left, the others to the right. */
export function table(rows, head) {
  const all = head === undefined ? rows : [head, ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => String(row[column]).length)));
  const padded = (cell, column) =>
    column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]);
  return all.map((row) => row.map(padded).join('   ').trimEnd()).join('\n');
}

/** Rows of cells as a table of Markdown. */
export function markdown(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** How often each key comes, the most frequent first. */
export function countsBy(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
