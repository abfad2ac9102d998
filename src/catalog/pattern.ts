import type { Pattern } from './entry.ts';

/** A pattern taken apart: the module's name and one matcher for each step. */
export interface CompiledPattern {
  readonly module: string;
  readonly steps: readonly (ReadonlySet<string> | '*' | '**')[];
}

const compiled = new Map<Pattern, CompiledPattern>();
const STEP = /\(\)|`…`|\.?[^.()`]+/g;

/** @throws {Error} when the text is no pattern, naming it. */
export function compilePattern(pattern: Pattern): CompiledPattern {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const [, word, module, path] = /^(?:(new|typed) )?([^#\s]+)#(\S+)$/.exec(pattern) ?? [];
  if (module === undefined || path === undefined) {
    throw new Error(`"${pattern}" is not a catalog pattern: write module#export, for example express#Router() or new pg#Pool().query().`);
  }
  const texts = (path.match(STEP) ?? []).map((step) => (step.startsWith('.') ? step.slice(1) : step));
  if (word === 'new') texts[texts.indexOf('()')] = 'new';
  if (word === 'typed') texts.splice(1, 0, 'new');
  const result: CompiledPattern = {
    module,
    steps: texts.map((text) => (text === '*' || text === '**' ? text : new Set(text.split('|')))),
  };
  compiled.set(pattern, result);
  return result;
}

/** Whether a value's steps are those of the pattern, from the first to the last. */
export function matchesSteps(steps: readonly string[], pattern: CompiledPattern['steps'], from = 0, at = 0): boolean {
  const expected = pattern[at];
  if (expected === undefined) return from === steps.length;
  if (expected === '**') {
    for (let next = from; next <= steps.length; next += 1) if (matchesSteps(steps, pattern, next, at + 1)) return true;
    return false;
  }
  const step = steps[from];
  if (step === undefined) return false;
  if (expected === '*' ? step === '()' || step === 'new' : !expected.has(step)) return false;
  return matchesSteps(steps, pattern, from + 1, at + 1);
}

/** Whether a module's name is the pattern's, which may end in `*`. */
export function matchesModule(module: string, pattern: string): boolean {
  return pattern.endsWith('*') ? module.startsWith(pattern.slice(0, -1)) : module === pattern;
}
