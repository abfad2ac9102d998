import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/findings/wording.ts';
import { findingsIn } from '../support/findings.ts';

const HEAD = `
import express from 'express';
const app = express();
async function stop(x) { await x; }
`;

function told(code: string): string[] {
  return findingsIn(HEAD + code).map(messageOf);
}

const END = 'and nothing waits for it: the process may end before it is done.';

describe('the message about a launch in a listener of the process', () => {
  it.each([
    [
      "process.on('SIGTERM', () => { stop(1); });",
      [`\`stop(…)\` is launched by a listener of \`SIGTERM\`, ${END} Await it.`],
    ],
    [
      "process.once('SIGINT', () => void stop(1));",
      [`\`stop(…)\` is launched by a listener of \`SIGINT\`, ${END} Await it.`],
    ],
    [
      "process.on('SIGTERM', async () => { await stop(1); });",
      [`The listener of \`SIGTERM\` is asynchronous, ${END} Let it end the process once it is done.`],
    ],
    [
      "process.on('SIGTERM', stop);",
      [`The listener of \`SIGTERM\` is asynchronous, ${END} Let it end the process once it is done.`],
    ],
    ["process.on('SIGTERM', async () => { await stop(1); process.exit(0); });", []],
    [
      "process.on('exit', () => { stop(1); });",
      [`\`stop(…)\` is launched by a listener of \`exit\`, ${END} Do this work with synchronous calls.`],
    ],
  ])('offers no task where the process ends with the event: %s', (code, messages) => {
    expect(told(`app.listen(1, () => { ${code} });`)).toEqual(messages);
  });

  it.each(["process.on('SIGUSR1', () => { stop(1); });", "bus.on('SIGTERM', () => { stop(1); });"])(
    'offers one elsewhere: %s',
    (code) => {
      expect(told(`app.listen(1, () => { ${code} });`).join('')).toMatch(/or pass it to `fireTask`\.$/);
    },
  );
});

describe('the message about a callback', () => {
  it('names what drops its promise, and not the call inside', () => {
    expect(
      told("app.listen(1, () => stop(1));\napp.get('/', (req, res) => { setTimeout(() => stop(2), 5); });").map(
        (message) => message.split(':')[0],
      ),
    ).toEqual([
      '`app.listen(…)` in `listen` drops the promise of its callback',
      '`setTimeout(…)` in `GET /` drops the promise of its callback',
    ]);
  });
});
