import type { Node } from './source.ts';

/** How many questions of one kind may be nested. The answers to deeper ones are unknown. */
const DEEPEST = 200;

interface Asked {
  readonly active: Set<Node>;
  /** Nodes whose answer was assumed to be undefined before it was found. */
  readonly assumed: Set<Node>;
  /**
   * Nodes whose answer is undefined because of such an assumption, and the map that gets it if the assumption was
   * right.
   */
  readonly unsettled: Map<Node, Map<Node, unknown>>;
}

/**
 * Answers questions about nodes that may lead back to themselves, each once. Where they do, the answer is assumed to be
 * undefined. Answers that become undefined because of that stay so until the outermost question is answered. Otherwise,
 * functions that call each other in many ways, as in a parser, would be followed along every path. At the end, these
 * answers are kept if all assumptions were right. If not, they are dropped, because the same question, asked on its
 * own, may have a better answer.
 */
export class Recursion<Question extends string> {
  readonly #asked: Readonly<Record<Question, Asked>>;
  readonly #all: readonly Asked[];
  #depth = 0;
  #cuts = 0;

  constructor(questions: readonly Question[]) {
    this.#asked = Object.fromEntries(
      questions.map((question): [Question, Asked] => [
        question,
        { active: new Set(), assumed: new Set(), unsettled: new Map() },
      ]),
    ) as Record<Question, Asked>;
    this.#all = Object.values(this.#asked);
  }

  /**
   * @param answers - the final answers, which this adds to
   * @param find - finds the answer; may ask further questions
   */
  answer<Answer>(
    question: Question,
    node: Node,
    answers: Map<Node, Answer | undefined>,
    find: () => Answer | undefined,
  ): Answer | undefined {
    const known = answers.get(node);
    if (known !== undefined || answers.has(node)) return known;
    const { active, assumed, unsettled } = this.#asked[question];
    const isAssumed = active.has(node) || unsettled.has(node);
    if (isAssumed) assumed.add(node);
    if (isAssumed || active.size > DEEPEST) {
      this.#cuts += 1;
      return undefined;
    }
    const before = this.#cuts;
    active.add(node);
    this.#depth += 1;
    let isFound = false;
    try {
      const answer = find();
      isFound = true;
      if (answer !== undefined || this.#cuts === before) answers.set(node, answer);
      else unsettled.set(node, answers);
      if (this.#depth === 1) answers.set(node, answer);
      return answer;
    } finally {
      active.delete(node);
      this.#depth -= 1;
      if (this.#depth === 0 && this.#cuts > 0) this.#settle(isFound);
    }
  }

  #settle(isFound: boolean): void {
    const isRight =
      isFound && this.#all.every(({ assumed, unsettled }) => [...assumed].every((node) => unsettled.has(node)));
    for (const { assumed, unsettled } of this.#all) {
      if (isRight) for (const [node, answers] of unsettled) answers.set(node, undefined);
      assumed.clear();
      unsettled.clear();
    }
    this.#cuts = 0;
  }
}
