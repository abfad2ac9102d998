import type { Flavour } from '../helper/flavour.ts';
import type { NameStyle } from '../rewriting/name-style.ts';
import type { AnalysisFlags } from './analysis.ts';
import type { FormatFlags } from './output/format.ts';

/** The flags of `fire-task migrate`. */
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
  /** Await guards instead of leaving them for manual work. */
  readonly awaitGuards?: boolean;
  /** The number of planning processes; by default, as many as are worthwhile. */
  readonly jobs?: number;
}
