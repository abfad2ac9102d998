import type { Reading } from './reads.ts';
import type { Node } from './source.ts';
import { Reads } from './reads.ts';

/** How many questions of one kind may be nested. The answers to deeper ones are unknown. */
const DEEPEST = 200;

/** Answers by node, with what was read for them. */
export class KnownAnswers<Answer> {
  readonly #answers = new Map<Node, Answer | undefined>();
  readonly #readings = new Map<Node, Reading>();

  has(node: Node): boolean {
    return this.#answers.has(node);
  }

  get(node: Node): Answer | undefined {
    return this.#answers.get(node);
  }

  set(node: Node, answer: Answer | undefined): void {
    this.#answers.set(node, answer);
  }

  /** What was read the last time that the answer was searched for. */
  readingOf(node: Node): Reading | undefined {
    return this.#readings.get(node);
  }

  setReading(node: Node, reading: Reading | undefined): void {
    if (reading === undefined) this.#readings.delete(node);
    else this.#readings.set(node, reading);
  }

  /** Drops the answers for which `isValid` is false, given what was read for them. */
  keep(isValid: (reading: Reading | undefined) => boolean): void {
    for (const node of this.#answers.keys()) if (!isValid(this.#readings.get(node))) this.#answers.delete(node);
  }
}

interface Asked {
  /** With what has been read so far. */
  readonly active: Map<Node, Reading>;
  /** Nodes whose answer was assumed to be undefined before it was found. */
  readonly assumed: Set<Node>;
  /**
   * Nodes whose answer is undefined because of such an assumption, and the map that gets it if the assumption was
   * right.
   */
  readonly unsettled: Map<Node, KnownAnswers<unknown>>;
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
  readonly #reads: Reads;
  #depth = 0;
  #cuts = 0;

  /** @param reads - records what is read for answers from other files */
  constructor(questions: readonly Question[], reads = new Reads()) {
    this.#reads = reads;
    this.#asked = Object.fromEntries(
      questions.map((question): [Question, Asked] => [
        question,
        { active: new Map(), assumed: new Set(), unsettled: new Map() },
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
    answers: KnownAnswers<Answer>,
    find: () => Answer | undefined,
  ): Answer | undefined {
    const known = answers.get(node);
    if (known !== undefined || answers.has(node)) {
      this.#reads.repeat(answers.readingOf(node));
      return known;
    }
    const { active, assumed, unsettled } = this.#asked[question];
    const isAssumed = active.has(node) || unsettled.has(node);
    if (isAssumed) assumed.add(node);
    if (isAssumed || active.size > DEEPEST) {
      this.#cuts += 1;
      this.#reads.repeat(active.get(node) ?? answers.readingOf(node));
      if (!isAssumed) this.#reads.cut();
      return undefined;
    }
    const before = this.#cuts;
    this.#depth += 1;
    let isFound = false;
    try {
      const { answer, reading } = this.#reads.record((open) => {
        active.set(node, open);
        return find();
      });
      isFound = true;
      answers.setReading(node, reading);
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
