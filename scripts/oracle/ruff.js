import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Ruff's fixture, written in JavaScript line by line: `asyncio.create_task(x)` is a call of an async function, blocks
 * by indent become blocks in braces,
 * `task = …` declares what no line of the function has declared before.
 */
export function ruffCases(folder, [fixture, snapshot]) {
  const python = readFileSync(join(folder, fixture), 'utf8').split('\n');
  const reported = [...readFileSync(join(folder, snapshot), 'utf8').matchAll(/^ *--> RUF006\.py:(\d+):/gm)].map(
    ([, line]) => Number(line),
  );
  const lines = [];
  const open = [];
  let declared = new Set();
  let count = 0;
  const close = (indent) => {
    let text = '';
    while (open.length > 0 && open.at(-1) >= indent) {
      open.pop();
      text += '}';
    }
    return text;
  };
  for (const line of python) {
    const code = line.replace(/#.*/, '').trimEnd();
    if (code.trim() === '' || /^import /.test(code)) {
      lines.push('');
      continue;
    }
    const indent = /^ */.exec(code)[0].length;
    let text = close(indent);
    if (/^(?:async )?def /.test(code)) declared = new Set();
    text += statementOf(code.trim(), declared, () => (count += 1));
    if (code.endsWith(':')) open.push(indent);
    lines.push(text);
  }
  lines.push(close(0));
  const head = 'async function make_task(x) { await x; } const background_tasks = new Set(); let T; let task0; ';
  return [{ name: 'RUF006.py', code: head + lines.join('\n'), lines: reported, options: '', ext: 'js' }];
}

function statementOf(code, declared, next) {
  const body = code
    .replaceAll(/\basyncio\.(?:create_task|ensure_future)\(/g, 'make_task(')
    .replaceAll(/\bloop\.create_task\(/g, declared.has('loop') ? 'make_task(' : 'loop.create_task(')
    .replaceAll(/\[(make_task\([^)]*\)\)?) for (\w+) in ([^\]]+)\]/g, '[...$3].map(($2) => $1)')
    .replaceAll(/some_coro\(param=i\)/g, 'some_coro(i)')
    .replaceAll('self.', 'this.')
    .replaceAll('None', 'null');
  let match;
  if ((match = /^(async )?def f\((.*)\):$/.exec(body)))
    return `${match[1] ?? ''}function f${next()}(${match[2].replaceAll(/: \w+/g, '')}) {`;
  if ((match = /^for (\w+) in (.*):$/.exec(body))) return `for (const ${match[1]} of ${match[2]}) {`;
  if ((match = /^if (.*):$/.exec(body))) return `if (${match[1]}) {`;
  if (/^(?:else|try|finally):$/.test(body)) return `${body.slice(0, -1)} {`;
  if ((match = /^global (\w+)$/.exec(body))) {
    declared.add(match[1]);
    return '';
  }
  if (/^f = lambda/.test(body))
    return `const l${next()} = ${body.replace('f = ', '').replaceAll(/lambda \*args: /g, '() => ')};`;
  if (/^background_tasks = set\(\)$/.test(body)) return 'const background_tasks = new Set();';
  if ((match = /^(\w+)(?:: [\w.]+)? = (.*)$/.exec(body))) {
    const [, name, value] = match;
    const known = declared.has(name);
    declared.add(name);
    // Python's variables belong to the function, wherever they are written.
    return `${known ? '' : 'var '}${name} = ${value};`;
  }
  return `${body};`;
}
