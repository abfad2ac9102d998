import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SAVE = 'const save = async (item) => { await fetch(item); };';
const APP = `const express = require('express');
const app = express();
${SAVE}`;

describe('loops of lodash drop what their callbacks give', () => {
  flags(
    'an async callback, one that gives a promise, one by its name',
    `
const _ = require('lodash');
${APP}
app.post('/a', (req, res) => {
  _.each(req.body, async (item) => { await save(item); });
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
  _.forOwn(req.body, (item) => save(item));
                     ^^^^^^^^^^^^^^^^^^^^ callback
  _.forEach(req.body, save);
                      ^^^^ callback
  res.end();
});`,
  );
  silent(
    'callbacks that launch nothing, what is awaited, another library',
    `
const _ = require('lodash');
const own = require('./own');
${APP}
app.post('/a', async (req, res) => {
  _.each(req.body, (item) => { item.done = true; });
  await Promise.all(_.map(req.body, async (item) => { await save(item); }));
  await own.each(req.body, async (item) => { await save(item); });
  res.end();
});`,
  );
});
