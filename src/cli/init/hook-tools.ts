import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFile, readJson } from '../../project/manifest.ts';

/** A tool that runs hooks from its own configuration, which people write by hand. */
interface HookTool {
  readonly name: string;
  /** Its configuration files, relative to a folder of the project. */
  readonly files: RegExp;
  /** What to add to that configuration, given the check. */
  readonly addition: (check: string) => string;
}

const TOOLS: readonly HookTool[] = [
  {
    name: 'lint-staged',
    files: /^(?:\.lintstagedrc(?:\.\w+)?|lint-staged\.config\.[cm]?[jt]s)$/,
    addition: (check) => `"*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}": "${check}"`,
  },
  {
    name: 'lefthook',
    files: /^(?:\.config\/)?\.?lefthook\.(?:ya?ml|toml|json)$/,
    addition: (check) => `run: ${check} {staged_files}`,
  },
  {
    name: 'pre-commit',
    files: /^\.pre-commit-config\.ya?ml$/,
    addition: () => 'the hook `fire-task` of this plugin, as docs/guides/ci.md shows',
  },
  {
    name: 'simple-git-hooks',
    files: /^\.?simple-git-hooks\.(?:[cm]?js|json)$/,
    addition: (check) => `"pre-commit": "npx --no-install ${check} ."`,
  },
];

/**
 * A remark if a tool runs the commit hooks; undefined otherwise.
 *
 * @param folders - of the package and of the repository
 */
export function remarkOnTool(
  folders: readonly string[],
  dependsOn: (name: string) => boolean,
  check: string,
): string | undefined {
  for (const { name, files, addition } of TOOLS) {
    const own = folders.flatMap((folder) => filesIn(folder, files));
    const keys = folders.map((folder) => readJson(join(folder, 'package.json'))?.[name]);
    const written = [
      ...own.map((file) => readFileSync(file, 'utf8')),
      ...keys.map((key) => (key === undefined ? '' : JSON.stringify(key))),
    ];
    if (written.some((text) => text.includes('fire-task')))
      return `The configuration of ${name} already contains fire-task.`;
    if (own.length > 0 || keys.some((key) => key !== undefined) || dependsOn(name))
      return `${name} runs the commit hooks here. Add to its configuration: ${addition(check)}`;
  }
  return undefined;
}

function filesIn(folder: string, names: RegExp): string[] {
  const below = join(folder, '.config');
  return [...readdirSync(folder), ...(existsSync(below) ? readdirSync(below).map((name) => `.config/${name}`) : [])]
    .filter((name) => names.test(name))
    .map((name) => join(folder, name))
    .filter(isFile);
}
