import { createRequire } from 'node:module';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { AnalysisFlags } from './analysis.ts';
import type { ExitCode } from './exit.ts';
import type { InitFlags } from './init.ts';
import type { MigrateFlags } from './migrate-flags.ts';
import type { ReportFlags } from './report.ts';
import type { Terminal } from './terminal.ts';
import { REACHES } from '../handlers/reaches.ts';
import { FLAVOURS } from '../helper/flavour.ts';
import { DEFAULT_NAMES, NAME_STYLES } from '../rewriting/name-style.ts';
import { CannotRun, EXIT, sentenceOf } from './exit.ts';
import { FORMATS } from './output/format.ts';

const EXIT_CODES = `
Exit codes:
  0  nothing is left to do, or all of it was done
  1  findings remain, or a file failed
  2  the command could not run; it says what to do`;

const EXAMPLES = `
Examples:
  fire-task report src
  fire-task migrate --dry-run src
  fire-task migrate src`;

/**
 * Runs the command line. Nothing is thrown for what a user can do wrong: it is said in one sentence on the standard
 * error.
 *
 * @param args - without the program's own name
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
    // Commander has already said it, and asks for 1 where we say 2.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.cannotRun;
    if (error instanceof CannotRun) terminal.warn(`fire-task: ${error.message}`);
    else
      terminal.warn(
        'fire-task stopped by a fault of its own: ' +
          `${sentenceOf(error)}\n${error instanceof Error ? (error.stack ?? '') : ''}`,
      );
    return EXIT.cannotRun;
  }
}

/** The engine is loaded by the command that needs it, so that `--help` answers at once. */
function createProgram(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const program = new Command('fire-task')
    .description('Find promises that outlive the request that started them, and give each an owner.')
    .version(ownVersion())
    // Both are read by picocolors itself; here they are only made known.
    .option('--no-color', 'plain text, also on a terminal')
    .option('--color', 'coloured text, also into a file or pipe')
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText('after', EXAMPLES)
    .addHelpText('afterAll', EXIT_CODES)
    .configureOutput({ writeOut: trimmed(terminal.print), writeErr: trimmed(terminal.warn) })
    .exitOverride();

  analysing(program.command('report'))
    .description('list the untracked promises by route; changes nothing')
    .argument('[paths...]', 'files and folders', ['.'])
    .option('--unknown', 'also list the calls of which it cannot be known whether they launch')
    .addOption(
      new Option('--observed <file>', 'put beside it what the detector has seen; may be given several times')
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
    .description('rewrite them to tracked tasks and add the helper')
    .argument('[paths...]', 'files and folders', ['.'])
    .addOption(new Option('--dry-run', 'print the diff and touch nothing').conflicts(['check']))
    .addOption(
      new Option('--interactive', 'show each change and ask whether to make it').conflicts([
        'check',
        'dryRun',
        'json',
        'format',
      ]),
    )
    .option('--check', 'write nothing; exit 1 if a finding is left')
    .addOption(jobsOption())
    .option('--force', 'also write files that have changes git does not hold')
    .option('--await-guards', 'await what guards the code after it, where it is left to a person otherwise')
    .option('--no-drain', 'leave the shutdown of the server as it is')
    .option('--helper <path>', 'where the helper is, or is to be written')
    .addOption(flavourOption())
    .addOption(
      new Option('--names <kind>', 'names of tasks: the callee with the ids in its arguments, or the callee alone')
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
    .description('say why the calls on a line are reported, or why not')
    .argument('<place>', 'a file and a line: src/orders.ts:42')
    .action(async (place: string, flags: AnalysisFlags) => {
      const { explain } = await import('./explain.ts');
      end(await explain(place, flags, terminal));
    });

  program
    .command('init')
    .description('write the helper alone, and print the ESLint config to add')
    .argument('[folder]', 'a folder of the package', '.')
    .option('--helper <path>', 'where the helper is to be written')
    .addOption(flavourOption())
    .option('--drain', 'write the file with drainOnShutdown beside it, too')
    .option('--update', 'replace a helper that nobody has edited; show what is different from one that was edited')
    .action(async (folder: string, flags: InitFlags) => {
      const { init } = await import('./init.ts');
      end(init(folder, flags, terminal));
    });

  return program;
}

function reachOption(): Option {
  return new Option(
    '--reach <reach>',
    'how far from a handler to look (default: as ESLint is told, else "project")',
  ).choices([...REACHES]);
}

/** What every command can be told that looks for findings. */
function analysing(command: Command): Command {
  return command
    .addOption(reachOption())
    .option('--no-eslint-config', "leave aside what the project's ESLint configuration says of the rule")
    .option('--typed', "use the project's own TypeScript, by its @typescript-eslint/parser");
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Write a whole number from 1 on.');
  return count;
}

function jobsOption(): Option {
  return new Option('--jobs <count>', 'how many at once look for findings').argParser(countOf);
}

/** What is printed goes to the standard output as a whole document: `> report.html`. */
function formatOption(): Option {
  return new Option('--format <format>', 'how to print the result').choices([...FORMATS]).default('text');
}

function jsonOption(): Option {
  return new Option('--json', 'short for --format json').conflicts(['format']);
}

/** Without it, the package's dependencies and files say it. */
function flavourOption(): Option {
  return new Option('--flavour <platform>', 'what the helper hands its tasks to').choices([...FLAVOURS]);
}

function ownVersion(): string {
  const { version } = createRequire(import.meta.url)('eslint-plugin-fire-task/package.json') as { version: string };
  return version;
}

/** Commander ends its texts with a line break, and the terminal adds one. */
function trimmed(say: (text: string) => void): (text: string) => void {
  return (text) => {
    say(text.replace(/\n$/, ''));
  };
}
