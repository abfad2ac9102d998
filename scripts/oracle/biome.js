import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Biome's specs: files, some of several that import each other, beside snapshots of what is reported. */
export function biomeCases(folder, path) {
  const root = join(folder, path);
  return filesBelow(root)
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && existsSync(`${file}.snap`))
    .map((file) => ({
      name: relative(root, file),
      file,
      code: readFileSync(file, 'utf8'),
      lines: reportedIn(readFileSync(`${file}.snap`, 'utf8')),
      options: '',
    }));
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function reportedIn(snapshot) {
  return [...snapshot.matchAll(/^\S+:(\d+):\d+ lint\/nursery\/noFloatingPromises/gm)].map(([, line]) => Number(line));
}
