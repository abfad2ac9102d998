import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SETUP = `
import express, { type Request, type Response } from 'express';
const app = express();
async function store(x) { await x; }
async function publish(...given) { await store(given); }
app.post('/', async (req, res) => {
  await announce(req.client, req, 'seen', req.body);
  await start(req, req.client);
  res.end();
});
`;

describe('which parameters can answer', () => {
  flags(
    'the last of four is no `next` where the third is no response',
    `${SETUP}
    async function announce(client: any, req: Request, event: any, data: any) {
      await store(event);
      publish(event, data);
      ^^^^^^^^^^^^^^^^^^^^ floating
    }
    async function start() {}`,
  );
  flags(
    'a parameter after the request is no response if its name and its type say otherwise',
    `${SETUP}
    interface Client { name: string }
    async function start(req: Request, client: Client) {
      await store(req.body);
      publish(client, 1);
      ^^^^^^^^^^^^^^^^^^ floating
    }
    async function announce() {}`,
  );
  silent(
    'a response of another name or type is one',
    `${SETUP}
    interface OurResponse extends Response { user: string }
    app.get('/a', (req: Request, out: OurResponse) => { publish(out, 1); });
    app.get('/b', (req, out) => { publish(out, 1); });
    app.use((failure: any, req: Request, response: Response, next: any) => { publish(failure, next); });
    async function announce() {}
    async function start() {}`,
  );
});

const FILES = `
import express from 'express';
const app = express();
async function send(name, to) { await name; to.end(); }
function wrap(res) { return { end: () => res.end() }; }
`;

describe('a call that is given something made of the response', () => {
  silent(
    'answers if its failure does',
    `${FILES}
    app.get('/a', (req, res) => {
      send(req.params.name, wrap(res)).catch(() => { res.status(404).end(); });
    });
    app.use((req, res, next) => {
      send(() => { next(); }, {}).catch(next);
    });
    app.get('/b', (req, res) => {
      void send(() => send(req.params.name, wrap(res)), {}).catch(() => { res.status(404).end(); });
    });`,
  );
  flags(
    'does not otherwise',
    `${FILES}
    app.get('/a', (req, res) => {
      send(req.params.name, wrap(res)).catch(console.error);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    });
    app.get('/b', (req, res) => {
      send(req.params.name, res.locals).catch(() => res.status(404).end());
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
    });
    app.get('/c', (req, res) => {
      send(req.params.name, wrap(res)).catch(() => res.status(404).end());
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
      res.end();
    });
    app.use((req, res, next) => {
      send(wrap(res)).catch(next);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
      next();
    });`,
  );
});

const ARCHIVE = `
import express from 'express';
import { createWriteStream } from 'node:fs';
const app = express();
class Archive { on(name, listener) {} pipe(to) {} async finalize() { await this.written; } }
`;

describe('work whose events settle the promise around it', () => {
  silent(
    'is awaited with that',
    `${ARCHIVE}
    app.get('/piped', async (req, res) => {
      await new Promise((resolve, reject) => {
        const output = createWriteStream(req.query.file);
        const archive = new Archive();
        output.on('close', () => { resolve(true); });
        archive.on('error', reject);
        archive.pipe(output);
        archive.finalize();
      });
      res.end();
    });
    app.get('/own', async (req, res) => {
      await new Promise((resolve) => {
        const archive = new Archive();
        archive.on('end', resolve);
        void archive.finalize();
      });
      res.end();
    });`,
  );
  flags(
    'is not if only its failure is listened to, or something else is',
    `${ARCHIVE}
    app.get('/failure', async (req, res) => {
      await new Promise((resolve, reject) => {
        const archive = new Archive();
        archive.on('error', reject);
        archive.finalize();
        ^^^^^^^^^^^^^^^^^^ floating
        resolve(1);
      });
      res.end();
    });
    app.get('/else', async (req, res) => {
      await new Promise((resolve) => {
        const archive = new Archive();
        req.on('close', resolve);
        archive.finalize();
        ^^^^^^^^^^^^^^^^^^ floating
      });
      res.end();
    });`,
  );
});

describe('the callback that a function takes out of as many arguments as come', () => {
  const takenBy = (how: string, then: string): string => `
    import express from 'express';
    const app = express();
    async function load(id) { await id; }
    function loadTo(...args) {
      ${how}
      ${then}
    }
    app.get('/:id', (req, res) => { loadTo(req.params.id, (error) => { res.status(error ? 500 : 200).end(); }); });`;
  const answers = 'load(args[0]).then((it) => { callback(null, it); }).catch((error) => { callback(error); });';
  for (const how of [
    'const [callback] = args.splice(-1);',
    'const callback = args.pop();',
    'const callback = args.at(-1);',
    'const callback = args[args.length - 1];',
  ])
    silent(`answers: ${how}`, takenBy(how, answers));
  for (const how of ['const [callback] = args.splice(1);', 'const callback = args[1 - args.length];'])
    flags(`is the last one: ${how}`, takenBy(how, `${answers}\n      ${'^'.repeat(answers.length - 1)} caught`));
});

const CRON = `
import { Cron } from 'croner';
async function sweep(x) { await x; }
`;

describe('the callback of the code that creates a job', () => {
  flags(
    'is what the job does, and answers nobody',
    `${CRON}
    export const jobOf = (callback) => {
      const caught = async () => { await sweep(1); try { await callback(); } catch (error) { log(error); } };
      return new Cron('* * * * *', () => void caught());
                                         ^^^^^^^^^^^^^ voided
    };`,
  );
  silent(
    'and the callback that a job is given answers',
    `
    import Queue from 'bull';
    async function sweep(x) { await x; }
    new Queue('mail').process((job, done) => { sweep(job).then(() => done(), done); });`,
  );
});
