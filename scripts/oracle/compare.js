/**
 * Compares what is reported with what a suite expects, line by line. Where the suite names no lines, that something is
 * reported is compared.
 *
 * @param {{ lines?: readonly number[] }} expected
 * @param {readonly { line: number, form: string }[]} found
 * @returns {{ kind: 'extra' | 'missing', line: number | undefined, finding?: object }[]}
 */
export function differences(expected, found) {
  if (expected.lines === undefined) return found.length > 0 ? [] : [{ kind: 'missing', line: undefined }];
  const wanted = new Set(expected.lines);
  const lines = new Set(found.map(({ line }) => line));
  const extra = found.filter(({ line }) => !wanted.has(line));
  return [
    ...[...new Map(extra.map((finding) => [finding.line, finding])).values()].map((finding) => ({
      kind: 'extra',
      line: finding.line,
      finding,
    })),
    ...[...wanted].filter((line) => !lines.has(line)).map((line) => ({ kind: 'missing', line })),
  ];
}
