import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const JOB = `
import express from 'express';
import { EventEmitter, once } from 'node:events';
const app = express();
class Job extends EventEmitter {
  async start(x) { await x; this.report(); }
  report() { this.emit('done'); }
  async audit() { await fetch(\`/audit/\${this.id}\`); this.check(); }
  check() { this.emit('checked'); if (this.id > 1) return; }
}
`;

describe('an event that settles a promise', () => {
  silent(
    'may do so through a named listener, or later',
    `${JOB}
    app.get('/named', async (req, res) => {
      const j = new Job();
      await new Promise((resolve) => { const done = () => resolve(1); j.on('done', done); j.start(1); });
      await new Promise((resolve) => { j.on('done', done); j.start(2); function done() { resolve(1); } });
      res.end();
    });
    app.get('/later', async (req, res) => {
      const j = new Job();
      await new Promise((resolve) => { j.on('done', () => { setTimeout(resolve, 5); }); j.start(1); });
      await new Promise((resolve) => { j.on('done', () => setTimeout(() => resolve(1), 5)); j.start(2); });
      res.end();
    });
    app.get('/chained', async (req, res) => {
      const j = new Job();
      await new Promise((resolve, reject) => { j.on('error', reject).on('done', resolve); j.start(1); });
      res.end();
    });`,
  );
  flags(
    'is not its failure alone',
    `${JOB}
    app.get('/', async (req, res) => {
      const j = new Job();
      await new Promise((resolve, reject) => { const fail = () => reject(1); j.on('done', fail); j.start(1); });
                                                                                                 ^^^^^^^^^^ floating
      res.end();
    });`,
  );
  silent(
    'is waited for where its promise is awaited after the call',
    `${JOB}
    app.get('/held', async (req, res) => {
      const j = new Job();
      const done = new Promise((resolve) => { j.on('done', resolve); });
      j.start(1);
      await done;
      res.end();
    });
    app.get('/once', async (req, res) => {
      const j = new Job();
      const done = once(j, 'done');
      j.start(1);
      await done;
      j.start(2);
      await once(j, 'done');
      res.end();
    });`,
  );
  flags(
    'is not where its promise is awaited before, or never',
    `${JOB}
    app.get('/before', async (req, res) => {
      const j = new Job();
      await once(j, 'done');
      await new Promise((resolve) => { j.on('done', resolve); });
      j.start(2);
      ^^^^^^^^^^ floating
      res.end();
    });
    app.get('/never', async (req, res) => {
      const j = new Job();
      once(j, 'done');
      ^^^^^^^^^^^^^^^ floating
      j.start(1);
      ^^^^^^^^^^ floating
      res.end();
    });`,
  );
  flags(
    'does not wait for a method that leaves the emitter alone',
    `${JOB}
    app.get('/done', async (req, res) => {
      const j = new Job();
      await new Promise((resolve) => { j.on('done', resolve); j.audit(); j.start(1); });
                                                              ^^^^^^^^^ floating
      res.end();
    });
    app.get('/checked', async (req, res) => {
      const j = new Job();
      await new Promise((resolve) => { j.on('checked', resolve); j.audit(); });
      res.end();
    });`,
  );
});
