import type { Node, Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';
import { childrenOf, walk } from '../syntax/walk.ts';

/**
 * Checks a planned text before anybody sees it. It must parse. Each name, literal and statement that no edit removes
 * must still be one, where the edits put it. As many tasks must be added as were planned.
 *
 * @param callees - the name by which the tracker is called, once for each new task
 * @returns a sentence on the first fault; undefined if there is none
 */
export function verifyOutput(
  { path, text }: Source,
  output: string,
  edits: readonly Edit[],
  callees: readonly string[],
): string | undefined {
  // The same parser reads both: the file's own tree may come from another, which may place the parts of a template
  // differently.
  const before = parse(path, text);
  const after = parse(path, output);
  if (isParseFailure(after)) return faultOf(`would not parse (line ${after.line}: ${after.message})`);
  if (isParseFailure(before)) return undefined;
  const old = landmarksOf(before);
  const present = landmarksOf(after);
  for (const { offset, kind } of old.landmarks) {
    if (edits.some(({ start, end }) => start <= offset && offset < end)) continue;
    const [first, last] = movedTo(offset, edits);
    if (!present.places.has(placeOf(kind, first)) && !present.places.has(placeOf(kind, last)))
      return faultOf(`would change what stands at offset ${offset}, which nothing was to touch`);
  }
  const added = countCalls(after, callees) - countCalls(before, callees);
  return added === callees.length ? undefined : faultOf(`would have ${added} new tasks in place of ${callees.length}`);
}

function faultOf(what: string): string {
  return `The rewritten file ${what}: rewrite it by hand, and please report it.`;
}

interface Landmark {
  /** A leaf's type, or `statement`, because an edit may turn one kind of statement into another. */
  readonly kind: string;
  readonly offset: number;
}

function landmarksOf({ ast }: Source): { landmarks: readonly Landmark[]; places: ReadonlySet<string> } {
  const landmarks: Landmark[] = [];
  walk(ast, (node) => {
    const kind = kindOf(node);
    if (kind !== undefined) landmarks.push({ kind, offset: node.range[0] });
  });
  return { landmarks, places: new Set(landmarks.map(({ kind, offset }) => placeOf(kind, offset))) };
}

function kindOf(node: Node): string | undefined {
  // A semicolon that guards the start of a line may become the end of a statement inserted before it. It does nothing
  // in either place.
  if (node.type === 'EmptyStatement') return undefined;
  if (node.type.endsWith('Statement') || node.type.endsWith('Declaration')) return 'statement';
  return node.type !== 'Program' && childrenOf(node).length === 0 ? node.type : undefined;
}

function placeOf(kind: string, offset: number): string {
  return `${kind}@${offset.toString()}`;
}

/**
 * Where an offset of the old text is in the new text: before and after text inserted right there, but always after an
 * inserted line.
 */
export function movedTo(offset: number, edits: readonly Edit[]): [number, number] {
  let moved = offset;
  let inserted = 0;
  for (const { start, end, text } of edits) {
    if (start === offset && end === offset && !/[\r\n]/.test(text)) inserted += text.length;
    else if (end <= offset) moved += text.length - (end - start);
  }
  return [moved, moved + inserted];
}

function countCalls({ ast, text }: Source, callees: readonly string[]): number {
  const names = new Set(callees);
  let count = 0;
  walk(ast, (node) => {
    if (node.type === 'CallExpression' && names.has(text.slice(...node.callee.range))) count += 1;
  });
  return count;
}
