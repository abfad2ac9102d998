import type { Reach } from '../handlers/reaches.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { Workspace } from '../project/workspace.ts';
import type { EslintAnswer, RuleConfig } from './eslint-config.ts';
import type { ReadSource } from './read.ts';
import type { Terminal } from './terminal.ts';
import { setUp } from '../findings/setup.ts';
import { CannotRun, sentenceOf } from './exit.ts';
import { readEslintConfig } from './eslint-config.ts';
import { sourceReader } from './read.ts';
import { typedReader } from './typed.ts';

/** Options that every command has which analyses files. */
export interface AnalysisFlags {
  readonly reach?: Reach;
  /** False with `--no-eslint-config`. */
  readonly eslintConfig?: boolean;
  readonly typed?: boolean;
}

/**
 * The options for a file, the same object for files with the same; undefined where the user's ESLint configuration has
 * the rule off.
 */
export type AnalysisOf = (path: string) => PlanOptions | undefined;

/** How a command reads files, and what it looks for in them. */
export interface Analysis {
  readonly analysisOf: AnalysisOf;
  readonly read: ReadSource;
}

/** The same, made of the command line and of a configuration. */
export interface ConfiguredAnalysis extends Analysis {
  /** What is to be said of the configuration, one sentence each. */
  readonly remarks: readonly string[];
}

const NOT_ASKED: EslintAnswer = { configs: undefined, remarks: [] };

/**
 * What the ESLint configuration of the project says of each file, if it has our rule; what the command line says goes
 * before it.
 *
 * @param more - what else the command is told, for every file
 * @throws {CannotRun} when the configuration cannot be loaded or is wrong, or types are asked for and cannot be had
 */
export async function analysisFor(
  files: readonly string[],
  flags: AnalysisFlags,
  terminal: Pick<Terminal, 'cwd' | 'workspace'>,
  more: PlanOptions = {},
): Promise<ConfiguredAnalysis> {
  const { configs: configured, remarks } =
    flags.eslintConfig === false ? NOT_ASKED : await readEslintConfig(files, terminal);
  // Discovery has already left out the tests that nobody named, so the analysis looks at every file it is given.
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
