// The output of the check: a table by package, followed by missing names and names that could not be checked.
import { table } from '../report/table.js';
import { written } from './patterns.js';

/** @returns {string} */
export function reportOf({ rows, packages }) {
  const parts = [counts(rows, packages)];
  const missing = rows.filter(({ outcome }) => outcome.state === 'missing');
  const unknown = rows.filter(({ outcome }) => outcome.state === 'unknown');
  if (unknown.length > 0) parts.push(`Not checkable\n${byEntry(unknown)}`);
  if (missing.length > 0) parts.push(`Missing\n${byEntry(missing)}`);
  const totals = Object.entries(STATES).map(([state, word]) => `${countOf(rows, state)} ${word}`);
  parts.push(`${rows.length} names: ${totals.join(', ')}.`);
  return parts.join('\n\n');
}

const STATES = {
  present: 'present',
  missing: 'missing',
  wildcard: 'not checked past a wildcard',
  unknown: 'not checkable',
};

function counts(rows, packages) {
  const nameOf = ({ origin: { kind, package: own, ambient }, module }) =>
    own ?? ambient?.package ?? (kind === 'node' || kind === 'global' ? kind : module);
  const names = [...new Set(rows.map(nameOf))].sort((one, other) => one.localeCompare(other));
  const lines = names.map((name) => {
    const { versions = [], typings = [] } = packages.get(name) ?? {};
    const version = [versions.join(', '), typings.length > 0 ? `types ${typings.join(', ')}` : ''];
    const group = rows.filter((row) => nameOf(row) === name);
    const by = Object.entries(STATES).map(([state, word]) => [word.split(' past')[0], countOf(group, state) || '']);
    return { package: name, version: version.filter((text) => text !== '').join('; '), ...Object.fromEntries(by) };
  });
  return table(lines);
}

function countOf(rows, state) {
  return rows.filter(({ outcome }) => outcome.state === state).length;
}

/** The pattern up to the step where the check stopped. */
function placeOf(row) {
  const { at } = row.outcome;
  return at === undefined || at < 0 ? written(row) : written({ ...row, steps: row.steps.slice(0, at + 1) });
}

function byEntry(rows) {
  return [...new Set(rows.map(({ entry }) => entry))]
    .map((entry) => {
      const own = rows.filter((row) => row.entry === entry);
      const near = ({ outcome }) => (outcome.near?.length > 0 ? `; near: ${outcome.near.join(', ')}` : '');
      const lines = own.map((row) => `    ${placeOf(row)}: ${row.outcome.reason}${near(row)}`);
      return [`  ${entry}`, ...lines].join('\n');
    })
    .join('\n');
}
