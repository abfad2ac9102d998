import { dirname, relative, sep } from 'node:path';
import type { UserOptions } from '../findings/options.ts';
import { readText } from '../project/manifest.ts';
import type { Eslint } from './eslint-class.ts';
import type { Terminal } from './terminal.ts';
import { configAbove, projectEslint } from './eslint-class.ts';
import { isNamedFor, isTypeScript, readsTypeScript, ruleIn, samplesBelow } from './eslint-samples.ts';
import { CannotRun } from './exit.ts';
import { counted } from './terminal.ts';

/** Our rule's part of an ESLint configuration. */
export interface RuleConfig {
  readonly options: UserOptions;
  /** The value of `settings['fire-task']`. */
  readonly settings: unknown;
}

/** What ESLint's configuration says about some files. */
export interface EslintAnswer {
  /**
   * By path; undefined for a file in which the rule is off. Files with equal configurations share one object. Undefined
   * as a whole when there is no ESLint, no flat configuration, or none that names our rule.
   */
  readonly configs: ReadonlyMap<string, RuleConfig | undefined> | undefined;
  /** Why an existing configuration was not used. */
  readonly remarks: readonly string[];
}

const NOTHING: EslintAnswer = { configs: undefined, remarks: [] };

/**
 * Asks the project's own ESLint how each file configures our rule.
 *
 * @throws {CannotRun} when the configuration cannot be loaded
 */
export async function readEslintConfig(
  files: readonly string[],
  { cwd, workspace }: Pick<Terminal, 'cwd' | 'workspace'>,
): Promise<EslintAnswer> {
  const [first] = files;
  // Loading ESLint takes longer than many runs of the command.
  const written = first === undefined ? undefined : configAbove(dirname(first));
  if (first === undefined || written === undefined) return NOTHING;
  const ESLint = await projectEslint(cwd);
  let eslint = ESLint === undefined ? undefined : new ESLint({ cwd });
  if (ESLint === undefined || eslint?.findConfigFile === undefined) return notAsked(written, eslint !== undefined, cwd);
  let place: string | undefined;
  try {
    place = await eslint.findConfigFile(first);
    if (place === undefined) return NOTHING;
    const folder = dirname(place);
    const reads = await readsTypeScript(files, folder, eslint, workspace);
    if (!reads) eslint = new ESLint({ cwd, overrideConfig: { files: ['**/*.{ts,tsx,mts,cts}'] } });
    const configs = await configsOf(files, eslint);
    // The rule may be off for just the few files of a commit.
    const isNamed = [...configs.values()].some((config) => config !== undefined);
    return isNamed || (await isNamedFor(samplesBelow(folder, files, workspace), eslint))
      ? { configs, remarks: reads ? [] : [unreadTypeScript(files)] }
      : NOTHING;
  } catch (error) {
    throw new CannotRun(
      `The ESLint configuration ${place ?? `in ${cwd}`} cannot be loaded: ${inOneLine(error)}. Fix it, or ` +
        'ignore it with --no-eslint-config.',
    );
  }
}

/** If a configuration contains our rule but cannot be used, the user is told. */
function notAsked(written: string, isInstalled: boolean, cwd: string): EslintAnswer {
  if (!(readText(written) ?? '').includes('fire-task')) return NOTHING;
  const why = isInstalled ? 'the installed ESLint does not support it' : 'ESLint is not installed here';
  return {
    configs: undefined,
    remarks: [`${relative(cwd, written).split(sep).join('/')} is not used because ${why}: the rule's defaults apply.`],
  };
}

/** The command can read TypeScript without ESLint, so nothing else would reveal this. */
function unreadTypeScript(files: readonly string[]): string {
  const count = files.filter(isTypeScript).length;
  return (
    `ESLint reads none of your ${counted(count, 'TypeScript file')}, because no part of eslint.config applies to ` +
    `${count === 1 ? 'it' : 'them'}: add a parser (npx fire-task init does that).`
  );
}

async function configsOf(
  files: readonly string[],
  eslint: Eslint,
): Promise<ReadonlyMap<string, RuleConfig | undefined>> {
  const configs = new Map<string, RuleConfig | undefined>();
  const same = new Map<string, RuleConfig>();
  for (const path of files) {
    const config = await eslint.calculateConfigForFile(path);
    const rule = ruleIn(config);
    const [severity, options = {}] = Array.isArray(rule) ? (rule as [unknown, UserOptions?]) : [rule];
    if (severity === undefined || severity === 0 || severity === 'off') {
      configs.set(path, undefined);
      continue;
    }
    const settings: unknown = config?.settings?.['fire-task'];
    const key = JSON.stringify([options, settings], (_, value: unknown) =>
      value instanceof RegExp ? String(value) : value,
    );
    const known = same.get(key) ?? { options, settings };
    same.set(key, known);
    configs.set(path, known);
  }
  return configs;
}

/** ESLint explains wrong rule options in the lines after the first. */
function inOneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
}
