// Turns figures into ratios, and ratios into tables.
import { readFileSync, writeFileSync } from 'node:fs';

/** One row per measurement, with a ratio for each server. */
export function ratioRows(rows, results) {
  return rows.flatMap((row) => {
    const result = results.find(({ race }) => race.id === row.race);
    if (result === undefined) return [];
    const names = result.servers.length === 0 ? [''] : result.servers.map(({ name }) => name);
    const ratios = Object.fromEntries(names.map((name) => [name, ratioOf(row, name, result.found)]));
    return [{ ...row, ratios, servers: result.servers.map(({ name, title }) => ({ name, title })) }];
  });
}

function ratioOf({ ours, peer, metric, figures: [our, their] = [metric, metric] }, name, found) {
  return found.get(`${name}/${ours}`)?.[our] / found.get(`${name}/${peer}`)?.[their];
}

/** The factors by which time and memory grow with ten times the files. */
export function growthRows({ from, to, most, mostMemory, metrics, subjects }, results) {
  const result = results.find(({ race }) => race.id === 'growth');
  if (result === undefined) return [];
  return subjects.flatMap((subject) => {
    const [small, large] = [from, to].map((size) => result.found.get(`${size}/${subject}`));
    return [
      ...metrics.map((metric) => ({
        what: `${subject}, ${to.toLocaleString('en')} files`,
        against: `${from.toLocaleString('en')} files`,
        metric,
        value: large[metric] / small[metric],
        most,
      })),
      ...(large.memory === undefined
        ? []
        : [
            {
              what: `${subject}, ${to.toLocaleString('en')} files`,
              against: 'MiB at the peak',
              metric: 'memory',
              value: large.memory,
              most: mostMemory,
              unit: 'MiB',
            },
          ]),
    ];
  });
}

export function renderJson(report) {
  return `${JSON.stringify(report, null, 2)}\n`;
}

export function renderMarkdown({ machine, versions, seed, published, rounds, rows, growth }) {
  const servers = [...new Map(rows.flatMap((row) => row.servers.map(({ name, title }) => [name, title]))).entries()];
  const lines = [
    `${machine}; ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(
        ', ',
      )}. Medians of ${rounds} rounds in turns; generated servers of seed ${seed}; ${published.join(', ')} as published.`,
    '',
    `| | against | of | ${servers.map(([, title]) => title).join(' | ')} | to reach | |`,
    `|---|---|---|${servers.map(() => '---').join('|')}${servers.length > 0 ? '|' : ''}---|---|`,
    ...rows.map((row) => {
      const known = Object.values(row.ratios).filter((ratio) => Number.isFinite(ratio));
      const cells = servers.map(([name]) =>
        shown(
          row.ratios[name] ?? (row.ratios[''] !== undefined && servers[0][0] === name ? row.ratios[''] : undefined),
        ),
      );
      return `| ${[row.what, row.against, row.metric, ...(servers.length === 0 ? [] : cells), row.most === undefined ? '–' : `≤ ${row.most} x`, verdict(known, row.most)].join(' | ')} |`;
    }),
  ];
  if (growth.length > 0) {
    lines.push('', '| growth | against | of | | to reach | |', '|---|---|---|---|---|---|');
    for (const { what, against, metric, value, most, unit = 'x' } of growth) {
      lines.push(
        `| ${what} | ${against} | ${metric} | ${unit === 'x' ? shown(value) : Math.round(value).toLocaleString('en')} | ≤ ${most.toLocaleString('en')}${unit === 'x' ? ' x' : ''} | ${verdict([value], most)} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function shown(ratio) {
  return ratio === undefined || !Number.isFinite(ratio) ? '' : `${ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2)} x`;
}

function verdict(values, most) {
  if (most === undefined || values.length === 0) return '';
  const reached = values.filter((value) => value <= most).length;
  if (reached === values.length) return 'reached';
  return reached === 0 ? 'not reached' : `reached on ${reached} of ${values.length}`;
}

const START = '<!-- bench: start, written by npm run bench -- --write -->';
const END = '<!-- bench: end -->';

/** Writes the table into a page, between its two markers. */
export function writeBetweenMarkers(path, markdown) {
  const page = readFileSync(path, 'utf8');
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${path} has no place for the table: add the lines\n${START}\n${END}`);
  writeFileSync(path, `${page.slice(0, start + START.length)}\n${markdown}${page.slice(end)}`);
}
