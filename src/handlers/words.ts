import type { Evaluation } from '../values/evaluation.ts';
import type { Setting } from './run.ts';
import type { Node, Source } from '../syntax/source.ts';
import { isFunction } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { objectMembers } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { boundTo } from './bound.ts';

/** The texts of an options object, by key. */
export function optionWords(
  options: Node,
  source: Source,
  evaluation: Evaluation,
  setting?: Setting,
): Record<string, string> {
  const words: Record<string, string> = {};
  const value = unwrap(options);
  if (value.type !== 'ObjectExpression') return words;
  for (const { name, value: given } of objectMembers(value)) {
    const text = isFunction(given) ? undefined : textOf(given, source, evaluation, setting);
    if (text !== undefined) words[name] = text;
  }
  return words;
}

/** The texts beside a handler in the object literals around it. Inner ones win. */
export function wordsBeside(holders: readonly Node[], source: Source, evaluation: Evaluation): Record<string, string> {
  return Object.assign({}, ...holders.map((holder) => optionWords(holder, source, evaluation))) as Record<
    string,
    string
  >;
}

/** Names may refer to each other in a cycle. */
const DEEPEST = 40;

/**
 * The text of a literal, of a name for one, or of an array of these.
 *
 * @param setting - the run of the surrounding code
 */
export function textOf(
  node: Node | undefined,
  source: Source,
  evaluation: Evaluation,
  setting?: Setting,
  depth = 0,
): string | undefined {
  if (node === undefined || depth > DEEPEST) return undefined;
  const value = unwrap(node);
  const within = setting === undefined ? undefined : textIn(value, source, evaluation, setting, depth + 1);
  if (within !== undefined) return within;
  const direct = staticText(value);
  if (direct !== undefined) return direct;
  if (value.type === 'ArrayExpression') {
    const texts = value.elements.map((element) =>
      element === null ? undefined : textOf(element, source, evaluation, setting, depth + 1),
    );
    return texts.length > 0 && texts.every((text) => text !== undefined) ? texts.join('|') : undefined;
  }
  if (value.type !== 'Identifier' && value.type !== 'MemberExpression') return undefined;
  const place = evaluation.follow(value, source);
  return place === undefined || place.node === value ? undefined : staticText(place.node);
}

/** The text of an expression that depends on a run: a parameter, or a path built from one. */
function textIn(
  node: Node,
  source: Source,
  evaluation: Evaluation,
  setting: Setting,
  depth: number,
): string | undefined {
  const bound = boundTo(node, source, setting, evaluation);
  if (bound?.kind === 'text') return bound.text;
  if (bound?.kind === 'written') return textOf(bound.node, bound.source, evaluation, bound.setting, depth);
  const part = (inner: Node): string => textOf(inner, source, evaluation, setting, depth) ?? UNKNOWN_PART;
  if (node.type === 'TemplateLiteral')
    return node.quasis
      .map(({ value }, index) => {
        const expression = node.expressions[index];
        return `${value.cooked}${expression === undefined ? '' : part(expression)}`;
      })
      .join('');
  const isSum =
    (node.type === 'BinaryExpression' && node.operator === '+') ||
    (node.type === 'AssignmentExpression' && node.operator === '+=');
  return isSum ? `${part(node.left)}${part(node.right)}` : undefined;
}

/** Replaces an unknown part, as in the text of a template. */
const UNKNOWN_PART = '${…}';
