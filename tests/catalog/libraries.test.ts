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
  [
    "import { MongoClient } from 'mongodb'; const users = new MongoClient(url).db('x').collection('users');",
    'users.insertOne(row)',
  ],
  ["import Redis from 'ioredis'; const redis = new Redis();", "redis.set('k', 'v')"],
  ["import monk from 'monk'; const users = monk(url).get('users');", 'users.update({}, {})'],
  ["import { createClient } from 'redis'; const redis = createClient();", "redis.expire('k', 1)"],
  ["import nodemailer from 'nodemailer'; const mailer = nodemailer.createTransport({});", 'mailer.sendMail({})'],
  ["import { Resend } from 'resend'; const resend = new Resend(key);", 'resend.emails.send({})'],
  ["import Stripe from 'stripe'; const stripe = new Stripe(key);", 'stripe.customers.create({})'],
  ["import OpenAI from 'openai'; const ai = new OpenAI();", 'ai.chat.completions.create({})'],
  ["import { WebClient } from '@slack/web-api'; const slack = new WebClient(token);", 'slack.chat.postMessage({})'],
  [
    "import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'; const s3 = new S3Client({});",
    's3.send(new PutObjectCommand({}))',
  ],
  ["import { writeFile } from 'node:fs/promises';", "writeFile('a', 'b')"],
  ["import fs from 'fs';", "fs.promises.writeFile('a', 'b')"],
  ["import { promisify } from 'node:util'; const run = promisify(old);", 'run(1)'],
  ["import { setTimeout as sleep } from 'node:timers/promises';", 'sleep(10)'],
  ["import { Queue } from 'bullmq'; const queue = new Queue('jobs');", "queue.add('job', {})"],
  [
    "import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; const sqs = new SQSClient({});",
    'sqs.send(new SendMessageCommand({}))',
  ],
  ["import mongoose from 'mongoose'; const User = mongoose.model('User', schema);", 'User.create({})'],
  ["import mongoose from 'mongoose'; const User = mongoose.model('User', schema);", 'User.findOne({}).exec()'],
  ["import { fetch as send } from 'undici';", 'send(url)'],
  ["import got from 'got';", 'got.post(url, {}).json()'],
  ["import ky from 'ky'; const api = ky.create({});", 'api.post(url)'],
  ["const fetch2 = require('node-fetch');", 'fetch2(url)'],
  ["import { ofetch } from 'ofetch';", 'ofetch(url)'],
  ["import mysql from 'mysql2/promise'; const pool = mysql.createPool({});", "pool.execute('select 1')"],
  ["import { Kysely } from 'kysely'; const db = new Kysely({});", "db.insertInto('users').values(row).execute()"],
  ["import { DataSource } from 'typeorm'; const users = new DataSource({}).getRepository(User);", 'users.save(row)'],
  ["import { Sequelize } from 'sequelize'; const User = new Sequelize(url).define('User', {});", 'User.create({})'],
  ["import { Model } from 'sequelize'; class User extends Model {}", 'User.update({}, {})'],
  ["import { Redis } from '@upstash/redis'; const redis = Redis.fromEnv();", "redis.set('k', 'v')"],
  ["import { Client } from '@upstash/qstash'; const queue = new Client({});", 'queue.publishJSON({})'],
  [
    "import { getFirestore } from 'firebase-admin/firestore'; const db = getFirestore();",
    "db.collection('users').doc('1').set({})",
  ],
  ["import { getMessaging } from 'firebase-admin/messaging';", 'getMessaging().send({})'],
  [
    "import { Storage } from '@google-cloud/storage'; const bucket = new Storage().bucket('b');",
    "bucket.file('x').save('')",
  ],
  ["import { PubSub } from '@google-cloud/pubsub'; const topic = new PubSub().topic('t');", 'topic.publishMessage({})'],
  [
    "import { ServiceBusClient } from '@azure/service-bus'; const sender = new ServiceBusClient(url).createSender('q');",
    'sender.sendMessages({})',
  ],
  ["import { generateText } from 'ai';", 'generateText({})'],
  ["import { ChatOpenAI } from '@langchain/openai'; const model = new ChatOpenAI({});", "model.invoke('x')"],
  ["import { GraphQLClient } from 'graphql-request'; const client = new GraphQLClient(url);", 'client.request(query)'],
  ["import mqtt from 'mqtt'; const client = mqtt.connect(url);", "client.publishAsync('t', 'x')"],
  ["import { Client } from '@elastic/elasticsearch'; const search = new Client({});", 'search.index({})'],
  ["import { algoliasearch } from 'algoliasearch'; const client = algoliasearch('a', 'b');", 'client.saveObjects({})'],
  [
    "import { MeiliSearch } from 'meilisearch'; const index = new MeiliSearch({}).index('x');",
    'index.addDocuments([])',
  ],
  ["import { SignJWT } from 'jose';", 'new SignJWT({}).setProtectedHeader({}).sign(key)'],
  ["import bcrypt from 'bcrypt';", "bcrypt.hash('x', 10)"],
  ["import sharp from 'sharp';", "sharp('a.png').resize(10).toFile('b.png')"],
  ["import puppeteer from 'puppeteer'; const page = await (await puppeteer.launch()).newPage();", 'page.goto(url)'],
  ["import pLimit from 'p-limit'; const limit = pLimit(2);", 'limit(() => 1)'],
  ["import PQueue from 'p-queue'; const queue = new PQueue();", 'queue.add(work)'],
  ["import { createStorage } from 'unstorage'; const storage = createStorage();", "storage.setItem('k', 'v')"],
  ["import Keyv from 'keyv'; const cache = new Keyv();", "cache.set('k', 'v')"],
  ["import webpush from 'web-push';", "webpush.sendNotification(subscription, 'x')"],
  ["import { Client } from '@notionhq/client'; const notion = new Client({});", 'notion.pages.create({})'],
  ["import { google } from 'googleapis'; const drive = google.drive('v3');", 'drive.files.create({})'],
  ["import { put } from '@vercel/blob';", "put('x', 'y', {})"],
  ["import { v2 as cloudinary } from 'cloudinary';", "cloudinary.uploader.upload('x')"],
  ["import * as Minio from 'minio'; const minio = new Minio.Client({});", "minio.putObject('b', 'x', 'y')"],
  [
    "import neo4j from 'neo4j-driver'; const session = neo4j.driver(url).session();",
    "session.run('match (n) return n')",
  ],
  ["import { createClient } from '@libsql/client'; const db = createClient({});", "db.execute('select 1')"],
  ["import { execa } from 'execa';", "execa('ls')"],
  ["import { $ } from 'zx';", '$`ls`'],
  ["import { Client } from '@temporalio/client'; const client = new Client();", "client.workflow.start('x', {})"],
];

const LAZY: readonly (readonly [head: string, call: string])[] = [
  ["import knex from 'knex'; const db = knex({});", "db('users').insert(row)"],
  ["import knex from 'knex'; const db = knex({});", "db.raw('select 1')"],
  ["import mongoose from 'mongoose'; const User = mongoose.model('User', schema);", 'User.updateOne({}, { seen: 1 })'],
  ["import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();", 'prisma.user.create({ data })'],
  ["import { drizzle } from 'drizzle-orm/node-postgres'; const db = drizzle(pool);", 'db.insert(users).values(row)'],
  ["import postgres from 'postgres'; const sql = postgres();", 'sql`insert into users values (1)`'],
  [
    "import { createClient } from '@supabase/supabase-js'; const supabase = createClient(url, key);",
    "supabase.from('users').insert(row)",
  ],
  ["import request from 'superagent';", 'request.post(url).send({})'],
  ["import { neon } from '@neondatabase/serverless'; const sql = neon(url);", 'sql`insert into users values (1)`'],
  ["import { Model } from 'objection'; class User extends Model {}", 'User.query().insert({})'],
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
    const remedies = (head: string, call: string): unknown =>
      findingsIn(inHandler(head, `${call};`)).map((finding) => finding.remedies[0]);
    expect(
      remedies("import { Queue } from 'bullmq'; const queue = new Queue('jobs');", "queue.add('job', {})"),
    ).toEqual(['await']);
    expect(remedies("import knex from 'knex'; const db = knex({});", "db('users').insert(row)")).toEqual(['await']);
  });

  flags(
    'a lazy query that is chained has started',
    `
    import express from 'express';
    import knex from 'knex';
    const db = knex({});
    express().post('/x', (req, res) => {
      db('users').insert(req.body).catch(console.error);
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ caught
      res.end();
    });
  `,
  );
  silent(
    'callback forms and calls that only build',
    `
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
  `,
  );
});

describe('known libraries: silent', () => {
  silent(
    'what only sounds asynchronous',
    inHandler(
      "import { MikroORM } from '@mikro-orm/core'; import mysql from 'mysql2'; import mqtt from 'mqtt'; import { LRUCache } from 'lru-cache'; import { streamText } from 'ai'; import { DataSource } from 'typeorm'; const pool = mysql.createPool({}); const client = mqtt.connect(url); const cache = new LRUCache({}); const users = new DataSource({}).getRepository(User);",
      "pool.query('select 1'); client.publish('t', 'x'); cache.set('k', 'v'); streamText({}); users.create({});",
    ),
  );
});

describe('a query that is built in steps', () => {
  silent(
    'is held by whoever sends it',
    inHandler(
      "import knex from 'knex'; const db = knex({});",
      "const query = db('users').where({}); query.where('a', 1); if (req.body.limit) query.limit(3).offset(1); query.modify((builder) => { builder.where('b', 2); }); res.json(await query);",
    ),
  );
  silent(
    'also in a field',
    `
    import express from 'express'; import knex from 'knex';
    const db = knex({});
    class Users { constructor() { this.query = db('users'); } narrow() { this.query.where('a', 1); return this; } }
    express().get('/', async (req, res) => { const users = new Users(); users.narrow(); res.json(await users.query); });`,
  );
  silent(
    'also where the builder is injected by its type',
    `
    import express from 'express'; import { Knex } from 'knex';
    export class Users {
      constructor(private readonly knex: Knex) {}
      async find(only: string[], asText: boolean) {
        const query = this.knex('users');
        asText ? query.whereIn('id', only) : query.whereNotIn('id', only);
        query.count({ n: '*' }).limit(3);
        return query.toQuery();
      }
    }
    express().get('/', async (req, res) => { res.json(await new Users(req.app.locals.knex).find([], true)); });`,
  );
  silent(
    'and gives text where it is only written out',
    `
    import express from 'express'; import { Knex } from 'knex';
    export class Users {
      constructor(private readonly knex: Knex) {}
      async find() {
        const query = this.knex('users').where('a', 1);
        const steps = this.knex.schema.alterTable('users', () => {}).toSQL().map((item) => item.sql);
        for (const step of steps) console.log(step);
        return this.knex.raw(\`(\${query.toQuery()})\`).toQuery();
      }
    }
    express().get('/', async (req, res) => { res.json(await new Users(req.app.locals.knex).find()); });`,
  );
  flags(
    'but one that nobody holds is lost',
    `
    import express from 'express'; import knex from 'knex';
    const db = knex({});
    express().get('/', async (req, res) => {
      db('users').where({}).update({ seen: 1 });
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lazy
      res.end();
    });`,
  );
});

describe('pdf.js', () => {
  flags(
    'cleans a document up in time, and a page at once',
    `
    import express from 'express'; import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
    express().get('/', async (req, res) => {
      const task = await pdfjs.getDocument({ data: req.body });
      const pdf = await task.promise;
      const page = await pdf.getPage(1);
      void page.cleanup();
      void pdf.cleanup();
      ^^^^^^^^^^^^^^^^^^ voided
      res.end();
    });`,
  );
});
