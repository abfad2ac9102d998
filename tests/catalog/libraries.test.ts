import { describe, expect, it } from 'vitest';
import { findingsIn } from '../support/findings.ts';
import { flags, foundIn, silent } from '../support/marked.ts';

function inHandler(head: string, body: string): string {
  return `import express from 'express';\n${head}\nexpress().post('/x', async (req, res) => {\n${body}\nres.end();\n});`;
}

/** One line of setup, one call that launches. */
const EAGER: readonly (readonly [head: string, call: string])[] = [
  ["import axios from 'axios';", 'axios.post(url, body)'],
  ["const axios = require('axios');", 'axios(url)'],
  ["import axios from 'axios'; const api = axios.create({});", 'api.get(url)'],
  ["import { Pool } from 'pg'; const pool = new Pool();", "pool.query('select 1')"],
  ["import pg from 'pg'; const pool = new pg.Pool();", "pool.query('select 1')"],
  ["import { MongoClient } from 'mongodb'; const users = new MongoClient(url).db('x').collection('users');", 'users.insertOne(row)'],
  ["import Redis from 'ioredis'; const redis = new Redis();", "redis.set('k', 'v')"],
  ["import { createClient } from 'redis'; const redis = createClient();", "redis.expire('k', 1)"],
  ["import nodemailer from 'nodemailer'; const mailer = nodemailer.createTransport({});", 'mailer.sendMail({})'],
  ["import { Resend } from 'resend'; const resend = new Resend(key);", 'resend.emails.send({})'],
  ["import Stripe from 'stripe'; const stripe = new Stripe(key);", 'stripe.customers.create({})'],
  ["import OpenAI from 'openai'; const ai = new OpenAI();", 'ai.chat.completions.create({})'],
  ["import { WebClient } from '@slack/web-api'; const slack = new WebClient(token);", 'slack.chat.postMessage({})'],
  ["import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'; const s3 = new S3Client({});", 's3.send(new PutObjectCommand({}))'],
  ["import { writeFile } from 'node:fs/promises';", "writeFile('a', 'b')"],
  ["import fs from 'fs';", "fs.promises.writeFile('a', 'b')"],
  ["import { promisify } from 'node:util'; const run = promisify(old);", 'run(1)'],
  ["import { setTimeout as sleep } from 'node:timers/promises';", 'sleep(10)'],
  ["import { Queue } from 'bullmq'; const queue = new Queue('jobs');", "queue.add('job', {})"],
  ["import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; const sqs = new SQSClient({});", 'sqs.send(new SendMessageCommand({}))'],
  ["import mongoose from 'mongoose'; const User = mongoose.model('User', schema);", 'User.create({})'],
  ["import mongoose from 'mongoose'; const User = mongoose.model('User', schema);", 'User.findOne({}).exec()'],
];

const LAZY: readonly (readonly [head: string, call: string])[] = [
  ["import knex from 'knex'; const db = knex({});", "db('users').insert(row)"],
  ["import knex from 'knex'; const db = knex({});", "db.raw('select 1')"],
  ["import mongoose from 'mongoose'; const User = mongoose.model('User', schema);", 'User.updateOne({}, { seen: 1 })'],
  ["import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();", 'prisma.user.create({ data })'],
  ["import { drizzle } from 'drizzle-orm/node-postgres'; const db = drizzle(pool);", 'db.insert(users).values(row)'],
  ["import postgres from 'postgres'; const sql = postgres();", 'sql`insert into users values (1)`'],
  ["import { createClient } from '@supabase/supabase-js'; const supabase = createClient(url, key);", "supabase.from('users').insert(row)"],
];

describe('known libraries', () => {
  it.each(EAGER)('%s %s launches', (head, call) => {
    expect(foundIn(inHandler(head, `${call};`))).toEqual([`floating: ${call}`]);
    expect(foundIn(inHandler(head, `await ${call};`))).toEqual([]);
  });

  it.each(LAZY)('%s %s is lazy', (head, call) => {
    expect(foundIn(inHandler(head, `${call};`))).toEqual([`lazy: ${call}`]);
    expect(foundIn(inHandler(head, `void ${call};`))).toEqual([`lazy: void ${call}`]);
    expect(foundIn(inHandler(head, `await ${call};`))).toEqual([]);
  });

  it('puts await first for an enqueue and for a lazy query', () => {
    const remedies = (head: string, call: string): unknown => findingsIn(inHandler(head, `${call};`)).map((finding) => finding.remedies[0]);
    expect(remedies("import { Queue } from 'bullmq'; const queue = new Queue('jobs');", "queue.add('job', {})")).toEqual(['await']);
    expect(remedies("import knex from 'knex'; const db = knex({});", "db('users').insert(row)")).toEqual(['await']);
  });

  flags('a lazy query that is chained has started', `
    import express from 'express';
    import knex from 'knex';
    const db = knex({});
    express().post('/x', (req, res) => {
      db('users').insert(req.body).catch(console.error);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
      res.end();
    });
  `);
  silent('callback forms and calls that only build', `
    import express from 'express';
    import nodemailer from 'nodemailer';
    import { Pool } from 'pg';
    const mailer = nodemailer.createTransport({});
    const pool = new Pool();
    express().post('/x', (req, res) => {
      mailer.sendMail({}, (err) => { res.end(String(err)); });
      pool.query('select 1', (err, rows) => { res.json(rows); });
      pool.on('error', console.error);
    });
  `);
});
