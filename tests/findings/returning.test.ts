import { describe, expect, it } from 'vitest';
import { findingsIn } from '../support/findings.ts';
import { inHandler } from '../support/marked.ts';

const remedies = (code: string): (readonly string[])[] => findingsIn(code).map((finding) => finding.remedies);
const SOCKET = (body: string): string =>
  `import { Server, type Socket } from 'socket.io';\nasync function log(x: string) { await x; }\nnew Server().on('connection', (socket: Socket) => {\n  ${body}\n});\n`;

describe('returning the promise', () => {
  it('is offered where somebody takes it', () => {
    expect(remedies(inHandler('mail(1);'))).toEqual([['fire-task', 'await', 'return']]);
  });

  it.each([
    ['the framework drops what a handler returns', SOCKET("socket.on('disconnect', (why: string) => { log(why); });")],
    ['a timer drops what its callback returns', inHandler('setTimeout(() => { mail(1); }, 5);')],
    ['a function of the user does', inHandler('const later = (fn) => { fn(); };\nlater(() => { mail(1); });')],
  ])('is not offered where %s', (_, code) => {
    expect(remedies(code)).toEqual([['fire-task']]);
  });
});
