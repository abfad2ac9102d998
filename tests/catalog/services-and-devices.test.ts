import { documented, documentedFiles } from '../support/documented.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'openapi-backend',
    `
    import OpenAPIBackend from 'openapi-backend';
    const api = new OpenAPIBackend({ definition, handlers: { getPets: async (c, req, res) => { work(1); } } });
    api.register('createPet', async (c, req, res) => { work(2); });
    api.register({ removePet: async (c, req, res) => { work(3); } });`,
    ['operation getPets', 'operation createPet', 'operation removePet'],
  ],
  [
    'webhooks of GitHub',
    `
    import { Webhooks } from '@octokit/webhooks';
    import { App } from 'octokit';
    const webhooks = new Webhooks({ secret });
    webhooks.on('push', async ({ payload }) => { work(1); });
    webhooks.onAny(async ({ id }) => { work(2); });
    const app = new App({});
    app.webhooks.on('issues.opened', async ({ octokit }) => { work(3); });`,
    ['webhook push', 'webhook onAny', 'webhook issues.opened'],
  ],
  [
    'webhooks of Shopify',
    `
    import { shopifyApi } from '@shopify/shopify-api';
    const shopify = shopifyApi({});
    shopify.webhooks.addHandlers({ ORDERS_CREATE: [{ callbackUrl: '/x', callback: async (topic, shop, body) => { work(1); } }] });`,
    ['webhook ORDERS_CREATE'],
  ],
  [
    'tools of LangChain',
    `
    import { tool, DynamicTool } from '@langchain/core/tools';
    import { StateGraph } from '@langchain/langgraph';
    export const add = tool(async (input) => { work(1); return 'x'; }, { name: 'add' });
    export const old = new DynamicTool({ name: 'old', func: async (input) => { work(2); return 'x'; } });
    const graph = new StateGraph(State).addNode('plan', async (state) => { work(3); return state; }).addEdge('a', 'b');`,
    ['tool add', 'tool old', 'node plan'],
  ],
  [
    'tools of OpenAI and LiveKit agents',
    `
    import { tool } from '@openai/agents';
    import { defineAgent } from '@livekit/agents';
    export const add = tool({ name: 'add', execute: async (input) => { work(1); return 'x'; } });
    export default defineAgent({ entry: async (ctx) => { work(2); } });`,
    ['tool add', 'agent entry'],
  ],
  [
    'Alexa',
    `
    import * as Alexa from 'ask-sdk-core';
    const Launch = { canHandle: (input) => true, handle: async (input) => { work(1); return input.responseBuilder.getResponse(); } };
    export const handler = Alexa.SkillBuilders.custom().addRequestHandlers(Launch).addErrorHandlers({ canHandle: () => true, handle: async () => { work(2); } }).lambda();`,
    ['skill handle', 'skill addErrorHandlers'],
  ],
  [
    'Actions on Google',
    `
    import { dialogflow } from 'actions-on-google';
    const app = dialogflow();
    app.intent('order', async (conv) => { work(1); });
    app.fallback(async (conv) => { work(2); });`,
    ['intent order', 'intent'],
  ],
  [
    'zwave-js and zigbee-herdsman',
    `
    import { Driver } from 'zwave-js';
    import { Controller } from 'zigbee-herdsman';
    const driver = new Driver('/dev/x');
    driver.once('driver ready', async () => { work(1); });
    const controller = new Controller({});
    controller.on('message', async (message) => { work(2); });`,
    ['device driver ready', 'device message'],
  ],
  [
    'serialport',
    `
    import { SerialPort, ReadlineParser } from 'serialport';
    const port = new SerialPort({ path: 'x', baudRate: 1 });
    const parser = port.pipe(new ReadlineParser());
    parser.on('data', async (line) => { work(1); });`,
    ['port data'],
  ],
  [
    'ssh2',
    `
    import ssh2 from 'ssh2';
    new ssh2.Server({ hostKeys: [] }, async (client) => {
      work(1);
      client.on('authentication', async (ctx) => { work(2); ctx.accept(); });
    });`,
    ['ssh connection', 'client authentication'],
  ],
  [
    'ftp-srv and dns2',
    `
    import FtpSrv from 'ftp-srv';
    import dns2 from 'dns2';
    const ftp = new FtpSrv({ url: 'ftp://x' });
    ftp.on('login', async ({ connection }, resolve, reject) => { work(1); resolve({ root: '/' }); });
    dns2.createServer({ udp: true, handle: async (request, send) => { work(2); send(request); } });`,
    ['server login', 'dns query'],
  ],
  [
    'minecraft-protocol',
    `
    import mc from 'minecraft-protocol';
    const server = mc.createServer({});
    server.on('login', async (client) => { work(1); client.on('chat', async (data) => { work(2); }); });`,
    ['server login', 'client chat'],
  ],
  [
    'steam and wechaty',
    `
    import SteamUser from 'steam-user';
    import { WechatyBuilder } from 'wechaty';
    const user = new SteamUser();
    user.on('friendMessage', async (id, message) => { work(1); });
    const bot = WechatyBuilder.build();
    bot.on('message', async (message) => { work(2); });`,
    ['chat friendMessage', 'chat message'],
  ],
  [
    'oauth2-server',
    `
    import OAuth2Server from 'oauth2-server';
    const model = { getClient: async (id) => { work(1); return {}; }, saveToken: async (token) => { work(2); return token; } };
    export const server = new OAuth2Server({ model });`,
    ['oauth getClient', 'oauth saveToken'],
  ],
  [
    'express-session and graphql-shield',
    `
    import session from 'express-session';
    import { rule } from 'graphql-shield';
    export class Own extends session.Store { async get(sid, done) { work(1); done(null); } }
    export const isOwner = rule()(async (parent, args, ctx) => { work(2); return true; });`,
    ['session Own.get', 'rule isOwner'],
  ],
  [
    'messages in NestJS',
    `
    import { RabbitSubscribe, RabbitRPC } from '@golevelup/nestjs-rabbitmq';
    import { SqsMessageHandler } from '@ssut/nestjs-sqs';
    export class Orders {
      @RabbitSubscribe({ exchange: 'x', routingKey: 'y' })
      async take(message) { work(1); }
      @RabbitRPC({ exchange: 'x' })
      async ask(message) { work(2); }
      @SqsMessageHandler('orders', false)
      async poll(message) { work(3); }
    }`,
    ['message', 'rpc', 'queue orders'],
  ],
  [
    'bots in NestJS',
    `
    import { Update, Start, Hears, Ctx } from 'nestjs-telegraf';
    import { SlashCommand, On, Context } from 'necord';
    @Update()
    export class Bot {
      @Start()
      async start(@Ctx() ctx) { work(1); }
      @Hears('hi')
      async greet(@Ctx() ctx) { work(2); }
    }
    export class Commands {
      @SlashCommand({ name: 'ping', description: 'x' })
      async ping(@Context() [interaction]) { work(3); }
    }`,
    ['Bot.start', 'Bot.greet hi', 'Commands.ping'],
  ],
  [
    'discordx',
    `
    import { Discord, Slash, On } from 'discordx';
    @Discord()
    export class Commands {
      @Slash({ name: 'ping', description: 'x' })
      async ping(interaction) { work(1); }
      @On({ event: 'messageCreate' })
      async message([message]) { work(2); }
    }`,
    ['Commands.ping', 'Commands.message'],
  ],
]);

silent(
  'the same calls on other objects',
  `
  import { createServer, tool, on } from './own.js';
  async function work(x) { await x; }
  export const add = tool(async () => { work(1); });
  createServer({ handle: async () => { work(2); } });
  on('push', () => { work(3); });
`,
);

documentedFiles([
  [
    'hubot',
    'src/greet.js',
    'module.exports = (robot) => { robot.respond(/hi/, async (message) => { work(1); }); robot.enter(async () => { work(2); }); };',
    ['respond /hi/', 'enter'],
  ],
]);
