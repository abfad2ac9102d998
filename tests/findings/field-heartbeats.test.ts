import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const STOP = 'stop() { clearTimeout(this.timer); this.timer = undefined; }';
const beating = (
  methods: string,
  run: string,
  set = 'this.timer = setTimeout(() => mail(1), 9);',
): Record<string, string> => ({
  'beat.js': `import { mail } from './mail.js';
export class Beat {
  start() {
    ${set}${run.includes('not') ? ' //! POST /a' : ''}
  }
  ${methods}
}
`,
  'mail.js': 'export async function mail(x) { await fetch(x); }\n',
  'app.js': `import express from 'express';
import { Beat } from './beat.js';
import { mail } from './mail.js';
const app = express();
app.post('/a', async (req, res) => {
  const beat = new Beat();
  const other = new Beat();
  ${run}
  await mail(2);
  res.end();
});
`,
});

describe('a timer that a field holds ends with the work', () => {
  reaches(
    'if its object is stopped after it',
    beating(STOP, 'beat.start(); try { await mail(2); } finally { beat.stop(); }'),
  );
  reaches(
    'if a method starts and stops it',
    beating(
      `${STOP} async run() { this.start(); try { await mail(2); } finally { this.stop(); } }`,
      'await beat.run();',
    ),
  );
  reaches(
    'if the method that sets it stops it',
    beating(STOP, 'await beat.start();', 'this.timer = setTimeout(() => mail(1), 9); mail.log(1); this.stop();'),
  );
  reaches(
    'if the method that sets it clears it',
    beating(
      '',
      'await beat.start();',
      'this.timer = setTimeout(() => mail(1), 9); mail.log(1); clearTimeout(this.timer);',
    ),
  );
  reaches(
    'if a variable gives it to the field',
    beating(
      STOP,
      'beat.start(); await mail(2); beat.stop();',
      'const t = setTimeout(() => mail(1), 9); this.timer = t;',
    ),
  );
  reaches(
    'if a condition that asks for the object stops it',
    beating(STOP, 'beat.start(); try { await mail(2); } finally { if (beat) beat.stop(); }'),
  );
  reaches(
    'if it is stopped under the condition that it is started under',
    beating(STOP, 'if (req.body.slow) beat.start(); await mail(2); if (req.body.slow) { beat.stop(); }'),
  );
  reaches(
    'if a loop stops it at some time',
    beating(STOP, 'beat.start(); for (;;) { if (await mail.done(2)) { beat.stop(); break; } }'),
  );
});

describe('a timer that a field holds does not end with the work', () => {
  reaches('if nobody stops it', beating(STOP, 'beat.start(); // not'));
  reaches('if another object is stopped', beating(STOP, 'beat.start(); await mail(2); other.stop(); // not'));
  reaches('if a listener stops it', beating(STOP, "beat.start(); req.on('close', () => beat.stop()); // not"));
  reaches('if it was stopped before', beating(STOP, 'beat.stop(); beat.start(); // not'));
  reaches(
    'if another field is cleared',
    beating('stop() { clearTimeout(this.other); }', 'beat.start(); await mail(2); beat.stop(); // not'),
  );
  reaches(
    'if the method clears it later',
    beating(
      'stop() { setImmediate(() => 1); setTimeout(() => clearTimeout(this.timer), 1); }',
      'beat.start(); await mail(2); beat.stop(); // not',
    ),
  );
  reaches(
    'if it is started again',
    beating(
      '',
      'beat.start(); await mail(2); beat.start(); // not',
      'clearTimeout(this.timer); this.timer = setTimeout(() => mail(1), 9);',
    ),
  );
  reaches(
    'if it is stopped in another branch',
    beating(STOP, 'if (req.body.on) beat.start(); else beat.stop(); // not'),
  );
  reaches(
    'if it is stopped under another condition',
    beating(STOP, 'beat.start(); if (req.body.off) { beat.stop(); return res.end(); } // not'),
  );
  reaches(
    'if it is stopped after a failure alone',
    beating(STOP, 'beat.start(); try { await mail(2); } catch { beat.stop(); } // not'),
  );
  reaches(
    'if it is started in two places and stopped in one',
    beating(STOP, 'beat.start(); await mail(2); beat.stop(); void (() => { other.start(); })(); // not'),
  );
});
