import type { Node } from '../syntax/source.ts';
import type { Evidence } from '../promises/launch.ts';
import type { HandlerName } from '../handlers/handler.ts';
import type { Becomes } from '../ownership/index.ts';
import type { ReachEvidence, ReachStep } from '../reach/index.ts';
import type { FormName, RemedyName } from './forms.ts';
import type { Slip } from './slips.ts';

/** How a handler comes to run the function that holds the launch. */
export interface Origin {
  readonly handler: HandlerName;
  /**
   * Names of the functions between the handler and the launch, outermost first; empty when the launch is lexically in
   * the handler.
   */
  readonly chain: readonly string[];
  /** Likely where the handler, one of the calls on the way, or that the call launches is not known for sure. */
  readonly evidence: ReachEvidence;
  /** How many other handlers reach the same launch. */
  readonly others: number;
  /** The calls on the way, where they are asked for. */
  readonly steps?: readonly ReachStep[];
}

/** One launch without an owner, in code that a handler runs or not. */
export interface Escape {
  readonly form: FormName;
  /**
   * The launch: the call whose promise has no owner (`run(x)` in `void run(x).catch(log);`). For the form `callback`,
   * the function or the call in it whose promise the API drops.
   */
  readonly launch: Node;
  /**
   * What is reported and, where the remedy wraps, wrapped: the launch with its chain and its `void` (`void
   * run(x).catch(log)`).
   */
  readonly node: Node;
  /**
   * The statement or expression that drops the value: an ExpressionStatement, a VariableDeclarator, the dropping call
   * of a callback …
   */
  readonly site: Node;
  /**
   * The callee as written, shortened: `executePipeline`, `this.mail.send`, `Promise.all`; for an IIFE `async function`.
   */
  readonly callee: string;
  readonly evidence: Evidence;
  /** Remedies that keep the program's meaning, best first; the codemod takes the first that it may apply. */
  readonly remedies: readonly RemedyName[];
  /** Of the form `answered`, what is made of the promise. */
  readonly becomes?: Becomes;
  /** Of the form `answered`, the read of the variable or collection that holds it, where it is so used. */
  readonly use?: Node;
  /** Why it is most likely a forgotten `await`: the codemod makes no task of it. */
  readonly slip?: Slip;
  /** It puts a job into a queue. */
  readonly enqueue?: true;
  /** Its rejection is dealt with, although its form does not say so. */
  readonly handled?: true;
  /** An extra sentence for the message: `A try/catch around it can never catch its rejection.` */
  readonly note?: string;
}

/** Where something is declared: an absolute path, and a 1-based place. */
export interface Declared {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** One that a handler runs. */
export interface Finding extends Escape {
  readonly origin: Origin;
  /** The function whose promise is dropped, where its code is at hand. */
  readonly declared?: Declared;
}
