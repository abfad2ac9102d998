import type { Node } from '../syntax/source.ts';
import type { Evidence } from '../promises/launch.ts';
import type { HandlerName } from '../handlers/handler.ts';
import type { Becomes } from '../ownership/index.ts';
import type { ReachEvidence, ReachStep } from '../reach/index.ts';
import type { FormName, RemedyName } from './forms.ts';
import type { Slip } from './slips.ts';

/** How a handler reaches the function that contains the launch. */
export interface Origin {
  readonly handler: HandlerName;
  /**
   * Names of the functions between the handler and the launch, outermost first; empty when the launch is lexically in
   * the handler.
   */
  readonly chain: readonly string[];
  /** `likely` if the handler, a call on the route, or the launch itself isn't certain. */
  readonly evidence: ReachEvidence;
  /** How many other handlers reach the same launch. */
  readonly others: number;
  /** The calls on the route, if they were requested. */
  readonly steps?: readonly ReachStep[];
}

/** One launch without an owner, whether or not a handler runs it. */
export interface Escape {
  readonly form: FormName;
  /**
   * The launch: the call whose promise has no owner (`run(x)` in `void run(x).catch(log);`). For the form `callback`,
   * the function or the call in it whose promise the API drops.
   */
  readonly launch: Node;
  /**
   * The expression that is reported, and wrapped if the remedy wraps: the launch with its chain and its `void` (`void
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
  /** Remedies that fit this site, best first; the codemod makes a task if that is one of them. */
  readonly remedies: readonly RemedyName[];
  /** For the form `answered`, what the promise becomes. */
  readonly becomes?: Becomes;
  /** For the form `answered`, the read of the variable or collection that holds it, if it is used through one. */
  readonly use?: Node;
  /** Why it is most likely a forgotten `await`; the codemod then makes no task. */
  readonly slip?: Slip;
  /** It puts a job into a queue. */
  readonly enqueue?: true;
  /** Its rejection is handled, although its form doesn't imply that. */
  readonly handled?: true;
  /** The event of the process, such as `SIGTERM`, in whose listener it is launched, if the process ends with that. */
  readonly stopEvent?: string;
  /** An extra sentence for the message: `The surrounding try/catch can never catch its rejection.` */
  readonly note?: string;
}

/** Where something is declared: an absolute path, with a 1-based line and column. */
export interface Declared {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** An escape that a handler runs. */
export interface Finding extends Escape {
  readonly origin: Origin;
  /** The function whose promise is dropped, if its code is available. */
  readonly declared?: Declared;
}
