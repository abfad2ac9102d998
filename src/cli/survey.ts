import type { Inspection } from '../findings/find-untracked.ts';
import type { Declared, Finding } from '../findings/finding.ts';
import type { FormName } from '../findings/forms.ts';
import type { HandlerEvidence } from '../handlers/handler.ts';
import type { Evidence } from '../promises/launch.ts';
import type { ReachEvidence } from '../reach/index.ts';
import type { Edit } from '../rewriting/edit.ts';
import type { Source } from '../syntax/source.ts';
import type { Analysis } from './analysis.ts';
import type { Excerpt } from './excerpt.ts';
import type { InquiryOf } from './inquiries.ts';
import type { PlannedSite } from './plan-file.ts';
import type { Failure } from './read.ts';
import { findUntracked, inspect } from '../findings/find-untracked.ts';
import { messageOf } from '../findings/wording.ts';
import { isOptedOut } from '../rewriting/opt-out.ts';
import { calleeText } from '../syntax/call.ts';
import { positionAt } from '../syntax/position.ts';
import { excerptOf } from './excerpt.ts';
import { sentenceOf } from './exit.ts';
import { isFailure, readIfNeeded } from './read.ts';

/** A finding as shown in a report, without its tree. */
export interface FoundSite {
  /** Absolute. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly form: FormName;
  readonly callee: string;
  /** How we know that this launches. */
  readonly evidence: Evidence;
  readonly route: string;
  readonly kind: string;
  /** Empty with reach `all`. */
  readonly framework: string;
  /** What identified the route's function as a handler. */
  readonly by: HandlerEvidence;
  /** Functions between the handler and the launch, outermost first. */
  readonly chain: readonly string[];
  /** How many other routes reach the same launch. */
  readonly others: number;
  /** Whether the route's handler is sure to run the launch, or only likely to. */
  readonly reached: ReachEvidence;
  /** The lint rule's message at this place. */
  readonly message: string;
  /** The function whose promise is dropped, if its code is available. */
  readonly declared?: Declared;
  readonly excerpt: Excerpt;
}

/** The result of reading a list of files. Each file was read, or is in `failures`. */
export interface Survey {
  /** Excludes files in which the rule is off. */
  readonly files: readonly string[];
  readonly sites: readonly FoundSite[];
  /** Findings that an eslint-disable comment marks as intended. They are not in `sites`. */
  readonly optedOut: readonly FoundSite[];
  /** Calls in handlers whose result is unused, and which may or may not launch; undefined when not requested. */
  readonly unknown?: readonly UnknownCall[];
  readonly failures: readonly Failure[];
  /** Additional remarks, one sentence each; undefined when not requested. */
  readonly remarks?: readonly string[];
  /** Findings with the reason why `migrate` skips each; present only if it would rewrite none. */
  readonly manual?: readonly PlannedSite[];
}

/** What a survey looks for besides findings, and how. */
export interface Wants {
  /** Whether to also list calls that could not be resolved. */
  readonly wantsUnknown: boolean;
  /** See `createInquiries`. */
  readonly judgesEarly: boolean;
}

/** A call that could not be resolved; line and column are 1-based. */
export interface UnknownCall {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly callee: string;
}

/**
 * Looks for untracked promises in each file where the rule is on. A file that cannot be read does not stop the survey.
 *
 * @param wantsUnknown - whether to also list calls that could not be resolved
 */
export function survey(
  files: readonly string[],
  { analysisOf, read }: Analysis,
  wantsUnknown: boolean,
  inquiryOf: InquiryOf,
): Survey {
  const sites: FoundSite[] = [];
  const optedOut: FoundSite[] = [];
  const unknown: UnknownCall[] = [];
  const failures: Failure[] = [];
  const asked = files.filter((path) => analysisOf(path) !== undefined);
  for (const path of asked) {
    const planOptions = analysisOf(path);
    if (planOptions === undefined) continue;
    const { options, evaluation, cleanFiles } = inquiryOf(planOptions);
    const source = readIfNeeded(path, read, cleanFiles, evaluation.workspace);
    if (source === undefined) continue;
    if (isFailure(source)) {
      failures.push(source);
      continue;
    }
    try {
      const found: Inspection = wantsUnknown
        ? inspect(source, options, evaluation, cleanFiles)
        : { findings: findUntracked(source, options, evaluation, cleanFiles), unknown: [] };
      for (const finding of found.findings)
        (isOptedOut(finding, source) ? optedOut : sites).push(foundSite(finding, source));
      for (const call of found.unknown)
        unknown.push({ path, ...positionAt(source, call.range[0]), callee: calleeText(call) });
    } catch (error) {
      failures.push({
        path,
        reason: `The analysis of the file stopped: ${sentenceOf(error)}. Please report it with the file.`,
      });
    }
  }
  return { files: asked, sites, optedOut, failures, ...(wantsUnknown && { unknown }) };
}

/**
 * A finding without its tree.
 *
 * @param edits - the edits of its rewrite, for the excerpt
 */
export function foundSite(finding: Finding, source: Source, edits?: readonly Edit[]): FoundSite {
  const { form, callee, evidence, origin, declared } = finding;
  return {
    path: source.path,
    ...positionAt(source, finding.node.range[0]),
    form,
    callee,
    evidence,
    route: origin.handler.route,
    kind: origin.handler.kind,
    framework: origin.handler.framework,
    by: origin.handler.by,
    chain: origin.chain,
    others: origin.others,
    reached: origin.evidence,
    message: messageOf(finding),
    ...(declared !== undefined && { declared }),
    excerpt: excerptOf(source, finding.node, edits),
  };
}
