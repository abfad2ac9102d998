import { describe, expect, it } from 'vitest';
import { foundIn } from '../support/marked.ts';

function inHandler(head: string, body: string): string {
  return `import express from 'express';\n${head}\nexpress().post('/x', async (req, res) => {\n${body}\nres.end();\n});`;
}

/** One line of setup, one call that launches. */
const EAGER: readonly (readonly [head: string, call: string])[] = [
  ["import * as Sentry from '@sentry/node';", 'Sentry.flush(2000)'],
  ["import { PostHog } from 'posthog-node'; const posthog = new PostHog('key');", 'posthog.shutdown()'],
  ["import { PostHog } from 'posthog-node'; const posthog = new PostHog('key');", 'posthog.shutdownAsync()'],
  ["import { NodeSDK } from '@opentelemetry/sdk-node'; const sdk = new NodeSDK({});", 'sdk.shutdown()'],
  [
    "import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'; const spans = new BatchSpanProcessor(x);",
    'spans.forceFlush()',
  ],
  [
    "import { Analytics } from '@segment/analytics-node'; const analytics = new Analytics({});",
    'analytics.closeAndFlush()',
  ],
  [
    "import client from 'prom-client'; const gateway = new client.Pushgateway(url);",
    "gateway.pushAdd({ jobName: 'x' })",
  ],
  ["import Redlock from 'redlock'; const redlock = new Redlock([redis]);", 'redlock.using(["a"], 500, run)'],
  ["import { Mutex } from 'async-mutex'; const mutex = new Mutex();", 'mutex.runExclusive(run)'],
  ["import Bottleneck from 'bottleneck'; const limiter = new Bottleneck({});", 'limiter.schedule(run)'],
  [
    "import { RateLimiterRedis } from 'rate-limiter-flexible'; const limiter = new RateLimiterRedis({});",
    'limiter.penalty(req.ip)',
  ],
  ["import Piscina from 'piscina'; const pool = new Piscina({});", 'pool.run({})'],
  ["import sql from 'mssql'; const pool = new sql.ConnectionPool(config);", "pool.request().query('select 1')"],
  ["import { open } from 'sqlite'; const db = await open({});", "db.run('delete from x')"],
  ["import Email from 'email-templates'; const email = new Email({});", "email.send({ template: 'x' })"],
  ["import { simpleParser } from 'mailparser';", 'simpleParser(req)'],
  ["import fse from 'fs-extra';", "fse.outputFile('a', 'b')"],
  ["import { remove } from 'fs-extra';", "remove('a')"],
  ["import * as tar from 'tar';", "tar.create({ file: 'x.tgz' }, ['a'])"],
  ["import Realm from 'realm';", 'Realm.open({})'],
  ["import Realm from 'realm'; const realm = await Realm.open({});", 'realm.subscriptions.update(run)'],
  ["import { rimraf } from 'rimraf';", "rimraf('a')"],
  ["import { Octokit } from 'octokit'; const octokit = new Octokit({});", 'octokit.rest.issues.create({})'],
  ["import { Svix } from 'svix'; const svix = new Svix('x');", "svix.message.create('app', {})"],
  [
    "import { OAuth2Client } from 'google-auth-library'; const client = new OAuth2Client();",
    'client.revokeToken(token)',
  ],
  ["import * as client from 'openid-client';", 'client.tokenRevocation(config, token)'],
  ["import { simpleGit } from 'simple-git'; const git = simpleGit();", 'git.pull()'],
  ["import { simpleGit } from 'simple-git'; const git = simpleGit();", "git.add('x').commit('y')"],
  ["import { createTRPCClient } from '@trpc/client'; const api = createTRPCClient({});", 'api.mail.send.mutate({})'],
  ["import mc from '@mailchimp/mailchimp_marketing';", "mc.lists.addListMember('x', {})"],
  ["import { WebhookClient } from 'discord.js'; const hook = new WebhookClient({});", "hook.send('x')"],
  ["import sql from 'mssql';", "sql.query('select 1')"],
  ["import apn from '@parse/node-apn'; const provider = new apn.Provider({});", "provider.send({}, 'x')"],
  ["import { Octokit } from '@octokit/rest'; const octokit = new Octokit();", 'octokit.issues.create({})'],
  ["import { Telegram } from 'telegraf'; const telegram = new Telegram('x');", "telegram.sendMessage(1, 'x')"],
  ["import { Client } from 'whatsapp-web.js'; const client = new Client({});", "client.sendMessage('a', 'b')"],
  ["import Razorpay from 'razorpay'; const razorpay = new Razorpay({});", 'razorpay.orders.create({})'],
  ["import { Client } from 'square'; const square = new Client({});", 'square.paymentsApi.createPayment({})'],
  [
    "import paypal from '@paypal/checkout-server-sdk'; const client = new paypal.core.PayPalHttpClient(env);",
    'client.execute(order)',
  ],
  ["import ImageKit from 'imagekit'; const images = new ImageKit({});", 'images.upload({})'],
  ["import { Novu } from '@novu/node'; const novu = new Novu('x');", "novu.trigger('a', {})"],
  [
    "import { DefaultApi } from '@onesignal/node-onesignal'; const notices = new DefaultApi(config);",
    'notices.createNotification({})',
  ],
  ["import Pusher from 'pusher'; const pusher = new Pusher({});", "pusher.trigger('a', 'b', {})"],
  ["import Ably from 'ably'; const ably = new Ably.Rest('x');", "ably.channels.get('a').publish('b', {})"],
  [
    "import { RoomServiceClient } from 'livekit-server-sdk'; const rooms = new RoomServiceClient('x');",
    'rooms.createRoom({})',
  ],
  ["import PouchDB from 'pouchdb'; const db = new PouchDB('x');", 'db.put({})'],
  ["import { Level } from 'level'; const db = new Level('x');", "db.put('a', 'b')"],
  ["import nano from 'nano'; const couch = nano('x');", "couch.use('a').insert({})"],
  ["import Datastore from 'nedb-promises'; const db = Datastore.create('x');", 'db.insert({})'],
  ["import { JSONFilePreset } from 'lowdb/node'; const db = await JSONFilePreset('x', {});", 'db.write()'],
  ["import dynamoose from 'dynamoose'; const User = dynamoose.model('User', {});", 'User.create({})'],
  ["import { Client } from 'memjs'; const cache = Client.create();", "cache.set('a', 'b')"],
  ["import { ethers } from 'ethers'; const provider = new ethers.JsonRpcProvider('x');", "provider.getBalance('x')"],
  ["import { Wallet } from 'ethers'; const wallet = new Wallet('x');", 'wallet.sendTransaction({})'],
  ["import { createWalletClient } from 'viem'; const wallet = createWalletClient({});", 'wallet.writeContract({})'],
  ["import Docker from 'dockerode'; const docker = new Docker();", "docker.getContainer('x').start()"],
  [
    "import k8s from '@kubernetes/client-node'; const config = new k8s.KubeConfig(); const api = config.makeApiClient(k8s.CoreV1Api);",
    'api.createNamespacedPod({})',
  ],
  ["import Sftp from 'ssh2-sftp-client'; const sftp = new Sftp();", "sftp.put('a', 'b')"],
  ["import { Client } from 'basic-ftp'; const ftp = new Client();", "ftp.uploadFrom('a', 'b')"],
  ["import { NodeSSH } from 'node-ssh'; const ssh = new NodeSSH();", "ssh.execCommand('ls')"],
  ["import { Client } from 'ldapts'; const ldap = new Client({});", "ldap.bind('a', 'b')"],
  [
    "import { Pinecone } from '@pinecone-database/pinecone'; const pinecone = new Pinecone();",
    "pinecone.index('x').namespace('y').upsert([])",
  ],
  [
    "import { QdrantClient } from '@qdrant/js-client-rest'; const qdrant = new QdrantClient({});",
    "qdrant.upsert('a', {})",
  ],
  [
    "import { ChromaClient } from 'chromadb'; const chroma = new ChromaClient(); const things = await chroma.getCollection({});",
    'things.add({})',
  ],
  ["import Replicate from 'replicate'; const replicate = new Replicate();", "replicate.run('x', {})"],
  [
    "import { createObjectCsvWriter } from 'csv-writer'; const writer = createObjectCsvWriter({});",
    'writer.writeRecords([])',
  ],
  ["import unzipper from 'unzipper';", "unzipper.Open.file('x')"],
];

describe('calls that launch', () => {
  it.each(EAGER.map(([head, call]) => ({ head, call })))('$head $call', ({ head, call }) => {
    expect(foundIn(inHandler(head, `${call};`))).toEqual([`floating: ${call}`]);
    expect(foundIn(inHandler(head, `await ${call};`))).toEqual([]);
  });
});

describe('a client of prisma with extensions', () => {
  const head =
    "import { PrismaClient } from '@prisma/client'; const db = new PrismaClient().$extends({}).$extends({});";

  it('sends nothing that is not awaited', () => {
    expect(foundIn(inHandler(head, 'db.user.create({});'))).toEqual(['lazy: db.user.create({})']);
    expect(foundIn(inHandler(head, 'await db.user.create({}); db.user.fields;'))).toEqual([]);
  });

  it('is no client of another package', () => {
    expect(foundIn(inHandler(head.replace('@prisma/client', './own.js'), 'db.user.create({});'))).toEqual([]);
  });
});

/** The same packages where nothing is left to wait for. */
const QUIET: readonly (readonly [head: string, call: string])[] = [
  ["import * as Sentry from '@sentry/node';", 'Sentry.captureException(error)'],
  ["import { PostHog } from 'posthog-node'; const posthog = new PostHog('key');", 'posthog.capture({})'],
  ["import archiver from 'archiver'; const archive = archiver('zip'); archive.pipe(out);", 'archive.finalize()'],
  [
    "import { createPrismaSchemaBuilder } from '@mrleebo/prisma-ast'; const schema = createPrismaSchemaBuilder(text);",
    "schema.model('User').field('id').then((field) => { field.name = 'key'; })",
  ],
  [
    "import type { ConcretePrismaSchemaBuilder } from '@mrleebo/prisma-ast'; declare const schema: ConcretePrismaSchemaBuilder;",
    "schema.model('User').then((model) => { model.name = 'Person'; })",
  ],
  ["import Realm from 'realm'; const realm = await Realm.open({});", "realm.create('Dog', {})"],
  ["import fse from 'fs-extra';", "fse.removeSync('a')"],
  ["import { io } from 'socket.io-client'; const socket = io(url);", "socket.emit('x')"],
  ["import { flush } from './sentry.js';", 'flush(2000)'],
  ["import { remove } from './extra.js';", "remove('a')"],
];

describe('calls that launch nothing', () => {
  it.each(QUIET.map(([head, call]) => ({ head, call })))('$head $call', ({ head, call }) => {
    expect(foundIn(inHandler(head, `${call};`))).toEqual([]);
  });
});

describe('calls whose arguments or names say that they give no promise', () => {
  it.each([
    ["import * as tar from 'tar';", "tar.create({ file: 'x.tgz', sync: true }, ['a'])"],
    ["import { x } from 'tar';", "x({ file: 'x.tgz', 'sync': true })"],
    ["import * as tar from 'tar';", "tar.x({ file: 'x.tgz' }, ['a'], () => {})"],
    ["import rimraf from 'rimraf';", "rimraf('a', (error) => { log(error); })"],
    ["import rimraf from 'rimraf';", "rimraf('a', {}, done)"],
    ["import rimraf from 'rimraf'; function told() {}", "rimraf('a', told)"],
    ["import { remove } from 'fs-extra';", "remove('a', () => {})"],
    ["import client from 'prom-client';", "client.register.getSingleMetric('a')"],
    ["import { register } from 'prom-client';", 'register.clear()'],
    ["import { Registry } from 'prom-client'; const registry = new Registry();", "registry.getSingleMetric('a')"],
  ])('%s %s', (head, call) => {
    expect(foundIn(inHandler(head, `void ${call};`))).toEqual([]);
  });

  it.each([
    ["import * as tar from 'tar';", "tar.create({ file: 'x.tgz', sync: false }, ['a'])"],
    ["import * as tar from 'tar';", "tar.create({ file: 'x.tgz', sync: true, sync: false }, ['a'])"],
    ["import rimraf from 'rimraf';", "rimraf('a')"],
    ["import { rimraf } from 'rimraf';", "rimraf('a', { sync: true })"],
    ["import { register } from 'prom-client';", "register.getSingleMetricAsString('a')"],
    ["import { AggregatorRegistry } from 'prom-client'; const all = new AggregatorRegistry();", 'all.clusterMetrics()'],
  ])('but do: %s %s', (head, call) => {
    expect(foundIn(inHandler(head, `void ${call};`))).toEqual([`voided: void ${call}`]);
  });
});
