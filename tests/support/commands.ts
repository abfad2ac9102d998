import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { workspace } from './engine.ts';
import { runProgram } from '../../src/cli/program.ts';
import { ROOT } from './pages.ts';

/** Other people's programs that pages show, with the path of the program to ask for its help. */
const HELPS: Readonly<Record<string, string>> = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  jscodeshift: 'node_modules/jscodeshift/bin/jscodeshift.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  'eslint-doc-generator': 'node_modules/eslint-doc-generator/dist/bin/eslint-doc-generator.js',
  changeset: 'node_modules/@changesets/cli/bin.js',
};
/** Our flags, which jscodeshift passes to the transform. */
const OF_TRANSFORM = ['--reach', '--names', '--helper', '--flavour'];
/** The short flags of npm that pages use. The long ones are npm's own settings, which it can list. */
const SHORT_OF_NPM = ['-D', '-g', '-w'];
/** Programs of every shell, without flags that a page could get wrong. */
const PLAIN = ['cd', 'kill', 'chmod', 'cat', 'diff', 'curl'];

const helps = new Map<string, string>();

function helpOf(name: string, path: string): string {
  const known = helps.get(name);
  if (known !== undefined) return known;
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, path), '--help'], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  helps.set(name, stdout + stderr);
  return stdout + stderr;
}

async function helpOfOurs(command: string): Promise<string> {
  const lines: string[] = [];
  const code = await runProgram([command, '--help'], {
    cwd: ROOT,
    colors: picocolors.createColors(false),
    workspace,
    print: (text) => void lines.push(text),
    warn: (text) => void lines.push(text),
    progress: () => ({ meter: () => undefined, end: () => undefined }),
  });
  if (code !== 0) throw new Error(`fire-task has no command ${command}.`);
  return lines.join('\n');
}

/** The commands of a script, without comments, variable assignments, redirections and quotes. */
export function commandsOf(script: string): string[][] {
  return script
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split(/&&|\|\||;/))
    .map((command) =>
      [...command.replaceAll(/\s>{1,2}\s*\S+/g, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
        ([, double, single, bare]) => double ?? single ?? bare ?? '',
      ),
    )
    .map((words) => words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word))))
    .filter((words) => words.length > 0);
}

function faultOfPreload(specifier: string): string | undefined {
  try {
    createRequire(join(ROOT, 'package.json')).resolve(specifier);
    return undefined;
  } catch {
    return `There is no ${specifier}.`;
  }
}

/**
 * What is wrong with a command: a program, a subcommand, a flag or a script of package.json that does not exist.
 * Undefined if nothing is.
 */
export async function faultOf([program = '', ...args]: readonly string[]): Promise<string | undefined> {
  if (program === 'npx') return faultOf(args);
  if (program === 'npm') return faultOfNpm(args);
  if (program === 'git') return faultOfGit(args);
  // The user's own program, with something of ours loaded before it.
  if (program === 'node' && /^--(?:import|require)$/.test(args[0] ?? '')) return faultOfPreload(args[1] ?? '');
  if (program === 'bash' || program === 'node')
    return args[0] !== undefined && existsSync(join(ROOT, args[0])) ? undefined : `There is no file ${args[0] ?? ''}.`;
  const flags = args.filter((word) => /^--?[a-z]/.test(word)).map((word) => word.split('=')[0] ?? '');
  if (program === 'fire-task')
    return faultOfFlags(flags, await helpOfOurs(args[0] ?? ''), `fire-task ${args[0] ?? ''}`);
  const help = HELPS[program];
  if (help !== undefined)
    return faultOfFlags(
      flags.filter((flag) => program !== 'jscodeshift' || !OF_TRANSFORM.includes(flag)),
      helpOf(program, help),
      program,
    );
  return PLAIN.includes(program)
    ? undefined
    : `Nothing is known of the program ${program}: give it a way to be checked in tests/support/commands.ts, or name the block run=… and run it.`;
}

function faultOfFlags(flags: readonly string[], help: string, program: string): string | undefined {
  const unknown = flags.find(
    (flag) => !new RegExp(`(?<![\\w-])${flag.replace(/^--(?:no-)?/, '--(?:no-|[[(]no-[\\])])?')}(?![\\w-])`).test(help),
  );
  return unknown === undefined ? undefined : `${program} knows no flag ${unknown}.`;
}

/** The output of a program on the PATH, remembered. */
function said(program: string, ...args: readonly string[]): string {
  const key = [program, ...args].join(' ');
  const known = helps.get(key);
  if (known !== undefined) return known;
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  helps.set(key, stdout + stderr);
  return stdout + stderr;
}

function faultOfGit([command = '', ...args]: readonly string[]): string | undefined {
  const usage = said('git', command, '-h');
  if (!usage.includes(`usage: git ${command}`)) return `git has no command ${command}.`;
  // `-am` is two flags.
  const flags = args
    .filter((word) => word.startsWith('-'))
    .flatMap((word) =>
      word.startsWith('--') ? [word.split('=')[0] ?? ''] : Array.from(word.slice(1), (letter) => `-${letter}`),
    );
  return faultOfFlags(flags, usage, `git ${command}`);
}

function faultOfNpm([command = '', ...args]: readonly string[]): string | undefined {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const at = own.findIndex((word) => word === '-w' || word === '--workspace');
  const folder = at < 0 ? '.' : `examples/${own[at + 1] ?? ''}`;
  const { scripts = {} } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as {
    scripts?: Record<string, string>;
  };
  const settings = said('npm', 'config', 'ls', '-l');
  const unknown = own.find(
    (word) =>
      word.startsWith('-') &&
      !SHORT_OF_NPM.includes(word) &&
      !new RegExp(`^${word.replace(/^--(?:no-)?/, '').split('=')[0] ?? ''} = `, 'm').test(settings),
  );
  if (unknown !== undefined) return `npm ${command}: npm knows no ${unknown}.`;
  const script = command === 'run' ? (own[0] ?? '') : ['test', 'start'].includes(command) ? command : undefined;
  if (script !== undefined) return script in scripts ? undefined : `package.json of ${folder} has no script ${script}.`;
  return new RegExp(`^Usage:\\s+npm ${command}\\b`, 'm').test(said('npm', command, '-h'))
    ? undefined
    : `npm has no command ${command}.`;
}
