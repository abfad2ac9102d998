// What the demo prints for a person; nothing with --json.
let quiet = false;

export function silence() {
  quiet = true;
}

export const say = {
  title(text) {
    if (!quiet) process.stdout.write(`\n${text}\n${'-'.repeat(text.length)}\n`);
  },
  line(text) {
    if (!quiet) process.stdout.write(`${text}\n`);
  },
};

/** Rows of equal length as columns: the first to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
        )
        .join('   '),
    )
    .join('\n');
}
