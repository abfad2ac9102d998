/**
 * Compares reports with labels. A report on one of the first two lines of a statement labeled `flag` finds it. A report
 * on the first line of one labeled `ok` is a false alarm.
 *
 * @param {readonly object[]} labels - with `verdict` `flag` or `ok`
 * @param {{ reports: readonly { project: string, path: string, line: number }[] }} run - its other properties are
 *   passed on
 * @param {readonly string[]} columns - properties of labels; the figures are broken down by each
 */
export function scoreOf(labels, { reports, ...run }, columns) {
  const lines = new Set(reports.map(keyOf));
  const isFound = (label) => linesOf(label).some((line) => lines.has(keyOf({ ...label, line })));
  const isAlarm = (label) => lines.has(keyOf(label));
  const flags = labels.filter(({ verdict }) => verdict === 'flag');
  const oks = labels.filter(({ verdict }) => verdict === 'ok');
  const labelled = new Set(labels.flatMap((label) => linesOf(label).map((line) => keyOf({ ...label, line }))));
  const by = columns.map((column) => {
    const values = [...new Set(labels.map((label) => label[column] ?? ''))].sort();
    const groups = values.map((value) => {
      const of = (some) => some.filter((label) => (label[column] ?? '') === value);
      const [hits, alarms] = [of(flags).filter(isFound).length, of(oks).filter(isAlarm).length];
      return { value, hits, flags: of(flags).length, alarms, oks: of(oks).length };
    });
    return [column, groups];
  });
  return {
    ...run,
    flags: flags.length,
    oks: oks.length,
    missed: flags.filter((label) => !isFound(label)),
    alarms: oks.filter(isAlarm),
    elsewhere: [...lines].filter((line) => !labelled.has(line)).length,
    by: Object.fromEntries(by),
  };
}

function keyOf({ project, path, line }) {
  return `${project}\0${path}\0${line}`;
}

function linesOf({ line, end_line: end = line, verdict }) {
  return verdict === 'flag' && end > line ? [line, line + 1] : [line];
}
