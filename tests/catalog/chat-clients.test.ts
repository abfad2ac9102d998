import { documented } from '../support/documented.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'whatsapp-web.js',
    `
    import { Client, LocalAuth } from 'whatsapp-web.js';
    const client = new Client({ authStrategy: new LocalAuth() });
    client.on('message', async (message) => { work(1); });
    client.initialize();`,
    ['chat message'],
  ],
  [
    'eris',
    `
    const Eris = require('eris');
    const bot = new Eris('token');
    bot.on('messageCreate', async (message) => { work(1); });
    const other = Eris('token');
    other.on('ready', async () => { work(2); });`,
    ['chat messageCreate', 'chat ready'],
  ],
  [
    'oceanic.js',
    `
    import { Client } from 'oceanic.js';
    const client = new Client({ auth: 'x' });
    client.once('ready', async () => { work(1); }).on('interactionCreate', async (it) => { work(2); });`,
    ['chat ready', 'chat interactionCreate'],
  ],
  [
    'tmi.js',
    `
    import tmi from 'tmi.js';
    const client = new tmi.Client({ channels: [] });
    client.on('message', async (channel, tags, message, self) => { work(1); });
    const older = tmi.client({});
    older.on('chat', async (channel) => { work(2); });`,
    ['chat message', 'chat chat'],
  ],
  [
    'irc',
    `
    import { Client } from 'irc-framework';
    import irc from 'irc';
    const bot = new Client();
    bot.on('privmsg', async (event) => { work(1); });
    const old = new irc.Client('host', 'nick');
    old.addListener('message', async (from, to, text) => { work(2); });`,
    ['chat privmsg', 'chat message'],
  ],
  [
    'vk-io',
    `
    import { VK } from 'vk-io';
    const vk = new VK({ token: 'x' });
    vk.updates.use(async (context, next) => { work(1); await next(); });
    vk.updates.on('message_new', async (context) => { work(2); });
    vk.updates.on(['chat_invite_user'], sub(), async (context) => { work(3); });`,
    ['chat middleware', 'chat message_new', 'chat chat_invite_user'],
  ],
  [
    'mineflayer and matrix-js-sdk',
    `
    const mineflayer = require('mineflayer');
    const bot = mineflayer.createBot({ host: 'x' });
    bot.on('chat', async (username, message) => { work(1); });
    import { createClient } from 'matrix-js-sdk';
    const matrix = createClient({ baseUrl: 'x' });
    matrix.on('Room.timeline', async (event, room) => { work(2); });`,
    ['chat chat', 'chat Room.timeline'],
  ],
  [
    'Baileys',
    `
    import makeWASocket, { useMultiFileAuthState } from '@whiskeysockets/baileys';
    async function connect() {
      const sock = makeWASocket({});
      sock.ev.on('messages.upsert', async ({ messages }) => { work(1); });
      sock.ev.process(async (events) => { work(2); });
    }`,
    ['WhatsApp messages.upsert', 'WhatsApp events'],
  ],
  [
    'wppconnect',
    `
    import { create, type Whatsapp } from '@wppconnect-team/wppconnect';
    create({ session: 'x' }).then((client) => { client.onMessage(async (message) => { work(1); }); });
    export function listen(client: Whatsapp) { client.onAck(async (ack) => { work(2); }); }`,
    ['WhatsApp onMessage', 'WhatsApp onAck'],
  ],
  [
    'venom and open-wa',
    `
    import * as venom from 'venom-bot';
    const client = await venom.create('x');
    client.onMessage(async (message) => { work(1); });
    import * as wa from '@open-wa/wa-automate';
    wa.create({}).then(start);
    function start(client) { client.onAnyMessage(async (message) => { work(2); }); }`,
    ['WhatsApp onMessage', 'WhatsApp onAnyMessage'],
  ],
  [
    'Bot Framework',
    `
    import { ActivityHandler, TeamsActivityHandler, CloudAdapter } from 'botbuilder';
    class Echo extends ActivityHandler {
      constructor() {
        super();
        this.onMessage(async (context, next) => { work(1); await next(); });
      }
    }
    class Teams extends TeamsActivityHandler {
      async handleTeamsTaskModuleFetch(context, request) { work(2); }
    }
    const adapter = new CloudAdapter(auth);
    export const answer = (request, response) => adapter.process(request, response, async (context) => { work(3); });`,
    ['bot onMessage', 'bot handleTeamsTaskModuleFetch', 'bot activity'],
  ],
]);

silent(
  'the same calls on other objects',
  `
  import { Client } from './client.js';
  async function work(x) { await x; }
  const client = new Client();
  client.on('message', (message) => { work(1); });
  export function start(sock) { sock.ev.on('messages.upsert', () => { work(2); }); }
`,
);
