import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const SETUP = `import express from 'express';
import type { Out, Sender } from './types.ts';
const app = express();
async function load(x) { return x; }
`;
const TYPES = `import type express from 'express';
export type Out = express.Response;
export class Sender { json() {} }
`;

describe('the second parameter beside a request', () => {
  reaches('answers if its type leads to one that answers', {
    'types.ts': TYPES,
    'app.ts': `${SETUP}type Here = express.Response;
type Built = Parameters<express.RequestHandler>[1];
interface Wide extends express.Response { x: number }
app.get('/1', (req: express.Request, out: Here) => { load(1).then((x) => out.json(x)).catch(() => out.end()); });
app.get('/2', (req: express.Request, out: Wide) => { load(2).then((x) => out.json(x)).catch(() => out.end()); });
app.get('/3', (req: express.Request, out: Out) => { load(3).then((x) => out.json(x)).catch(() => out.end()); });
app.get('/4', (req: express.Request, out: Built) => { load(4).then((x) => out.json(x)).catch(() => out.end()); });
app.get('/5', (req: express.Request, out: Omit<Out, 'x'>) => { load(5).then((x) => out.json(x)).catch(() => out.end()); });
`,
  });
  reaches('does not answer if its type leads elsewhere', {
    'types.ts': TYPES,
    'app.ts': `${SETUP}type Alias = Sender;
interface Wide extends Sender { x: number }
function one(req: express.Request, to: Sender) { load(1).then((x) => to.json(x)).catch(() => to.json()); } //!
function two(req: express.Request, to: Alias) { load(2).then((x) => to.json(x)).catch(() => to.json()); } //!
function three(req: express.Request, to: Wide) { load(3).then((x) => to.json(x)).catch(() => to.json()); } //!
app.get('/', (req, res) => { one(req, 1); two(req, 2); three(req, 3); res.end(); });
`,
  });
});
