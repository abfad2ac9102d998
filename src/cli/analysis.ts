import type { Reach } from '../handlers/reaches.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { Workspace } from '../project/workspace.ts';
import type { EslintAnswer, RuleConfig } from './eslint-config.ts';
import type { ReadSource } from './read.ts';
import type { Terminal } from './terminal.ts';
import { turnOnCache } from '../findings/cache.ts';
import { setUp } from '../findings/setup.ts';
import { CannotRun, sentenceOf } from './exit.ts';
import { readEslintConfig } from './eslint-config.ts';
import { sourceReader } from './read.ts';
import { typedReader } from './typed.ts';

/** Options of every command that analyzes files. */
export interface AnalysisFlags {
  readonly reach?: Reach;
  /** False with `--no-eslint-config`. */
  readonly eslintConfig?: boolean;
  readonly typed?: boolean;
  /** False with `--no-cache`. */
  readonly cache?: boolean;
}

/**
 * The options for a file; undefined where the user's ESLint configuration turns the rule off. Files with equal options
 * get the same object.
 */
export type AnalysisOf = (path: string) => PlanOptions | undefined;

/** How a command reads files, and what it looks for in them. */
export interface Analysis {
  readonly analysisOf: AnalysisOf;
  readonly read: ReadSource;
}

/** An analysis made from the command line and an ESLint configuration. */
export interface ConfiguredAnalysis extends Analysis {
  /** Remarks on the configuration, one sentence each. */
  readonly remarks: readonly string[];
}

const NOT_ASKED: EslintAnswer = { configs: undefined, remarks: [] };

/**
 * Reads the options for each file from the project's ESLint configuration, if it contains our rule. The command line
 * overrides them.
 *
 * @param more - the command's other options, for every file
 * @throws {CannotRun} when the configuration cannot be loaded or is wrong, or types are requested but not available
 */
export async function analysisFor(
  files: readonly string[],
  flags: AnalysisFlags,
  terminal: Pick<Terminal, 'cwd' | 'workspace'>,
  more: PlanOptions = {},
): Promise<ConfiguredAnalysis> {
  if (flags.cache !== false && flags.typed !== true) turnOnCache(terminal.workspace);
  const { configs: configured, remarks } =
    flags.eslintConfig === false ? NOT_ASKED : await readEslintConfig(files, terminal);
  // Discovery has already left out the tests that nobody named, so the analysis checks every file it is given.
  const said = { tests: true, ...(flags.reach !== undefined && { reach: flags.reach }) };
  const own: PlanOptions = { ...more, rule: said };
  const read = flags.typed === true ? await typedReader(terminal) : sourceReader(terminal.workspace);
  if (configured === undefined) return { analysisOf: () => own, read, remarks };
  const merged = new Map<object, PlanOptions>();
  for (const config of configured.values()) {
    if (config === undefined || merged.has(config)) continue;
    merged.set(config, { ...more, rule: { ...config.options, typed: false, ...said }, settings: config.settings });
    refuseWrong(config, terminal.workspace);
  }
  return {
    read,
    remarks,
    analysisOf: (path) => {
      const config = configured.get(path);
      return config === undefined ? undefined : merged.get(config);
    },
  };
}

function refuseWrong({ options, settings }: RuleConfig, workspace: Workspace): void {
  try {
    setUp(workspace, options, settings);
  } catch (error) {
    throw new CannotRun(
      `The ESLint configuration is wrong: ${sentenceOf(error)} Fix it, or ignore it with --no-eslint-config.`,
    );
  }
}
