import type { Node, Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';
import { childrenOf, walk } from '../syntax/walk.ts';

/**
 * Checks a planned text before anybody sees it: it parses, every name, literal and statement that no edit removes
 * stands where the edits put it
 * and is still one, and as many tasks were added as were planned.
 *
 * @param callees - what the tracker is called by, once for each new task
 * @returns a sentence on the first thing that does not hold; undefined when all does
 */
export function verifyOutput(
  { path, text }: Source,
  output: string,
  edits: readonly Edit[],
  callees: readonly string[],
): string | undefined {
  // Both are read by the same parser: the file's own tree may be another's, with other ideas of where a template's
  // parts begin.
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
  /** A leaf's type, or `statement`: an edit may make one kind of statement of another. */
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
  // The semicolon that guards a line without one before it is the end of what is put there: it does nothing in either
  // place.
  if (node.type === 'EmptyStatement') return undefined;
  if (node.type.endsWith('Statement') || node.type.endsWith('Declaration')) return 'statement';
  return node.type !== 'Program' && childrenOf(node).length === 0 ? node.type : undefined;
}

function placeOf(kind: string, offset: number): string {
  return `${kind}@${offset.toString()}`;
}

/**
 * Where an offset of the old text is in the new one: before and after what is inserted right there, but after a line
 * that is inserted.
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
