import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const START = `import express from 'express';
const app = express();
const touch = async (x) => { await fetch(x); };
`;

describe('a function that a map gives for a key', () => {
  reaches('is called in place', {
    'app.js': `${START}async function pay(x) { touch(x); } //! POST /
async function refund(x) { touch(x); } //! POST /
async function other(x) { touch(x); }
const actions = new Map();
actions.set('pay', pay);
actions.set('refund', refund);
const others = new Map();
others.set('other', other);
app.post('/', async (req, res) => { await actions.get(req.body.kind)(1); res.end(); });
`,
  });
  reaches('is called in place, if there is one', {
    'app.js': `${START}class Bus {
  handlers = new Map();
  on(name, fn) { this.handlers.set(name, fn); }
  async run(name, x) { await this.handlers.get(name)?.(x); }
}
const bus = new Bus();
bus.on('pay', async (x) => { touch(x); }); //! POST /
app.post('/', async (req, res) => { await bus.run('pay', 1); res.end(); });
`,
  });
  reaches('which a function fills', {
    'actions.js': `const touch = async (x) => { await fetch(x); };
async function pay(x) { touch(x); } //! POST /
async function late(x) { touch(x); }
function makeActions() {
  const actions = new Map();
  actions.set('pay', pay);
  return actions;
}
function makeOthers() {
  const others = new Map();
  others.set('late', late);
  return new Map();
}
export const actions = makeActions();
export const others = makeOthers();
`,
    'app.js': `${START}import { actions, others } from './actions.js';
app.post('/', async (req, res) => { await actions.get(req.body.kind)(1); others.get(1)(2); res.end(); });
`,
  });
  reaches('is not what another value gets', {
    'app.js': `${START}import { client } from 'acme';
async function pay(x) { touch(x); }
const actions = new Map();
actions.set('pay', pay);
app.post('/', async (req, res) => { await client.get(req.body.kind)(1); res.end(req.get('pay')); });
`,
  });
});
