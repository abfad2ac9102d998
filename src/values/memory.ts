import type { Node, Source } from '../syntax/source.ts';
import type { Value } from './value.ts';
import { currentGeneration, holdsSince } from '../project/changes.ts';
import { counts } from '../syntax/counts.ts';
import { perSource } from '../syntax/per-source.ts';
import { Recursion } from '../syntax/recursion.ts';

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

const recursion = new Recursion<Question>(['values', 'types']);

/** Finds each answer once. It is undefined where the question leads back to itself. */
export function remembered(
  question: Question,
  node: Node,
  source: Source,
  answer: () => Value | undefined,
): Value | undefined {
  return recursion.answer(question, node, memoryOf(source)[question], () => {
    counts.evaluated += 1;
    return answer();
  });
}
