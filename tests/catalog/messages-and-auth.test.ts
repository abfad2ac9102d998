import { markedFiles } from '../support/marked-files.ts';

markedFiles([
  [
    'discord commands',
    ['discord.js'],
    {
      'commands/ping.js': `
const { SlashCommandBuilder } = require('discord.js');
module.exports = { data: new SlashCommandBuilder().setName('ping'), async execute(interaction) { work(1); await interaction.reply('x'); } }; //!`,
      'events/ready.js': `
const { Events } = require('discord.js');
module.exports = { name: Events.ClientReady, once: true, execute(client) { work(1); } }; //!`,
      'commands/pong.ts': `
import { SlashCommandBuilder } from 'discord.js';
export const data = new SlashCommandBuilder();
export async function execute(interaction) { work(1); } //!`,
      'commands/pung.ts': `
import { SlashCommandBuilder } from 'discord.js';
export default { data: new SlashCommandBuilder(), execute: async (interaction) => { work(1); } }; //!`,
    },
  ],
  [
    'sapphire',
    ['@sapphire/framework', 'discord.js'],
    {
      'commands/ping.ts': `
import { Command, Listener } from '@sapphire/framework';
export class Ping extends Command {
  async chatInputRun(interaction) { work(1); } //!
  public override async messageRun(message) { work(2); } //!
}
export class Ready extends Listener { run(client) { work(3); } } //!`,
    },
  ],
  [
    'mqtt',
    ['mqtt'],
    {
      'a.ts': `
import mqtt from 'mqtt';
const client = mqtt.connect('x');
client.on('message', async (topic, message) => { work(1); }); //!
client.on('connect', () => { work(2); }); //!`,
    },
  ],
  [
    'mqtt, by its type',
    ['mqtt'],
    {
      'a.ts': `
import { connect, MqttClient } from 'mqtt';
export class Hub {
  static client: MqttClient;
  static start() { Hub.client = connect('x'); Hub.listen(); }
  private static listen() {
    Hub.client.on('message', (topic, message) => {
      work(1); //!
      Hub.client.publish('a', 'b');
      Hub.client.publishAsync('a', 'b'); //!
    });
  }
}`,
    },
  ],
  [
    'discord.js, what listeners get',
    ['discord.js'],
    {
      'a.js': `
const { Client, Events } = require('discord.js');
const client = new Client({});
client.on(Events.MessageCreate, async (message) => {
  message.channel.send('x'); //!
  message.author.send('x').catch(() => {}); //!
  message.content.trim();
});
client.on('guildMemberAdd', (member) => { member.roles.add('x'); }); //!
client.on('interactionCreate', async (interaction) => { interaction.deferReply(); interaction.isCommand(); }); //!
client.on('debug', (text) => { text.reply('x'); text.channel.send('x'); });
client.shard.broadcastEval(() => 1);`,
    },
  ],
  [
    'uWebSockets.js',
    ['uWebSockets.js'],
    {
      'a.js': `
const uWS = require('uWebSockets.js');
class Protocol {
  start() {
    this.server = uWS.App();
    this.server.any('/*', this.onRequest.bind(this));
    this.server.ws('/*', { ...this.opts, open: this.onOpen.bind(this), message: (ws, m) => { work(1); } }); //!
    this.server.listen(1, () => {});
  }
  onRequest(res, req) { work(2); res.end('x'); } //!
  onOpen(ws) { work(3); ws.send('x'); } //!
}
new Protocol().start();
uWS.SSLApp({}).get('/a', (res, req) => { work(4).then(() => res.end()).catch(() => res.close()); }).post('/b', async (res) => { work(5); res.end(); }); //!`,
    },
  ],
  [
    'ioredis sub',
    ['ioredis'],
    {
      'a.ts': `
import Redis from 'ioredis';
const sub = new Redis();
sub.on('message', (channel, message) => { work(1); }); //!
sub.on('pmessage', async (p, channel, message) => { work(2); }); //!`,
    },
  ],
  [
    'redis sub',
    ['redis'],
    {
      'a.ts': `
import { createClient } from 'redis';
const sub = createClient();
await sub.subscribe('a', (message) => { work(1); }); //!`,
    },
  ],
  [
    'nats',
    ['nats'],
    {
      'a.ts': `
import { connect } from 'nats';
const nc = await connect();
nc.subscribe('a', { callback: (err, msg) => { work(1); } }); //!
(async () => { for await (const m of nc.subscribe('b')) { work(2); } })();`,
    },
  ],
  [
    'partykit',
    ['partykit'],
    {
      'src/server.ts': `
import type * as Party from 'partykit/server';
export default class Chat implements Party.Server {
  constructor(readonly room: Party.Room) {}
  onConnect(conn: Party.Connection) { work(1); } //!
  async onMessage(message: string, sender: Party.Connection) { work(2); } //!
  static async onFetch(req: any) { work(3); } //!
}`,
    },
  ],
  [
    'partyserver',
    ['partyserver'],
    {
      'src/server.ts': `
import { Server } from 'partyserver';
export class Chat extends Server {
  onConnect(conn) { work(1); } //!
  async onRequest(req) { work(2); return new Response(''); } //!
  onAlarm() { work(3); } //!
}`,
    },
  ],
  [
    'agents',
    ['agents'],
    {
      'src/server.ts': `
import { Agent, callable, AIChatAgent } from 'agents';
export class Chat extends Agent {
  onConnect(conn) { work(1); } //!
  @callable() async add() { work(2); } //!
  async onRequest() { work(3); } //!
}`,
    },
  ],
  [
    'next-auth',
    ['next-auth', 'next'],
    {
      'src/auth.ts': `
import NextAuth from 'next-auth';
export const { handlers, auth } = NextAuth({ events: { async signIn({ user }) { work(1); } }, callbacks: { async jwt({ token }) { work(2); return token; } }, providers: [] }); //!!`,
      'src/opts.ts': `
import type { NextAuthOptions } from 'next-auth';
export const authOptions: NextAuthOptions = { providers: [], events: { createUser: async ({ user }) => { work(1); } }, callbacks: { async session({ session }) { work(2); return session; } } }; //!!`,
      'src/authorize.ts': `
import NextAuth from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
export default NextAuth({ providers: [Credentials({ async authorize(credentials) { work(1); return null; } })] }); //!`,
    },
  ],
  [
    'better-auth',
    ['better-auth'],
    {
      'src/auth.ts': `
import { betterAuth } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
export const auth = betterAuth({
  databaseHooks: { user: { create: { after: async (user) => { work(1); } } } }, //!
  emailAndPassword: { enabled: true, sendResetPassword: async ({ user, url }) => { work(2); } }, //!
  emailVerification: { sendVerificationEmail: async ({ user, url }) => { work(3); } }, //!
  hooks: { after: createAuthMiddleware(async (ctx) => { work(4); }) }, //!
});`,
    },
  ],
  [
    'tus',
    ['@tus/server'],
    {
      'src/uploads.ts': `
import { Server } from '@tus/server';
const tus = new Server({
  path: '/files',
  namingFunction(req) { return String(req.url); },
  onResponseError(req, res, error) {
    work(1); //!
    return { status_code: 500, body: String(error) };
  },
  async onUploadFinish(req, upload) {
    work(2); //!
    await work(3);
    return {};
  },
});
tus.on('POST_FINISH', (req, res, upload) => { work(4); }); //!`,
    },
  ],
  [
    'uploadthing',
    ['uploadthing'],
    {
      'src/core.ts': `
import { createUploadthing, type FileRouter } from 'uploadthing/next';
const f = createUploadthing();
export const r = { image: f({ image: {} }).middleware(async ({ req }) => { work(1); return {}; }).onUploadComplete(async ({ file }) => { work(2); }) } satisfies FileRouter; //!!`,
    },
  ],
]);
