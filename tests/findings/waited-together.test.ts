import { describe } from 'vitest';
import { flags, inHandler, silent } from '../support/marked.ts';

const QUEUE = "import Queue from 'p-queue';";

describe('what a local queue is given', () => {
  silent(
    'is waited for together',
    `${QUEUE}
    ${inHandler(`
      const queue = new Queue({ concurrency: 10 });
      for (const file of req.files) queue.add(() => mail(file));
      req.more.forEach((file) => { queue.add(() => mail(file)).catch(log); });
      await queue.onIdle();
      res.end();`)}`,
  );
  flags(
    'is lost if that was before, in another branch, or of another queue',
    `${QUEUE}
    const shared = new Queue();
    ${inHandler(`
      const queue = new Queue();
      const other = new Queue();
      await queue.onIdle();
      queue.add(() => mail(1));
      ^^^^^^^^^^^^^^^^^^^^^^^^ floating
      other.add(() => mail(2));
      ^^^^^^^^^^^^^^^^^^^^^^^^ floating
      if (req.wait) { await other.onIdle(); }
      shared.onIdle();
      ^^^^^^^^^^^^^^^ floating
      res.end();`)}`,
  );
});

const kept = (wait: string): string => `
    ${QUEUE}
    import express from 'express';
    class Background {
      queue = new Queue();
      other = new Queue();
      add(task) { this.queue.add(async () => { await task(); }); }
      ${wait}
    }
    const background = new Background();
    express().post('/', (req, res) => { background.add(req.body.task); res.end(); });`;

describe('what the queue of a class is given', () => {
  for (const wait of [
    'async stop() { await this.queue.onIdle(); }',
    'stop() { return this.queue.onIdle(); }',
    'async stop() { const { queue } = this; while (queue.size) await queue.onIdle(); }',
    'async stop() { const { queue: all } = this; await all.onIdle(); }',
    'async stop() { const all = this.queue; await all.onIdle(); }',
  ])
    silent(`is waited for by another method: ${wait}`, kept(wait));
  for (const wait of [
    'async stop() { await this.other.onIdle(); }',
    'async stop() { const { other: queue } = this; await queue.onIdle(); }',
    'stop() { const isIdle = this.queue.onIdle; isIdle(); }',
    'async stop() { await this.queue.clear(); }',
  ])
    flags(
      `is lost if none waits for it: ${wait}`,
      kept(wait).replace(
        /(add\(task\) \{ )(this\.queue\.add\(.*?\); \}\));.*\n/,
        (line: string, before: string, call: string) =>
          `${line}${' '.repeat(6 + before.length)}${'^'.repeat(call.length)} floating\n`,
      ),
    );
});
