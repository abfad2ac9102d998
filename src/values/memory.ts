import type { Changes } from '../project/changes.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Value } from './value.ts';
import { counts } from '../syntax/counts.ts';
import { perSource } from '../syntax/per-source.ts';
import { KnownAnswers, Recursion } from '../syntax/recursion.ts';

/** A name may refer to a type and a value, which are separate questions. */
type Question = 'values' | 'types';

interface Memory {
  generation: number;
  readonly values: KnownAnswers<Value>;
  readonly types: KnownAnswers<Value>;
}

/** Computes each answer once. It is undefined if the question leads back to itself. */
export type Remembered = (
  question: Question,
  node: Node,
  source: Source,
  answer: () => Value | undefined,
) => Value | undefined;

/** The memory of one evaluation. It is kept with each source, and cleared if a change made it invalid. */
export function createMemory(changes: Changes): Remembered {
  const recursion = new Recursion<Question>(['values', 'types'], changes.reads);
  const memories = perSource((): Memory => ({
    generation: changes.generation,
    values: new KnownAnswers(),
    types: new KnownAnswers(),
  }));
  const memoryOf = (source: Source): Memory => {
    const memory = memories(source);
    if (memory.generation === changes.generation) return memory;
    for (const answers of [memory.values, memory.types])
      answers.keep((reading) => changes.holdsSince(reading, memory.generation));
    memory.generation = changes.generation;
    return memory;
  };
  return (question, node, source, answer) =>
    recursion.answer(question, node, memoryOf(source)[question], () => {
      counts.evaluated += 1;
      return answer();
    });
}
