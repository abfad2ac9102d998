import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { REACHES } from '../handlers/reaches.ts';
import { FLAVOURS } from '../helper/flavour.ts';
import { FORMATS } from './output/format.ts';

function reachOption(): Option {
  return new Option(
    '--reach <reach>',
    'how far to look from a handler (default: as configured in ESLint, otherwise "project")',
  ).choices([...REACHES]);
}

/** Adds the options of every command that looks for findings. */
export function analysing(command: Command): Command {
  return command
    .addOption(reachOption())
    .option('--no-eslint-config', "ignore the project's ESLint configuration")
    .option('--typed', "use the project's TypeScript through @typescript-eslint/parser")
    .option('--no-cache', 'neither read nor write node_modules/.cache/fire-task');
}

export function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Write a whole number from 1 on.');
  return count;
}

export function jobsOption(): Option {
  return new Option('--jobs <count>', 'number of threads or processes').argParser(countOf);
}

/** The standard output contains one complete document: `> report.html`. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how to print the result').choices([...FORMATS]).default('text');
}

export function jsonOption(): Option {
  return new Option('--json', 'short for --format json').conflicts(['format']);
}

/** Without this option, the package's dependencies and files determine the flavour. */
export function flavourOption(): Option {
  return new Option('--flavour <platform>', 'platform that the helper hands its tasks to').choices([...FLAVOURS]);
}
