import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { propertyName } from '../../syntax/call.ts';
import { keyName } from '../../syntax/literal.ts';
import { importedBy } from '../../syntax/names.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { importOrigin } from '../../values/modules.ts';

/** The known texts of an event's name, with an unknown part between two of them. One text is the whole name. */
export type EventName = readonly string[];

interface Place {
  readonly node: Node;
  readonly source: Source;
}

const DEEPEST = 4;
const UNKNOWN: EventName = ['', ''];
/** Fewer letters than this in a name whose rest is unknown don't tell one event from another. */
const FEWEST_LETTERS = 4;

/** The name of an event, written out or made of constants; undefined if too little of it is known. */
export function eventNameOf(
  expression: Node | undefined,
  source: Source,
  evaluation: Evaluation,
): EventName | undefined {
  if (expression === undefined) return undefined;
  const name = textsOf(expression, source, evaluation, 0);
  const least = name.length === 1 ? 1 : FEWEST_LETTERS;
  return wordIn(name).length >= least ? name : undefined;
}

/** The longest word in what is known of a name. */
export function wordIn(name: EventName): string {
  const words = name.flatMap((text) => text.match(/[\w$]+/g) ?? []);
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Whether two names may be the same, by what is known of both. */
export function mayBeSame(one: EventName, other: EventName): boolean {
  const [first = '', ...more] = one;
  if (more.length === 0) return other.length === 1 ? other[0] === first : fits(other, first);
  return other.length === 1 ? fits(one, other[0] ?? '') : one.join('\0') === other.join('\0');
}

function fits(pattern: EventName, text: string): boolean {
  const first = pattern[0] ?? '';
  const last = pattern.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length <= first.length + last.length) return false;
  let from = first.length;
  for (const part of pattern.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= text.length - last.length;
}

function textsOf(expression: Node, source: Source, evaluation: Evaluation, depth: number): EventName {
  const node = unwrap(expression);
  if (depth > DEEPEST) return UNKNOWN;
  const inner = (part: Node): EventName => textsOf(part, source, evaluation, depth + 1);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : UNKNOWN;
    case 'TemplateLiteral':
      return node.quasis.reduce<EventName>(
        (before, { value }, index) => {
          const part = node.expressions[index];
          const text = joined(before, [value.cooked ?? '']);
          return part === undefined ? text : joined(text, inner(part));
        },
        [''],
      );
    case 'BinaryExpression':
      return node.operator === '+' ? joined(inner(node.left), inner(node.right)) : UNKNOWN;
    case 'Identifier':
    case 'MemberExpression': {
      const constant = enumMember(node, source, evaluation) ?? evaluation.follow(node, source);
      return constant === undefined || constant.node === node
        ? UNKNOWN
        : textsOf(constant.node, constant.source, evaluation, depth + 1);
    }
    default:
      return UNKNOWN;
  }
}

function joined(before: EventName, after: EventName): EventName {
  return [...before.slice(0, -1), `${before.at(-1) ?? ''}${after[0] ?? ''}`, ...after.slice(1)];
}

/** The value of `Events.Paid` for `enum Events { Paid = 'paid' }`. */
function enumMember(node: Node, source: Source, evaluation: Evaluation): Place | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return undefined;
  const name = propertyName(node);
  const home = importedAs(node.object, source, evaluation) ?? { node: node.object, source };
  const variable = home.node.type === 'Identifier' ? variableOf(home.node, home.source) : undefined;
  const declared = variable === undefined ? undefined : definitionOf(variable)?.node;
  if (declared?.type !== 'TSEnumDeclaration') return undefined;
  const member = declared.body.members.find(({ id }) => keyName(id, false) === name);
  return member?.initializer === undefined ? undefined : { node: member.initializer, source: home.source };
}

/** Where an imported name is declared. */
function importedAs(name: TSESTree.Identifier, source: Source, evaluation: Evaluation): Place | undefined {
  const variable = variableOf(name, source);
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  const from = definition?.type === 'ImportSpecifier' ? importedBy(definition) : undefined;
  const origin = from === undefined ? undefined : importOrigin(from.specifier, from.name, source, evaluation);
  return origin?.kind === 'place' ? origin : undefined;
}
