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
