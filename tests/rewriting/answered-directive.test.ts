import { describe, expect, it } from 'vitest';
import { rewritten } from '../support/rewritten.ts';

const HEAD = `import express from 'express';
const app = express();
async function audit(x) { await fetch(x); }
async function assertOpen(x) { await fetch(x); if (!x) throw new Error('no'); }
`;
const handler = (body: string): string => `${HEAD}app.post('/x', async (req, res) => {\n${body}\n  res.end();\n});\n`;
/** The handler's body after the rewrite, without the lines around it. */
function bodyOf(body: string, vary = (text: string): string => text): string {
  const output = rewritten(vary(handler(body))).replaceAll('\r', '');
  return output.slice(output.indexOf('=> {\n', output.indexOf('app.post')) + 5, output.lastIndexOf('\n  res.end();'));
}
const FLOATING = '@typescript-eslint/no-floating-promises';
const MISUSED = '@typescript-eslint/no-misused-promises';

describe('a comment that switches off a rule about the lost promise goes with it', () => {
  it.each([
    ['above a call', `  // eslint-disable-next-line ${FLOATING}\n  audit(1);`, "  fireTask(audit(1), 'audit');"],
    [
      'in a block comment',
      `  /* eslint-disable-next-line ${FLOATING} */\n  audit(1);`,
      "  fireTask(audit(1), 'audit');",
    ],
    ['behind a call', `  audit(1); // eslint-disable-line ${FLOATING}`, "  fireTask(audit(1), 'audit');"],
    [
      'above a branch',
      `  // eslint-disable-next-line ${FLOATING}\n  if (req.x) audit(1);`,
      "  if (req.x) fireTask(audit(1), 'audit');",
    ],
    ['above void', '  // eslint-disable-next-line no-void\n  void audit(1);', "  fireTask(audit(1), 'audit');"],
    [
      'above a call of several lines',
      `  // TODO\n  // eslint-disable-next-line ${FLOATING}, promise/catch-or-return\n  audit(1)\n    .then(console.log);`,
      "  // TODO\n  fireTask(audit(1)\n    .then(console.log), 'audit');",
    ],
    ['with blanks behind it', `  audit(1); // eslint-disable-line ${FLOATING} \t`, "  fireTask(audit(1), 'audit');"],
    [
      'above two void',
      '  // eslint-disable-next-line no-void\n  req.x ? void audit(1) : void audit(2);',
      "  req.x ? fireTask(audit(1), 'audit') : fireTask(audit(2), 'audit');",
    ],
    [
      'above two callbacks',
      `  // eslint-disable-next-line ${MISUSED}\n  const all = [setTimeout(async () => { await audit(1); }), setTimeout(async () => { await audit(2); })];`,
      "  const all = [setTimeout(() => { fireTask(async () => { await audit(1); }, 'audit'); }), " +
        "setTimeout(() => { fireTask(async () => { await audit(2); }, 'audit'); })];",
    ],
    [
      'above a callback',
      `  // eslint-disable-next-line ${MISUSED}\n  req.list.forEach(async (x) => { await audit(x); });`,
      "  req.list.forEach((x) => { fireTask(async () => { await audit(x); }, 'audit'); });",
    ],
  ])('%s', (_, before, after) => {
    expect(bodyOf(before)).toBe(after);
    expect(
      bodyOf(before, (text) => text.replaceAll('\n', '\r\n')),
      'with Windows line endings',
    ).toBe(after);
  });

  it.each([
    ['it names another rule', `  // eslint-disable-next-line ${FLOATING}, no-console\n  audit(console.log(1));`],
    ['it gives a reason', `  // eslint-disable-next-line ${FLOATING} -- the answer must not wait\n  audit(1);`],
    ['its rule reports something else', `  // eslint-disable-next-line ${MISUSED}\n  audit(1);`],
    ['another statement of the line may need it', `  // eslint-disable-next-line ${FLOATING}\n  audit(1); req.load();`],
    [
      'another finding of the line is left',
      `  // eslint-disable-next-line ${FLOATING}\n  req.x ? audit(1) : assertOpen(1);`,
    ],
    ['the rewrite keeps void', '  const go = () => void audit(1); // eslint-disable-line no-void\n  go();'],
    ['another void is left', '  // eslint-disable-next-line no-void\n  if (req.x === void 0) void audit(1);'],
    ['an argument has a void', '  // eslint-disable-next-line no-void\n  void audit(void 0);'],
    [
      'another callback is left',
      `  // eslint-disable-next-line ${MISUSED}\n  req.list.forEach(async () => { await audit(1); }), req.whenDone(async () => { fireTask(audit(2), 'audit'); await 1; });`,
    ],
    ['it is text in a template', '  req.x = `\n  // eslint-disable-next-line no-void\n  ${1}`; void audit(1);'],
    ['text on the next line ends', '  req.x = `\n  // eslint-disable-next-line no-void\n`; void audit(1);'],
    ['it is above another line', `  // eslint-disable-next-line ${FLOATING}\n\n  audit(1);`],
  ])('but stays where %s', (_, before) => {
    const comment = /\/\/.*/.exec(before)?.[0] ?? '';
    const body = bodyOf(before);
    expect(body).toContain('fireTask(audit(');
    expect(body).toContain(comment);
  });
});
