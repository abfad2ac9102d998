import type { Node, Source } from '../syntax/source.ts';
import type { Value } from './value.ts';
import { currentGeneration, holdsSince } from '../project/changes.ts';
import { counts } from '../syntax/counts.ts';
import { perSource } from '../syntax/per-source.ts';

/** A name may stand for a type and a value: the two questions are told apart. */
type Question = 'values' | 'types';

interface Memory {
  generation: number;
  readonly values: Map<Node, Value | undefined>;
  readonly types: Map<Node, Value | undefined>;
}

const memories = perSource((): Memory => ({ generation: currentGeneration(), values: new Map(), types: new Map() }));

/** What is known of a file's expressions and types, and is still right. */
function memoryOf(source: Source): Memory {
  const memory = memories(source);
  if (memory.generation !== currentGeneration()) {
    if (!holdsSince(source.path, memory.generation)) {
      memory.values.clear();
      memory.types.clear();
    }
    memory.generation = currentGeneration();
  }
  return memory;
}

const asked = { values: new Set<Node>(), types: new Set<Node>() };

/**
 * Finds each answer once. It is undefined where the question leads back to itself; such an answer is not remembered,
 * as the question asked by itself may have a better one.
 */
export function remembered(question: Question, node: Node, source: Source, answer: () => Value | undefined): Value | undefined {
  const answers = memoryOf(source)[question];
  const known = answers.get(node);
  if (known !== undefined || answers.has(node)) return known;
  counts.evaluated += 1;
  const value = guarded(node, asked[question], answer);
  if (asked.values.size + asked.types.size === 0 || value !== undefined) answers.set(node, value);
  return value;
}

function guarded(node: Node, active: Set<Node>, answer: () => Value | undefined): Value | undefined {
  if (active.has(node) || active.size > 200) return undefined;
  active.add(node);
  try {
    return answer();
  } finally {
    active.delete(node);
  }
}
