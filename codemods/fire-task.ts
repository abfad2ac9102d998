import { resolve } from 'node:path';
import type { Reach } from '../src/handlers/reaches.ts';
import type { NameStyle } from '../src/rewriting/name-style.ts';
import type { Flavour } from '../src/helper/flavours.ts';
import { REACHES } from '../src/handlers/reaches.ts';
import { isWholeText, withMarkOf } from '../src/project/encoding.ts';
import { placeOutside, projectAround } from '../src/project/inside.ts';
import { createWorkspace } from '../src/project/workspace.ts';
import { FLAVOURS } from '../src/helper/flavours.ts';
import { isTaken } from '../src/helper/home.ts';
import { writeTracker } from '../src/helper/write.ts';
import { renderTracker } from '../src/helper/injection.ts';
import { NAME_STYLES } from '../src/rewriting/name-style.ts';
import type { PlanOptions } from '../src/rewriting/plan-source.ts';
import { planSource } from '../src/rewriting/plan-source.ts';
import { isParseFailure, parse } from '../src/syntax/parse.ts';
import { positionAt } from '../src/syntax/position.ts';

/** Everything known about the projects that this process rewrites. */
const workspace = createWorkspace();

/** jscodeshift's own options and ours, as given on its command line. */
export interface TransformOptions {
  readonly dry?: boolean;
  /** jscodeshift's option, which has no effect here. */
  readonly parser?: string;
  readonly reach?: Reach;
  readonly names?: NameStyle;
  /** Path of the helper, relative to the working folder. */
  readonly helper?: string;
  readonly flavour?: Flavour;
}

/** The part of jscodeshift's API that we use; its test utilities provide none of it. */
export interface TransformApi {
  /** Prints a line about the file. */
  readonly report?: (message: string) => void;
}

/**
 * The jscodeshift transform: passes every untracked promise of the file to `fireTask`, and writes the helper once. It
 * uses its own parser, so `--parser` has no effect, and makes exact text edits, so nothing else changes.
 *
 * @returns the new text; undefined when the file does not change
 * @throws {Error} with one sentence when an option is wrong, the file does not parse or the helper cannot be written;
 *   jscodeshift counts it as an error and names the file, which stays as it was
 */
export default function transform(
  file: { readonly path: string; readonly source: string },
  api: TransformApi,
  options: TransformOptions,
): string | undefined {
  const path = resolve(file.path);
  sayOnce(options, api);
  const planOptions = readOptions(options);
  if (!isWholeText(file.source, path))
    throw new Error('It is not UTF-8 text and was left as it was: convert it, or leave it out.');
  const source = parse(path, file.source);
  if (isParseFailure(source))
    throw new Error(
      `It does not parse (line ${source.line}, column ${source.column}: ${source.message}) and was left as it was.`,
    );
  const { plan, home } = planSource(source, workspace, planOptions);
  for (const { finding, code, reason } of plan.skips) {
    if (code !== 'opted-out')
      api.report?.(
        `line ${positionAt(source, finding.node.range[0]).line}: ${finding.callee} is left as it is. ${reason}`,
      );
  }
  if (plan.edits.length === 0) return undefined;
  if (home !== undefined) {
    if (isTaken(home, workspace))
      throw new Error(
        `${home.path} is another file that does not export fireTask: rename it, or choose another path with --helper.`,
      );
    const outside = placeOutside(home.path, projectAround(workspace.packages.of(path).root));
    if (outside !== undefined)
      throw new Error(`The helper would be at ${outside}, outside of the project: name a place in it with --helper.`);
    if (options.dry !== true && !home.exists) writeTracker(home, renderTracker(home.form, home.flavour));
  }
  return withMarkOf(file.source, plan.output);
}

let hasSpoken = false;

/** Without `--parser`, jscodeshift passes `babel`. */
function sayOnce({ parser }: TransformOptions, { report }: TransformApi): void {
  if (hasSpoken || parser === undefined || parser === 'babel') return;
  hasSpoken = true;
  report?.(`--parser=${parser} has no effect: files are parsed by oxc-parser, as their endings say.`);
}

/** jscodeshift passes on everything from its command line, so the values are checked. */
function readOptions({ reach, names, helper, flavour }: TransformOptions): PlanOptions {
  if (reach !== undefined && !REACHES.includes(reach))
    throw new Error(`--reach=${reach} is none of ${REACHES.join(', ')}.`);
  if (names !== undefined && !NAME_STYLES.includes(names))
    throw new Error(`--names=${names} is none of ${NAME_STYLES.join(', ')}.`);
  if (flavour !== undefined && !FLAVOURS.includes(flavour))
    throw new Error(`--flavour=${flavour} is none of ${FLAVOURS.join(', ')}.`);
  return {
    ...(reach !== undefined && { rule: { reach } }),
    ...(names !== undefined && { names }),
    ...(helper !== undefined && { helper: resolve(helper) }),
    ...(flavour !== undefined && { flavour }),
  };
}
