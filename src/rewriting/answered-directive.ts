import type { Finding } from '../findings/finding.ts';
import type { FormName } from '../findings/forms.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import { ABOUT_CALLBACKS, ABOUT_PROMISES, ABOUT_VOID } from '../catalog/conventions.ts';
import { isFunction } from '../syntax/function.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { someIn } from '../syntax/walk.ts';
import { overlap, replace } from './edit.ts';

const BEHIND = /\/[/*](?=[ \t]*eslint-disable-line )/;

/**
 * Removes the comment that switches off a rule for the lost promise, such as `@typescript-eslint/no-floating-promises`:
 * the rewritten code has nothing to report there, and ESLint warns of comments that do nothing. Stays if the comment
 * gives a reason, names other rules too, or if other code of the line may need it.
 *
 * @param edits - those of the finding's rewrite
 */
export function withoutDirective(finding: Finding, source: Source, edits: readonly Edit[]): Edit[] {
  const directives = directivesOf(finding, source);
  if (directives.length === 0 || othersNeedIt(finding, source, edits)) return [];
  return directives.map(({ start, end }) => replace(start, end, '')).filter((removal) => !overlap([removal], edits));
}

/** Such comments above or behind the line that drops a promise, with the white space that goes with them. */
export function directivesOf(finding: Finding, source: Source): Stretch[] {
  const { text } = source;
  const at = reportedAt(finding);
  const line = lineAround(text, at);
  const above = line.start === 0 ? line : lineAround(text, line.start - 1);
  const rest = text.slice(at, line.end);
  const behind = BEHIND.exec(rest)?.index ?? rest.length;
  const found: Stretch[] = [];
  if (answers(text.slice(above.start, above.end).trim(), 'eslint-disable-next-line', finding.form))
    found.push({ start: above.start, end: line.start });
  if (answers(rest.slice(behind).trim(), 'eslint-disable-line', finding.form))
    // A line comment goes up to the end of its line.
    found.push({ start: at + rest.slice(0, behind).trimEnd().length, end: at + rest.replace(/\r$/, '').length });
  if (found.length === 0 || text.slice(line.start, at).includes('`')) return [];
  return found.filter((stretch) => !isInText(stretch, source));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The statement that drops a promise, or the callback whose promise is dropped. */
function reportedAt({ form, node }: Finding): number {
  if (form === 'callback') return node.range[0];
  const outer = wrapped(node);
  let statement: Node = outer;
  while (statement.parent != null && !statement.type.endsWith('Statement')) statement = statement.parent;
  return statement.type === 'ExpressionStatement' ? statement.range[0] : outer.range[0];
}

/** Whether a comment is such a directive, and names nothing but rules that the rewritten code answers. */
function answers(comment: string, directive: string, form: FormName): boolean {
  const isBlock = comment.startsWith('/*') && comment.endsWith('*/');
  if (!isBlock && !comment.startsWith('//')) return false;
  const words = comment.slice(2, isBlock ? -2 : undefined).trim();
  if (!words.startsWith(`${directive} `) || words.includes('--')) return false;
  const answered = form === 'callback' ? ABOUT_CALLBACKS : form === 'voided' ? ABOUT_VOID : ABOUT_PROMISES;
  return words
    .slice(directive.length)
    .split(',')
    .every((name) => answered.has(name.trim()));
}

/** Whether other code that starts on the line may need the comment. */
function othersNeedIt(finding: Finding, { ast, text }: Source, edits: readonly Edit[]): boolean {
  const { start, end } = lineAround(text, reportedAt(finding));
  return someIn(ast, (node) => {
    const [from] = node.range;
    return from >= start && from < end && mayNeedIt(node, finding, edits);
  });
}

function mayNeedIt(node: Node, finding: Finding, edits: readonly Edit[]): boolean {
  // The rewrite keeps `void` where a value must be `undefined`.
  if (finding.form === 'voided' && isVoid(node)) return !isEditedAt(node, edits);
  const at = reportedAt(finding);
  if (node.range[0] === at) return false;
  if (node.type === 'ExpressionStatement') {
    // A callback is part of the statement that takes it.
    const isTaking = finding.form === 'callback' && node.range[0] < at && at < node.range[1];
    return !isTaking && node.expression.type !== 'AwaitExpression';
  }
  return finding.form === 'callback' && isFunction(node) && node.async && isGiven(node) && !isEditedAt(node, edits);
}

function isVoid(node: Node): boolean {
  return node.type === 'UnaryExpression' && node.operator === 'void';
}

/** Whether a function is given to a call, so that a rule about callbacks may report it. */
function isGiven(fn: Node): boolean {
  const { parent } = wrapped(fn);
  return parent?.type === 'CallExpression' || parent?.type === 'NewExpression' || parent?.type === 'Property';
}

function isEditedAt({ range: [start] }: Node, edits: readonly Edit[]): boolean {
  return edits.some((edit) => edit.start === start || (edit.start < start && start < edit.end));
}

/** Whether a part of the text is in a string, a template, or the text of an element, and is no comment. */
function isInText({ start, end }: Stretch, { ast }: Source): boolean {
  return someIn(ast, ({ type, range }) => TEXTS.has(type) && range[0] < end && start < range[1]);
}

const TEXTS: ReadonlySet<string> = new Set(['Literal', 'TemplateElement', 'JSXText']);

function lineAround(text: string, offset: number): Stretch {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end === -1 ? text.length : end };
}
