import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fireTask } from '../run/command.js';

/**
 * Prints a sample of the findings in the folders, with their code, for people to read. The same seed gives the same
 * sample.
 */
export function showSample(folders, { reach, sample, seed }) {
  const sites = folders.flatMap((folder) => {
    const { files, findings, routes } = fireTask(resolve(folder), 'report', [
      '--no-eslint-config',
      '--reach',
      reach,
      '.',
    ]);
    console.log(`${folder}: ${files} files, ${findings} findings`);
    return routes.flatMap(({ findings: own, ...route }) => own.map((finding) => ({ folder, ...route, ...finding })));
  });
  const rankOf = ({ folder, file, line, column }) =>
    createHash('sha1').update([seed, folder, file, line, column].join('\0')).digest('hex');
  const drawn = sites.map((site) => ({ ...site, rank: rankOf(site) })).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  for (const [index, site] of drawn.slice(0, Number(sample)).entries()) {
    const lines = readFileSync(join(site.folder, site.file), 'utf8').split('\n');
    console.log(
      `\n## ${index + 1}. ${site.folder}/${site.file}:${site.line} ${site.form} (${site.framework}; ` +
        `${site.evidence.why})`,
    );
    console.log(site.message);
    for (let line = Math.max(1, site.line - 12); line <= Math.min(lines.length, site.line + 8); line += 1)
      console.log(`${line === site.line ? '>' : ' '} ${String(line).padStart(4)} ${lines[line - 1]}`);
  }
}
