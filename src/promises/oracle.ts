import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionValue } from '../values/value.ts';
import type { Launch, Step } from './launch.ts';
import type { Given } from './overloads.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { definitionOf, variableOf, writesOf } from '../syntax/binding.ts';
import { chainCall, methodCall } from '../syntax/call.ts';
import { compiledAsync, isAsync } from '../syntax/compiled.ts';
import { isFunction } from '../syntax/function.ts';
import { KnownAnswers, Recursion } from '../syntax/recursion.ts';
import { isCall } from '../syntax/walk.ts';
import { launchByCatalog, launchOfExternal } from './by-catalog.ts';
import { launchByDeclaration } from './by-declaration.ts';
import { launchByName } from './by-name.ts';
import { launchBySyntax } from './by-syntax.ts';
import { launchByType } from './by-type.ts';
import { launchByTypings } from './by-typings.ts';
import { NO_LAUNCH, STEPS } from './launch.ts';
import { launchOfList } from './of-list.ts';
import { forwardedFunction } from '../values/forwarded.ts';
import { isContinued, quietLaunch } from './quiet.ts';
import { quietFunctions } from './quiet-functions.ts';

/** Answers whether expressions launch asynchronous work. One is created for each file whose losses are looked for. */
export interface Oracle {
  /** Whether the expression starts asynchronous work and yields its promise; undefined if that can't be known. */
  launchOf(node: Node, source: Source): Launch | undefined;
  /** Whether calling the function that an expression names would launch: `audit` in `ids.forEach(audit)`. */
  launchWhenCalled(node: Node, source: Source): Launch | undefined;
  /** Whether a name holds a query that was created elsewhere and starts when awaited: `query` in `query.where(…)`. */
  holdsQuery(node: Node, source: Source): boolean;
}

/** @param steps - the steps that may answer; all if left out */
export function createOracle(evaluation: Evaluation, steps: readonly Step[] = STEPS): Oracle {
  const { catalog } = evaluation;
  const answers = new KnownAnswers<Launch>();
  const recursion = new Recursion(['launch'], evaluation.workspace.changes.reads);
  const quietOf = quietFunctions((fn, home, from) => counted(quietLaunch(fn, home, from, launchOf)));

  function counted(launch: Launch | undefined): Launch | undefined {
    return launch !== undefined && steps.includes(launch.evidence.step) ? launch : undefined;
  }

  function launchOf(expression: Node, source: Source): Launch | undefined {
    const node = unwrap(expression);
    return recursion.answer('launch', node, answers, () => expressionLaunch(node, source));
  }

  function expressionLaunch(node: Node, source: Source): Launch | undefined {
    switch (node.type) {
      case 'ConditionalExpression':
        return firstLaunch([node.consequent, node.alternate], source);
      case 'LogicalExpression':
        return firstLaunch(node.operator === '&&' ? [node.right] : [node.left, node.right], source);
      case 'SequenceExpression': {
        const last = node.expressions.at(-1);
        return last === undefined ? undefined : launchOf(last, source);
      }
      case 'AwaitExpression':
        return NO_LAUNCH;
      case 'Identifier':
        return identifierLaunch(node, source);
      default:
        return isCall(node) ? certainOf(callLaunch(node, source), node, source) : undefined;
    }
  }

  /** A name for a promise: only its initialiser counts. */
  function identifierLaunch(node: Node, source: Source): Launch | undefined {
    const typed = counted(launchByType(node, source, catalog));
    if (typed !== undefined) return typed;
    const place = initialiserOf(node, source);
    return place === undefined ? undefined : launchOf(place, source);
  }

  function firstLaunch(nodes: readonly Node[], source: Source): Launch | undefined {
    let fallback: Launch | undefined;
    for (const node of nodes) {
      const answer = launchOf(node, source);
      if (answer?.verdict === 'promise' || answer?.verdict === 'lazy') return answer;
      fallback ??= answer;
    }
    return fallback;
  }

  /** The answer for a call; if the callee is known by its name alone, the answer is, too. */
  function certainOf(launch: Launch | undefined, node: Node, source: Source): Launch | undefined {
    if (launch === undefined || launch.evidence.step === 'type' || node.type !== 'CallExpression') return launch;
    const isByName = evaluation.expression(node.callee, source)?.byName === true;
    return isByName ? { ...launch, evidence: { ...launch.evidence, step: 'name' } } : launch;
  }

  function callLaunch(node: Node, source: Source): Launch | undefined {
    const callee = node.type === 'CallExpression' ? evaluation.expression(node.callee, source) : undefined;
    const compiled = compiledAsync(node);
    const isKnown = callee?.kind === 'function' || compiled === undefined;
    const run = isKnown ? callee : ({ kind: 'function', node: compiled, source } as const);
    const quiet = run?.kind === 'function' && !isContinued(node) ? quietOf(run, source) : undefined;
    if (quiet !== undefined) return quiet;
    // If the package put a function on a framework's object, the function's code says more than the catalog.
    if (callee?.kind === 'function' && isDecorated(node, source)) return functionLaunch(callee, source);
    const found = counted(launchByCatalog(node, source, evaluation));
    // `async () => console.error(x)` returns what gives no promise, but is one.
    const known = found?.verdict === 'no' && isDeclaredAsync(node, source) ? undefined : found;
    if (known?.verdict === 'no') return known;
    // Types tell that it is a promise, but not that it only delays.
    const syntactic = node.type === 'NewExpression' ? counted(launchBySyntax(node, source)) : undefined;
    if (syntactic?.quiet === true) return syntactic;
    const typed = counted(launchByType(node, source, catalog));
    // If the callee is async, and its code is available, types that say no come from a wrong annotation
    // (`@returns {void}`).
    if (typed !== undefined && !(typed.verdict === 'no' && isDeclaredAsync(node, source))) {
      // The catalog knows more than the type: that a thenable is lazy, or that the promise is an enqueue.
      return typed.verdict === 'promise' && known !== undefined ? { ...known, evidence: typed.evidence } : typed;
    }
    // A method in the user's code may have the name of a promise's method.
    const syntax =
      callee?.kind === 'function' && chainCall(node) !== undefined ? undefined : counted(launchBySyntax(node, source));
    if (syntax !== undefined || node.type !== 'CallExpression') return syntax ?? known;
    if (callee?.kind === 'function')
      return isBinding(node, source) ? NO_LAUNCH : functionLaunch(callee, source, node.arguments);
    return (
      known ??
      forwardedLaunch(node, source) ??
      counted(launchOfList(node, source, evaluation)) ??
      counted(launchByTypings(callee, node.arguments, source, evaluation)) ??
      counted(
        launchByName(node, source, evaluation, (value) => quietOf(value, source) ?? functionLaunch(value, source)),
      )
    );
  }

  /** What a call returns that returns what the function in its arguments returns. */
  function forwardedLaunch(call: Node, source: Source): Launch | undefined {
    const given = forwardedFunction(call, source, evaluation);
    return given === undefined ? undefined : launchWhenCalled(given, source);
  }

  /** Whether the callee is known only because the package put it on a framework's object. */
  function isDecorated(node: Node, source: Source): boolean {
    return (
      evaluation.undecorated !== evaluation &&
      node.type === 'CallExpression' &&
      evaluation.undecorated.expression(node.callee, source)?.kind !== 'function'
    );
  }

  /** `run.bind(self)`, but not a method of the user's own that is named `bind`. */
  function isBinding(node: Node, source: Source): boolean {
    const call = methodCall(node);
    return call?.method === 'bind' && evaluation.expression(call.object, source)?.kind === 'function';
  }

  /** Whether the callee is an async function whose code is available. */
  function isDeclaredAsync(node: Node, source: Source): boolean {
    const callee = node.type === 'CallExpression' ? evaluation.expression(node.callee, source) : undefined;
    return callee?.kind === 'function' && isFunction(callee.node) && isAsync(callee.node);
  }

  function functionLaunch(value: FunctionValue, from: Source, given?: Given): Launch | undefined {
    return counted(launchByDeclaration(value, from, { evaluation, launchOf }, given));
  }

  function launchWhenCalled(node: Node, source: Source): Launch | undefined {
    const value = evaluation.expression(node, source);
    if (value?.kind === 'function') return quietOf(value, source) ?? functionLaunch(value, source);
    if (value?.kind !== 'external') return undefined;
    return (
      counted(launchOfExternal({ ...value, steps: [...value.steps, '()'] }, catalog)) ??
      counted(launchByTypings(value, undefined, source, evaluation))
    );
  }

  function holdsQuery(expression: Node, source: Source): boolean {
    const node = unwrap(expression);
    if (launchByType(node, source, catalog)?.verdict === 'lazy') return true;
    const value = evaluation.expression(node, source);
    // What awaiting a query gives is its rows.
    if (value?.kind === 'external' && value.awaited !== value.steps.length) {
      if (catalog.lazyTypes.find(value) !== undefined || catalog.launches.find(value)?.launch === 'lazy') return true;
    }
    return node.type === 'Identifier' && identifierLaunch(node, source)?.verdict === 'lazy';
  }

  return { launchOf, launchWhenCalled, holdsQuery };
}

/** The only expression written to a local variable. */
function initialiserOf(node: Node, source: Source): Node | undefined {
  const variable = variableOf(node, source);
  if (variable === undefined || definitionOf(variable)?.node.type !== 'VariableDeclarator') return undefined;
  const writes = writesOf(variable);
  return writes?.length === 1 ? writes[0] : undefined;
}
