// What the check prints: a table by package, then each missing name and what could not be checked.
import { table } from '../report/table.js';
import { written } from './patterns.js';

/** @returns {string} */
export function reportOf({ rows, packages }) {
  const parts = [counts(rows, packages)];
  const missing = rows.filter(({ outcome }) => outcome.state === 'missing');
  const unknown = rows.filter(({ outcome }) => outcome.state === 'unknown');
  if (unknown.length > 0) parts.push(`Not checkable\n${byEntry(unknown)}`);
  if (missing.length > 0) parts.push(`Missing\n${byEntry(missing)}`);
  parts.push(
    `${rows.length} names: ${['present', 'missing', 'wildcard', 'unknown'].map((state) => `${countOf(rows, state)} ${WORDS[state]}`).join(', ')}.`,
  );
  return parts.join('\n\n');
}

const WORDS = {
  present: 'present',
  missing: 'missing',
  wildcard: 'not checked past a wildcard',
  unknown: 'not checkable',
};

function counts(rows, packages) {
  const groups = new Map();
  for (const row of rows) {
    const name =
      row.origin.package ??
      row.origin.ambient?.package ??
      (row.origin.kind === 'node' ? 'node' : row.origin.kind === 'global' ? 'global' : row.module);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const lines = [...groups]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, group]) => {
      const { versions = [], typings = [] } = packages.get(name) ?? {};
      const version = [versions.join(', '), typings.length > 0 ? `types ${typings.join(', ')}` : '']
        .filter((text) => text !== '')
        .join('; ');
      return [
        name,
        version,
        ...['present', 'missing', 'wildcard', 'unknown'].map((state) => countOf(group, state) || ''),
      ];
    });
  return table([['package', 'version', 'present', 'missing', 'wildcard', 'not checkable'], ...lines]);
}

function countOf(rows, state) {
  return rows.filter(({ outcome }) => outcome.state === state).length;
}

/** As far as the walk came, with the step where it stopped. */
function placeOf(row) {
  const { at } = row.outcome;
  return at === undefined || at < 0 ? written(row) : written({ ...row, steps: row.steps.slice(0, at + 1) });
}

function byEntry(rows) {
  return [...new Set(rows.map(({ entry }) => entry))]
    .map((entry) => {
      const own = rows.filter((row) => row.entry === entry);
      return [
        `  ${entry}`,
        ...own.map(
          (row) =>
            `    ${placeOf(row)}: ${row.outcome.reason}${row.outcome.near?.length > 0 ? `; near: ${row.outcome.near.join(', ')}` : ''}`,
        ),
      ].join('\n');
    })
    .join('\n');
}
