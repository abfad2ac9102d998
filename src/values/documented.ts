import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { isFunction } from '../syntax/function.ts';
import { jsdocDefinition, jsdocOf, jsdocParameter, jsdocType } from '../syntax/jsdoc.ts';
import { perSource } from '../syntax/per-source.ts';
import { instanceOf } from './results.ts';

// Types that JSDoc gives to names in JavaScript, as editors read them: `import(…)`, `typeof import(…)`, and the names of
// imports, of the file's classes and of `@typedef`s. Only what leads to a class, an instance or a module is followed.

const IMPORTED = /^(?<type>typeof\s+)?import\(\s*['"](?<module>[^'"]+)['"]\s*\)(?:\.(?<name>\w+))?$/;
const NAMED = /^(?<type>typeof\s+)?(?<name>[A-Z_$][\w$]*)$/;
const PROMISED = /^Promise<(?<of>.*)>$/s;

/** How many names may stand for each other. */
const DEEPEST = 4;

const isDocumented = perSource(({ path, text }) => ({
  is: /\.[cm]?jsx?$/.test(path) && /@(?:param|type)\s*\{/.test(text),
}));

/** The value of a parameter, variable or field by its JSDoc; undefined in TypeScript, and where it says nothing. */
export function documentedValue(target: Node, source: Source, evaluation: Evaluation): Value | undefined {
  if (!isDocumented(source).is) return undefined;
  const holder = target.parent ?? undefined;
  if (target.type === 'Identifier' && isFunction(holder)) {
    const comment = jsdocOf(holder, source);
    return comment === undefined ? undefined : valueOfText(jsdocParameter(comment, target.name), source, evaluation);
  }
  const isHeld = holder?.type === 'VariableDeclarator' && holder.id === target;
  const comment = isHeld || target.type !== 'Identifier' ? jsdocOf(isHeld ? holder : target, source) : undefined;
  return comment === undefined ? undefined : valueOfText(jsdocType(comment, 'type'), source, evaluation);
}

/** The same for what code assigns to a field, with `@type` before the assignment. */
export function documentedAmong(assigned: readonly Node[], source: Source, evaluation: Evaluation): Value | undefined {
  for (const { parent } of assigned) {
    const documented = parent == null ? undefined : documentedValue(parent, source, evaluation);
    if (documented !== undefined) return documented;
  }
  return undefined;
}

function valueOfText(text: string | undefined, source: Source, evaluation: Evaluation, depth = 0): Value | undefined {
  if (text === undefined || depth > DEEPEST) return undefined;
  for (const part of text.replace(/^\((.*)\)$/s, '$1').split(/[|&]/)) {
    const type = part.trim().replace(/^[?!]|=$/g, '');
    const promised = PROMISED.exec(type)?.groups?.['of'];
    const value =
      promised === undefined
        ? referencedValue(type, source, evaluation, depth)
        : valueOfText(promised, source, evaluation, depth + 1);
    if (value !== undefined) return value;
  }
  return undefined;
}

function referencedValue(type: string, source: Source, evaluation: Evaluation, depth: number): Value | undefined {
  const imported = IMPORTED.exec(type)?.groups;
  if (imported !== undefined) {
    const { module = '', name = 'default' } = imported;
    return asTyped(evaluation.imported(module, name, source), imported['type'] !== undefined, evaluation);
  }
  const named = NAMED.exec(type)?.groups;
  const name = named?.['name'];
  if (name === undefined) return undefined;
  const definition = jsdocDefinition(source.text, name);
  if (definition !== undefined) return valueOfText(definition, source, evaluation, depth + 1);
  const identifier = source.scopes.acquire(source.ast, true)?.set.get(name)?.identifiers[0];
  return identifier === undefined
    ? undefined
    : asTyped(evaluation.expression(identifier, source), named?.['type'] !== undefined, evaluation);
}

/** The value of a type: the instance that a class's name stands for, and a module or an instance itself. */
function asTyped(value: Value | undefined, isQueried: boolean, evaluation: Evaluation): Value | undefined {
  if (value === undefined || isQueried || value.kind === 'instance' || value.kind === 'object') return value;
  return value.kind === 'class' || (value.kind === 'external' && value.module !== 'global')
    ? instanceOf(value, evaluation)
    : undefined;
}
