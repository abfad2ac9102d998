import picocolors from 'picocolors';
import { runProgram } from '../../src/cli/program.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { counts } from '../../src/syntax/counts.ts';

/** Runs the check as a process of its own would: it knows nothing but the disk. Returns its output, and its parses. */
export async function checkAnew(folder: string, ...flags: string[]): Promise<{ out: string; parsed: number }> {
  const out: string[] = [];
  const before = counts.parsed;
  const workspace = createWorkspace();
  workspace.freezeDisk();
  const paths = flags.some((flag) => !flag.startsWith('-')) ? [] : ['.'];
  await runProgram(['migrate', '--check', ...paths, '--no-eslint-config', '--json', ...flags], {
    cwd: folder,
    colors: picocolors.createColors(false),
    workspace,
    print: (text) => void out.push(text),
    warn: (text) => void out.push(text),
    progress: () => ({ meter: () => undefined, end: () => undefined }),
  });
  return { out: out.join('\n'), parsed: counts.parsed - before };
}
