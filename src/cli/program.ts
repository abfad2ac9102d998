import { createRequire } from 'node:module';
import { Command, CommanderError, Option } from 'commander';
import type { AnalysisFlags } from './analysis.ts';
import type { ExitCode } from './exit.ts';
import type { InitFlags } from './init.ts';
import type { MigrateFlags } from './migrate-flags.ts';
import type { ReportFlags } from './report.ts';
import type { Terminal } from './terminal.ts';
import { DEFAULT_NAMES, NAME_STYLES } from '../rewriting/name-style.ts';
import { CannotRun, EXIT, sentenceOf } from './exit.ts';
import { analysing, countOf, flavourOption, formatOption, jobsOption, jsonOption } from './options.ts';

const EXIT_CODES = `
Exit codes:
  0  nothing is left to do, or all of it was done
  1  findings remain, a file failed, or doctor found that nothing is checked
  2  the command could not run; it says what to do`;

const EXAMPLES = `
Examples:
  fire-task report src
  fire-task migrate --dry-run src
  fire-task migrate src`;

/**
 * Runs the command line. A user's mistake throws nothing: one sentence on the standard error explains it.
 *
 * @param args - without the program's name
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has already printed the error. Its exit code is 1 where ours is 2.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.cannotRun;
    if (error instanceof CannotRun) terminal.warn(`fire-task: ${error.message}`);
    else
      terminal.warn(
        'fire-task stopped because of an internal error: ' +
          `${sentenceOf(error)}\n${error instanceof Error ? (error.stack ?? '') : ''}`,
      );
    return EXIT.cannotRun;
  }
}

/** Each command loads the engine itself, so that `--help` answers at once. */
function createProgram(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const program = new Command('fire-task')
    .description('Find promises that outlive the request that started them, and give each an owner.')
    .version(ownVersion())
    // picocolors reads both flags itself; they are declared only so that they are accepted.
    .option('--no-color', 'plain text, even on a terminal')
    .option('--color', 'colored text, even into a file or pipe')
    .helpCommand(false)
    .showSuggestionAfterError()
    .showHelpAfterError('Add --help for the commands and their options.')
    .addHelpText('after', EXAMPLES)
    .addHelpText('afterAll', EXIT_CODES)
    .configureOutput({ writeOut: trimmed(terminal.print), writeErr: trimmed(terminal.warn) })
    .exitOverride();

  analysing(program.command('report'))
    .description('list the untracked promises by route; change nothing')
    .argument('[paths...]', 'files and folders', ['.'])
    .option('--unknown', 'also list the calls that could not be resolved')
    .addOption(
      new Option('--top <count>', 'show only the routes with most findings').argParser(countOf).conflicts(['observed']),
    )
    .addOption(
      new Option('--observed <file>', 'compare with what the detector saw; may be repeated')
        .argParser((file: string, before: string[] | undefined) => [...(before ?? []), file])
        .conflicts(['unknown']),
    )
    .addOption(jobsOption())
    .addOption(formatOption())
    .addOption(jsonOption())
    .action(async (paths: string[], flags: ReportFlags) => {
      const { report } = await import('./report.ts');
      end(await report(paths, flags, terminal));
    });

  analysing(program.command('migrate'))
    .description('rewrite them as tracked tasks and add the helper')
    .argument('[paths...]', 'files and folders', ['.'])
    .addOption(new Option('--dry-run', 'print the diff; write nothing').conflicts(['check']))
    .addOption(
      new Option('--interactive', 'show each change and ask whether to make it').conflicts([
        'check',
        'dryRun',
        'json',
        'format',
      ]),
    )
    .option('--check', 'write nothing; exit with 1 if there is a finding')
    .addOption(jobsOption())
    .option('--force', 'also write files with uncommitted changes')
    .option(
      '--await-guards',
      'also await the calls that guard the code after them, instead of leaving them for manual work',
    )
    .option('--no-drain', 'do not change how the server shuts down')
    .option('--helper <path>', 'path of the helper, existing or new')
    .addOption(flavourOption())
    .addOption(
      new Option('--names <kind>', 'task names: the callee with the ids in its arguments, or the callee alone')
        .choices([...NAME_STYLES])
        .default(DEFAULT_NAMES),
    )
    .addOption(formatOption())
    .addOption(jsonOption())
    .action(async (paths: string[], flags: MigrateFlags) => {
      const { migrate } = await import('./migrate.ts');
      end(await migrate(paths, flags, terminal));
    });

  analysing(program.command('explain'))
    .description('say why a call, or each call on a line, is reported or not')
    .argument('<place>', 'a file and a line, and a column if you like: src/orders.ts:42:7')
    .action(async (place: string, flags: AnalysisFlags) => {
      const { explain } = await import('./explain.ts');
      end(await explain(place, flags, terminal));
    });

  analysing(program.command('doctor'))
    .description('say what is checked, what is not, and what to fix')
    .argument('[paths...]', 'files and folders', ['.'])
    .action(async (paths: string[], flags: AnalysisFlags) => {
      const { doctor } = await import('./doctor.ts');
      end(await doctor(paths, flags, terminal));
    });

  program
    .command('init')
    .description('set up a project: the helper, the ESLint configuration, and a script; ask first')
    .argument('[folder]', 'a folder of the package', '.')
    .option('--helper <path>', 'path of the new helper')
    .addOption(flavourOption())
    .option('--drain', 'also write the file with drainOnShutdown')
    .option('--ci', 'also write a GitHub workflow')
    .option('--hook', 'also check the staged files before each commit')
    .option('--baseline', 'also write a baseline, so that ESLint reports only new findings')
    .option('--yes', 'write everything without asking')
    .option('--update', 'replace an unedited helper; show the differences from an edited one')
    .action(async (folder: string, flags: InitFlags) => {
      const { init } = await import('./init.ts');
      end(await init(folder, flags, terminal));
    });

  return program;
}

function ownVersion(): string {
  const { version } = createRequire(import.meta.url)('eslint-plugin-fire-task/package.json') as { version: string };
  return version;
}

/** Commander ends its texts with a line break, and the terminal adds another. */
function trimmed(say: (text: string) => void): (text: string) => void {
  return (text) => {
    say(text.replace(/\n$/, ''));
  };
}
