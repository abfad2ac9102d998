import { documented } from '../support/documented.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'Google Pub/Sub',
    `
    import { PubSub, type Message } from '@google-cloud/pubsub';
    const pubsub = new PubSub();
    pubsub.subscription('orders').on('message', async (message) => { work(1); });
    pubsub.topic('t').subscription('s').on('error', async (error) => { work(2); });
    export async function take(message: Message) { work(3); }`,
    ['subscription message', 'subscription error', 'take'],
  ],
  [
    'Azure',
    `
    import { ServiceBusClient } from '@azure/service-bus';
    import { EventHubConsumerClient } from '@azure/event-hubs';
    const receiver = new ServiceBusClient('x').createReceiver('queue');
    receiver.subscribe({ processMessage: async (message) => { work(1); }, processError: async (args) => { work(2); } });
    const hub = new EventHubConsumerClient('group', 'x');
    hub.subscribe({ processEvents: async (events, context) => { work(3); }, processError: async (error) => {} });`,
    ['service bus processMessage', 'service bus processError', 'event hub processEvents'],
  ],
  [
    'rascal',
    `
    import { BrokerAsPromised as Broker } from 'rascal';
    const broker = await Broker.create({});
    const subscription = await broker.subscribe('orders');
    subscription.on('message', async (message, content, ack) => { work(1); ack(); });`,
    ['subscription message'],
  ],
  [
    'amqp-connection-manager',
    `
    import amqp from 'amqp-connection-manager';
    const connection = amqp.connect(['x']);
    const wrapper = connection.createChannel({ setup: (channel) => channel.consume('orders', async (message) => { work(1); }) });
    wrapper.consume('mails', async (message) => { work(2); });`,
    ['consume orders', 'consume mails'],
  ],
  [
    'amqplib with callbacks',
    `
    const amqp = require('amqplib/callback_api');
    amqp.connect('x', (error, connection) => {
      connection.createChannel((failure, channel) => {
        channel.consume('orders', async (message) => { work(1); });
      });
    });`,
    ['consume orders'],
  ],
  [
    'node-rdkafka',
    `
    import Kafka from 'node-rdkafka';
    const consumer = new Kafka.KafkaConsumer({}, {});
    consumer.connect();
    consumer.on('ready', () => { consumer.consume(); }).on('data', async (data) => { work(1); });
    const stream = Kafka.KafkaConsumer.createReadStream({}, {}, { topics: ['x'] });
    stream.on('data', async (message) => { work(2); });`,
    ['consumer data', 'consumer data'],
  ],
  [
    'node-resque',
    `
    import { Worker } from 'node-resque';
    const jobs = { add: { plugins: [], perform: async (a, b) => { work(1); } }, subtract: async (a) => { work(2); } };
    const worker = new Worker({ connection: {}, queues: ['math'] }, jobs);`,
    ['job add', 'job subtract'],
  ],
  [
    'toad-scheduler',
    `
    import { ToadScheduler, SimpleIntervalJob, Task, AsyncTask } from 'toad-scheduler';
    const task = new Task('clean', async () => { work(1); });
    const other = new AsyncTask('sync', async () => { work(2); }, async (error) => { work(3); });`,
    ['task clean', 'task sync', 'task sync'],
  ],
  [
    'other workers of jobs',
    `
    import faktory from 'faktory-worker';
    faktory.register('Mail', async (id) => { work(1); });
    import { ZBClient } from 'zeebe-node';
    new ZBClient().createWorker({ taskType: 'ship', taskHandler: async (job) => { work(2); return job.complete(); } });
    import { createQueue } from 'kue';
    const queue = createQueue();
    queue.process('email', async (job, done) => { work(3); done(); });
    import { Reader } from 'nsqjs';
    const reader = new Reader('topic', 'channel', {});
    reader.on('message', async (message) => { work(4); message.finish(); });
    import Bree from 'bree';
    new Bree({ jobs: ['x'], workerMessageHandler: async (message) => { work(5); } });`,
    ['job Mail', 'worker', 'job email', 'queue message', 'bree workerMessageHandler'],
  ],
  [
    'change streams',
    `
    import { MongoClient } from 'mongodb';
    const mongo = new MongoClient('x');
    mongo.db('a').collection('orders').watch([]).on('change', async (event) => { work(1); });`,
    ['change stream change'],
  ],
  [
    'mailboxes',
    `
    import { ImapFlow } from 'imapflow';
    import Imap from 'imap';
    const client = new ImapFlow({});
    client.on('exists', async (data) => { work(1); });
    const imap = new Imap({});
    imap.once('mail', async (count) => { work(2); });`,
    ['mailbox exists', 'mailbox mail'],
  ],
]);

silent(
  'other events of the same clients, and the same events of others',
  `
  import pg from 'pg';
  import { EventEmitter } from 'node:events';
  async function work(x) { await x; }
  const pool = new pg.Pool();
  pool.on('connect', () => { work(1); });
  const client = new pg.Client();
  client.on('notification', () => { work(3); });
  const feed = new EventEmitter();
  feed.on('change', () => { work(2); });
`,
);
