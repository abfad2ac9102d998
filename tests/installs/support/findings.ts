import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Scratch } from './scratch.ts';

interface Message {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Each finding of ESLint's JSON as `packages/api/src/app.js:7:3 message`, sorted. */
export function eslintFindings(json: string, { folder }: Pick<Scratch, 'folder'>): string[] {
  const results = JSON.parse(json) as { filePath: string; messages: Message[] }[];
  return results
    .flatMap(({ filePath, messages }) => messages.map((message) => asLine(relative(folder, filePath), message)))
    .sort();
}

/** The same of the command's JSON, whose paths begin in the folder that it ran in. */
export function commandFindings(json: string, below = ''): string[] {
  const { routes } = JSON.parse(json) as { routes: { findings: (Message & { file: string })[] }[] };
  return routes.flatMap(({ findings }) => findings.map((finding) => asLine(join(below, finding.file), finding))).sort();
}

/** What a file of each package holds, where it is there, by the package's folder. */
export function inPackages({ folder, read }: Pick<Scratch, 'folder' | 'read'>, file: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(join(folder, 'packages'))) {
    const below = join('packages', name);
    if (existsSync(join(folder, below, file))) found.set(below, read(join(below, file)));
  }
  return found;
}

function asLine(file: string, { line, column, message }: Message): string {
  return `${file}:${line}:${column} ${message}`;
}
