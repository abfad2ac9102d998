import type { Pattern } from './entry.ts';

/** A pattern taken apart: the module's name and one matcher for each step. */
export interface CompiledPattern {
  readonly module: string;
  readonly steps: readonly (ReadonlySet<string> | '*' | '**')[];
}

const STEP = /\(\)|`…`|\.?[^.()`]+/g;

/** @throws {Error} if the text is not a pattern; the message quotes it */
export function compilePattern(pattern: Pattern): CompiledPattern {
  const [, word, module, path] = /^(?:(new|typed) )?([^#\s]+)#(\S+)$/.exec(pattern) ?? [];
  if (module === undefined || path === undefined) {
    throw new Error(
      `"${pattern}" is not a catalog pattern: write module#export, ` +
        'for example express#Router() or new pg#Pool().query().',
    );
  }
  const texts = (path.match(STEP) ?? []).map((step) => (step.startsWith('.') ? step.slice(1) : step));
  if (word === 'new') texts[texts.indexOf('()')] = 'new';
  if (word === 'typed') {
    // A type may be in a namespace: `Lifecycle.Method`. Types are capitalised, members are not.
    const member = texts.findIndex((text, index) => index > 0 && !/^[A-Z]/.test(text));
    texts.splice(member === -1 ? texts.length : member, 0, 'new');
  }
  return {
    module,
    steps: texts.map((text) => (text === '*' || text === '**' ? text : new Set(text.split('|')))),
  };
}

/**
 * Whether a value's steps match the pattern, from the first to the last.
 *
 * @param awaited - how many of the steps come before an `await`, which `**` does not cross
 */
export function matchesSteps(
  steps: readonly string[],
  pattern: CompiledPattern['steps'],
  awaited = 0,
  from = 0,
  at = 0,
): boolean {
  const expected = pattern[at];
  if (expected === undefined) return from === steps.length;
  if (expected === '**') {
    // The result of an awaited chain is no longer the chain.
    const end = from <= awaited && awaited > 0 ? awaited : steps.length;
    for (let next = from; next <= end; next += 1) if (matchesSteps(steps, pattern, awaited, next, at + 1)) return true;
    return false;
  }
  const step = steps[from];
  if (step === undefined) return false;
  if (expected === '*' ? step === '()' || step === 'new' : !expected.has(step)) return false;
  return matchesSteps(steps, pattern, awaited, from + 1, at + 1);
}

/** Whether a module's name matches that of a pattern, which may end in `*`. */
export function matchesModule(module: string, pattern: string): boolean {
  return pattern.endsWith('*') ? module.startsWith(pattern.slice(0, -1)) : module === pattern;
}
