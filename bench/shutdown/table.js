// Formats the results of bench/shutdown.js.

/** A busy machine sometimes takes this much longer. */
const NOISE_MS = 250;

/** The rows in which ours loses something, exits with another code, or is slower than a library that loses nothing. */
export function shortcomings(results, way) {
  return results.flatMap(({ framework, kind, ways }) => {
    const { [way]: ours, ...others } = ways;
    const place = `${framework}, ${kind}`;
    if (rank(ours) > 0) return [`${place}: ${cell(ours)}`];
    return Object.entries(others).flatMap(([name, other]) =>
      rank(other) === 0 && other.ms + NOISE_MS < ours.ms
        ? [`${place}: ${name} takes ${other.ms} ms, not ${ours.ms}`]
        : [],
    );
  });
}

/** 0 when nothing was lost and the exit code is 0. */
const rank = ({ lost, code, answer }) => Number(lost > 0) + Number(code !== 0) + Number((answer ?? '') !== '');

/** @param results - a list of `{ framework, kind, ways: { [way]: { lost, code, ms, answer } } }` */
export function tableOf(results, ways) {
  const rows = results.map((row) => [row.framework, row.kind, ...ways.map((way) => cell(row.ways[way]))]);
  const table = [['', 'held at SIGTERM', ...ways], ['', '', ...ways].map(() => '---'), ...rows];
  return table.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell({ lost, code, ms, answer }) {
  const parts = [`${ms} ms`, codeInWords(code), lost > 0 && `${lost} lost`, answer];
  return parts.filter(Boolean).join(', ');
}

function codeInWords(code) {
  if (code === 0) return '';
  return code === null ? 'by the signal' : `exit ${code}`;
}
