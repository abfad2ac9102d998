import { describe, expect, it } from 'vitest';
import { planned } from '../support/rewritten.ts';

const HEAD = `import express from 'express';
import { EventEmitter } from 'node:events';
const app = express();
const bus = new EventEmitter();
async function run(x) { await x; }
async function stop() { await run(1); run(2); process.exit(0); }
async function settle({ id }) { await id; }
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
`;

function codesOf(code: string, directive = ''): string[] {
  const { rewrites, skips } = planned(`${directive}${HEAD}${code}\n`, 'app.js', { rule: { reach: 'all' } });
  return [...rewrites.map(({ remedy }) => remedy), ...skips.map(({ code: reason }) => reason)];
}

const inHandler = (body: string): string => `app.post('/x', async (req, res) => { ${body} res.json(1); });`;

describe('what is never a task', () => {
  it.each([
    [
      'a function that runs at a signal',
      "function main() { process.on('SIGTERM', stop); }",
      ['signal-handler', 'signal-handler'],
    ],
    ['what such a function calls', "process.on('SIGINT', () => { run(3); });", ['fire-task', 'signal-handler']],
    [
      'a delay, which is no finding at all',
      inHandler('const timeout = new Promise((resolve) => { setTimeout(() => resolve(null), 60_000); });'),
      ['fire-task'],
    ],
    ['the call of one, neither', inHandler('sleep(50);'), ['fire-task']],
    [
      'what goes on for ever',
      `async function poll() { while (true) { await run(1); } }\n${inHandler('poll(); (async () => { for (;;) await run(1); })();')}`,
      ['fire-task', 'never-ends', 'never-ends'],
    ],
    [
      'a loop that something leaves',
      `async function poll() { while (true) { if (await run(1)) return; } }\n${inHandler('poll();')}`,
      ['fire-task', 'fire-task'],
    ],
    [
      'what ends the process',
      `async function end() { try { await run(1); } finally { process.exit(1); } }\nfunction main() { process.on('uncaughtException', () => { end(); }); }`,
      ['ends-process', 'fire-task'],
    ],
    [
      'a listener for what ends the process at once',
      "function main() { process.on('uncaughtExceptionMonitor', async (e) => { await run(e); }); process.once('exit', () => { run(3); }); }",
      ['fire-task', 'last-event', 'last-event'],
    ],
    [
      'a listener for a failure after which the process goes on',
      "function main(child) { process.on('unhandledRejection', (e) => { run(e); }); child.on('exit', () => { run(3); }); }",
      ['fire-task', 'fire-task', 'fire-task'],
    ],
    [
      'what ends the process only where something fails',
      `async function start(x) { if (!x) process.exit(1); try { await run(1); } catch { process.exit(1); } }\n${inHandler('start(1);')}`,
      ['fire-task', 'fire-task'],
    ],
    [
      'a callback for each item that answers, as its handler does',
      inHandler('req.body.forEach(async (id) => { if (await run(id)) res.status(400).json(id); }); run(3);'),
      ['fire-task', 'fire-task', 'likely-slip'],
    ],
    [
      'a listener that is taken off by its name',
      inHandler("bus.on('x', settle); bus.off('x', settle);"),
      ['fire-task', 'removed-by-name'],
    ],
    [
      'one of them that is none: its timer works',
      inHandler('void new Promise((resolve) => setTimeout(() => { run(3); }, 5));'),
      ['fire-task', 'fire-task', 'fire-task'],
    ],
  ])('%s', (_, code, codes) => {
    expect(codesOf(code).sort()).toEqual([...codes].sort());
  });

  it.each([
    ['const path = window.location.pathname;', false],
    ["document.title = 'x';", false],
    ['const title = (page) => page.evaluate(() => document.title);', true],
    ['const window = { location: {} };\nconst path = window.location.pathname;', true],
    ["const isBrowser = typeof window !== 'undefined';", true],
  ])('code that uses the objects of a browser: %s', (code, isServer) => {
    expect(codesOf(`${code}\n${inHandler('run(3);')}`)).toEqual(isServer ? ['fire-task', 'fire-task'] : []);
  });

  it.each([
    ["'use strict';\n//\n// used by the mailer\n// Source: https://github.com/acme/queue\n//\n", true],
    ['// The source: a table of rates, see https://acme.test/rates\n', false],
    ['var __importDefault = (this && this.__importDefault) || function (mod) { return mod; };\n', true],
    ['Object.defineProperty(exports, "__esModule", { value: true });\n', true],
    [`var table = "${'x'.repeat(3_000)}";\n`, true],
    [`const table = "${'x'.repeat(300)}";\n`, false],
    [`const table = 1;${'var a=1;b();'.repeat(40)}\n`.repeat(9), true],
    [`const page = "${'<p>text</p>'.repeat(100)}";\n`.repeat(2), false],
  ])('%s is a head of a file that is written elsewhere: %s', (head, isElsewhere) => {
    const codes = codesOf(inHandler('run(3);'), head);
    expect(codes.includes('written-elsewhere')).toBe(isElsewhere);
    expect(codes.includes('fire-task')).toBe(!isElsewhere);
  });

  it.each([
    ['function Page() { const [n, set] = useState(0); useEffect(() => { run(3); }, []); return n; }', false],
    ['const useRows = () => { useEffect(() => { run(3); }, []); };', false],
    ['class Page extends React.Component { componentDidMount() { run(3); } }', false],
    ['const row = (id) => <button onClick={() => { run(id); }} />;', false],
    ['function Page() { run(3); return <p />; }', true],
    ['async function page() { useSession(); run(3); }', true],
    ['class Page extends Component {}\nfunction page() { run(3); }', true],
  ])('a component: %s', (code, isServer) => {
    const { rewrites } = planned(`import React, { useEffect, useState } from 'react';\n${HEAD}${code}\n`, 'app.jsx', {
      rule: { reach: 'all' },
    });
    expect(rewrites).toHaveLength(isServer ? 2 : 1);
  });

  it('code for the browser', () => {
    for (const directives of ["'use client';\n", "'use strict';\n'use client';\n"])
      expect(codesOf(inHandler('run(3);'), directives).filter((code) => code === 'fire-task')).toEqual([]);
    expect(codesOf(inHandler('run(3);'))).toEqual(['fire-task', 'fire-task']);
  });
});
