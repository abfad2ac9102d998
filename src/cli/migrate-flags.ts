import type { Flavour } from '../helper/flavour.ts';
import type { NameStyle } from '../rewriting/name-style.ts';
import type { AnalysisFlags } from './analysis.ts';
import type { FormatFlags } from './output/format.ts';

/** What `fire-task migrate` can be told. */
export interface MigrateFlags extends AnalysisFlags, FormatFlags {
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly interactive?: boolean;
  /** False with `--no-drain`. */
  readonly drain?: boolean;
  readonly helper?: string;
  readonly flavour?: Flavour;
  readonly names?: NameStyle;
  /** Guards are awaited, not left to a person. */
  readonly awaitGuards?: boolean;
  /** Processes that plan; as many as pay when left out. */
  readonly jobs?: number;
}
