import { describe } from 'vitest';
import { flags, inHandler, silent } from '../support/marked.ts';

const SLEEP = 'const sleep = (ms) => new Promise((done) => setTimeout(done, ms));';

describe('work whose end the code around it waits for in a loop', () => {
  silent(
    'is awaited, if in steps',
    inHandler(`${SLEEP}
    let done = false;
    mail(1).catch(() => {}).finally(() => { done = true; });
    while (!done) await sleep(50);
    res.json({});`),
  );
  silent(
    'is awaited where success and failure both tell',
    inHandler(`${SLEEP}
    let state = 'running';
    mail(1).then(() => { state = 'done'; }, () => { state = 'failed'; });
    do { await sleep(50); } while (state === 'running');
    res.json({ state });`),
  );
  silent(
    'is awaited where its own finally tells',
    inHandler(`${SLEEP}
    let isRunning = true;
    (async () => { try { await mail(1); } finally { isRunning = false; } })().catch(log);
    for (; isRunning; ) await sleep(50);
    res.json({});`),
  );
  silent(
    'is awaited where the loop goes on for another reason, too',
    inHandler(`${SLEEP}
    const lines = [];
    let done = false;
    mail(1).catch(() => {}).finally(() => { done = true; });
    while (!done || lines.length > 0) { lines.pop(); await sleep(50); }
    res.json({});`),
  );
  flags(
    'is lost where another reason ends the loop, too',
    inHandler(`${SLEEP}
    let done = false;
    let left = 3;
    mail(1).catch(log).finally(() => { done = true; });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    while (!done && left > 0) { left -= 1; await sleep(50); }
    res.json({ done });`),
  );
  flags(
    'is lost where the loop asks for something else',
    inHandler(`${SLEEP}
    let done = false;
    let left = 3;
    mail(1).catch(log).finally(() => { done = true; });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    while (left > 0) { left -= 1; await sleep(50); }
    res.json({ done });`),
  );
  flags(
    'is lost where the loop does not wait',
    inHandler(`
    let done = false;
    mail(1).catch(log).finally(() => { done = true; });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    while (!done && req.body.length > 0) req.body.pop();
    res.json({});`),
  );
  flags(
    'is lost where the loop comes first',
    inHandler(`${SLEEP}
    let done = false;
    while (!done) { done = req.ready; await sleep(50); }
    mail(1).catch(log).finally(() => { done = true; });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    res.json({});`),
  );
  flags(
    'is lost where the loop is in another function',
    inHandler(`${SLEEP}
    let done = false;
    mail(1).catch(log).finally(() => { done = true; });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    req.on('data', () => { const wait = async () => { while (!done) await sleep(50); }; });
    res.json({});`),
  );
  flags(
    'is lost where a failure does not tell',
    inHandler(`${SLEEP}
    let done = false;
    mail(1).then(() => { done = true; }).catch(log);
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    while (!done) await sleep(50);
    res.json({});`),
  );

  const TELLS = 'mail(1).catch(log).finally(() => { done = true; });';
  const ENDS = [
    ['a count', `${TELLS}\nwhile (!done && req.body.n-- > 0) await sleep(50);`],
    ['a deadline', `${TELLS}\nwhile (!done && Date.now() < req.body.end) await sleep(50);`],
    ['something else', `${TELLS}\nwhile (!(done || req.aborted)) await sleep(50);`],
    ['a break', `${TELLS}\nwhile (!done) { if (req.aborted) break; await sleep(50); }`],
    ['another write', `req.on('close', () => { done = true; });\n${TELLS}\nwhile (!done) await sleep(50);`],
    ['a branch of its own', `${TELLS}\nif (req.query.wait) { while (!done) await sleep(50); }`],
    ['the launch in another branch', `if (req.query.a) {\n${TELLS}\n} else { while (!done) await sleep(50); }`],
    ['the launch in a loop', `for (const x of req.body) {\n${TELLS}\n}\nwhile (!done) await sleep(50);`],
  ] as const;
  for (const [what, body] of ENDS)
    flags(
      `is lost where the loop may end for ${what}`,
      inHandler(
        `${SLEEP}\nlet done = false;\n${body.replace(TELLS, `${TELLS}\n${'^'.repeat(TELLS.length - 1)} caught`)}\nres.json({});`,
      ),
    );
});
