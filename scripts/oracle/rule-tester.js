import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the cases of a file that calls RuleTester, without running it: `valid` and `invalid` lists of literals,
 * templates and `dedent`.
 *
 * @param {string} folder
 * @param {string} path
 * @param {{ parse: Function, walk: Function, wrap?: (code: string) => string, ext?: string }} tools - `wrap` stands for
 *   the suite's own helper `test(…)`
 * @returns {{ cases: object[], skipped: number }} `lines` is undefined where the suite does not say on which line it
 *   reports
 */
export function ruleTesterCases(folder, path, { parse, walk, wrap = (code) => code, ext = 'tsx' }) {
  const file = join(folder, path);
  const source = parse(file, readFileSync(file, 'utf8'));
  const cases = [];
  let skipped = 0;
  walk(source.ast, (node) => {
    if (node.type !== 'Property' || node.value.type !== 'ArrayExpression') return;
    const list = node.key.name;
    if (list !== 'valid' && list !== 'invalid') return;
    for (const element of node.value.elements) {
      const found = caseOf(element, list);
      if (found === undefined) skipped += 1;
      else
        cases.push({ ...found, name: `${list} ${cases.length + 1}`, at: lineAt(source.text, element.range[0]), ext });
    }
  });
  return { cases, skipped };

  function caseOf(element, list) {
    if (element?.type !== 'ObjectExpression') {
      const code = textOf(element);
      return code === undefined ? undefined : { code, lines: list === 'valid' ? [] : undefined, options: '' };
    }
    const fields = Object.fromEntries(
      element.properties
        .filter(({ type }) => type === 'Property')
        .map((property) => [property.key.name ?? property.key.value, property.value]),
    );
    const code = textOf(fields.code);
    if (code === undefined) return undefined;
    const options = fields.options === undefined ? '' : source.text.slice(...fields.options.range);
    const settings = fields.settings === undefined ? '' : source.text.slice(...fields.settings.range);
    if (list === 'valid') return { code, lines: [], options: options + settings };
    const errors = fields.errors?.type === 'ArrayExpression' ? fields.errors.elements : [];
    const lines = errors.map((error) => numberOf(error, 'line'));
    return {
      code,
      lines: lines.length > 0 && lines.every((line) => line !== undefined) ? lines : undefined,
      count: errors.length,
      messages: errors.map((error) => messageOf(error)),
      options: options + settings,
    };
  }

  function numberOf(error, key) {
    return error?.properties?.find((property) => property.key?.name === key)?.value.value;
  }

  function messageOf(error) {
    return error?.properties?.find((property) => property.key?.name === 'messageId')?.value.value;
  }

  function textOf(node) {
    switch (node?.type) {
      case 'Literal':
        return typeof node.value === 'string' ? node.value : undefined;
      case 'TemplateLiteral':
        return node.expressions.length === 0 ? node.quasis[0].value.cooked : undefined;
      case 'TaggedTemplateExpression':
        return node.quasi.expressions.length === 0 ? dedent(node.quasi.quasis[0].value.cooked) : undefined;
      case 'CallExpression': {
        const text = textOf(node.arguments[0]);
        if (text === undefined) return undefined;
        return node.callee.name === 'dedent' || node.callee.name === 'javascript' ? dedent(text) : wrap(text);
      }
      default:
        return undefined;
    }
  }
}

function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

/** What the package dedent does to a text: the least indent is taken from each line, and the blanks at both ends. */
function dedent(text) {
  const indents = text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' || (index === 0 && !text.startsWith('\n')) ? [] : [/^\s*/.exec(line)[0].length],
    );
  const least = Math.min(...indents);
  return (Number.isFinite(least) ? text.replaceAll(new RegExp(`^[^\\S\\n]{${least}}`, 'gm'), '') : text).trim();
}
