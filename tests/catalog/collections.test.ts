import { markedFiles } from '../support/marked-files.ts';

markedFiles(
  [
    [
      'lodash',
      ['lodash', 'express'],
      {
        'a.ts': `
import _ from 'lodash'; import express from 'express';
express().get('/', async (req, res) => {
  _.forEach([1], async (x) => { await work(x); }); //!
  _.each([1], async (x) => { await work(x); }); //!
  _.times(3, async (x) => { await work(x); }); //!
  _.defer(async () => { await work(1); }); //!
  _.delay(async () => { await work(1); }, 10); //!
  _.map([1], (x) => work(x)); //!
  const ps = _.map([1], (x) => work(x)); await Promise.all(ps);
  await Promise.all(_.map([1], async (x) => { await work(x); }));
  _([1]).forEach(async (x) => { await work(x); }); //!
  _.chain([1]).each(async (x) => { await work(x); }).value(); //!
  const t = _.times(2, () => work(1)); await Promise.all(t);
  res.end(); });`,
        'b.ts': `
import forEach from 'lodash/forEach'; import { each, times } from 'lodash'; import express from 'express';
express().get('/', async (req, res) => {
  forEach([1], async (x) => { await work(x); }); //!
  each([1], async (x) => { await work(x); }); //!
  res.end(); });`,
      },
    ],
    [
      'bluebird',
      ['bluebird', 'express'],
      {
        'a.ts': `
import P from 'bluebird'; import express from 'express';
express().get('/', (req, res) => {
  P.map([1], (x) => work(x)); //!
  P.each([1], (x) => work(x)); //!
  P.resolve(1).then(() => work(1)); //!
  res.end(); });`,
        'b.ts': `
import P from 'bluebird'; import express from 'express';
express().get('/', async (req, res) => { await P.map([1], (x) => work(x)); const q = P.each([1], work); await q; res.end(); });`,
      },
    ],
    [
      'async',
      ['async', 'express'],
      {
        'a.ts': `
import async from 'async'; import express from 'express';
express().get('/', (req, res) => {
  async.each([1], async (x) => { await work(x); }); //!
  async.parallel([async () => { await work(1); }]); //!
  async.each([1], (x, cb) => cb(), (err) => res.end());
  async.eachLimit([1], 2, async (x) => { work(x); }, (error) => res.end()); //!
  async.series([(cb) => cb()], () => { log(1); });
  async.parallelLimit({ a: (cb) => cb() }, 2, function () { log(1); });
  async.waterfall([async () => { await work(1); }]); //!
  });`,
      },
    ],
    [
      'collections',
      ['express'],
      {
        'a.ts': `
import express from 'express';
express().get('/', async (req, res) => {
  const items = [1];
  Array.from(items, async (x) => { await work(x); }); //!
  items.reduce(async (p, x) => { await p; await work(x); }, Promise.resolve()); //!
  await items.reduce(async (p, x) => { await p; await work(x); }, Promise.resolve());
  await Promise.all(Array.from(items, async (x) => { await work(x); }));
  res.end(); });`,
      },
    ],
    [
      'sdk v2',
      ['aws-sdk', 'express'],
      {
        'a.js': `
const AWS = require('aws-sdk'); const express = require('express');
const s3 = new AWS.S3(); const ddb = new AWS.DynamoDB.DocumentClient();
express().get('/', (req, res) => { s3.putObject({}).promise(); ddb.put({}).promise(); res.end(); }); //!!`,
      },
    ],
  ],
  { handedOn: false },
);
