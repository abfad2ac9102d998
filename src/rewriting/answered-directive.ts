import type { Finding } from '../findings/finding.ts';
import type { FormName } from '../findings/forms.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import { ABOUT_CALLBACKS, ABOUT_PROMISES, ABOUT_VOID } from '../catalog/conventions.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { walk } from '../syntax/walk.ts';
import { overlap, replace } from './edit.ts';

const BEHIND = /\/[/*](?=[ \t]*eslint-disable-line )/;

/**
 * Removes the comment that switches off a rule for the lost promise, such as `@typescript-eslint/no-floating-promises`:
 * the rewritten code has nothing to report there, and ESLint warns of comments that do nothing. Stays if the comment
 * gives a reason, names other rules too, or if another statement of the line may need it.
 *
 * @param edits - those of the finding's rewrite
 */
export function withoutDirective(finding: Finding, source: Source, edits: readonly Edit[]): Edit[] {
  const { text } = source;
  const at = reportedAt(finding);
  const line = { start: lineStart(text, at), end: lineEnd(text, at) };
  const above = line.start === 0 ? line.start : lineStart(text, line.start - 1);
  const next = text.slice(above, line.start).trim();
  const rest = text.slice(at, line.end);
  const behind = BEHIND.exec(rest)?.index ?? rest.length;
  const removals = [
    ...(answers(next, 'eslint-disable-next-line', finding.form) ? [replace(above, line.start, '')] : []),
    ...(answers(rest.slice(behind).trim(), 'eslint-disable-line', finding.form)
      ? [replace(at + rest.slice(0, behind).trimEnd().length, at + rest.trimEnd().length, '')]
      : []),
  ];
  if (removals.length === 0 || text.slice(line.start, at).includes('`') || othersStart(line, finding, source))
    return [];
  return removals.filter((removal) => !overlap([removal], edits));
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

/** Whether another statement that may drop a promise starts on the line. */
function othersStart({ start, end }: { start: number; end: number }, finding: Finding, { ast }: Source): boolean {
  const at = reportedAt(finding);
  // A callback is part of the statement that takes it.
  const isTaking = ({ range }: Node): boolean => finding.form === 'callback' && range[0] < at && at < range[1];
  let found = false;
  walk(ast, (node) => {
    found ||=
      node.type === 'ExpressionStatement' &&
      node.range[0] >= start &&
      node.range[0] < end &&
      node.range[0] !== at &&
      !isTaking(node) &&
      node.expression.type !== 'AwaitExpression';
  });
  return found;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
