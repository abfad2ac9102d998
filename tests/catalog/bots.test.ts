import { documented } from '../support/documented.ts';
import { flags, silent } from '../support/marked.ts';

documented([
  [
    'node-telegram-bot-api 2',
    `
    import { Bot } from 'node-telegram-bot-api';
    const bot = new Bot('token');
    bot.use(async (ctx, next) => { work(1); await next(); });
    bot.command('start', async (ctx) => { work(2); await ctx.reply('x'); });
    bot.hears(/echo/, async (ctx) => { work(3); }).on('message', async (ctx) => { work(4); });
    bot.catch(async (error, ctx) => { work(5); });`,
    ['use', 'command start', 'hears /echo/', 'on message', 'error handler'],
  ],
  [
    'node-telegram-bot-api',
    `
    import TelegramBot from 'node-telegram-bot-api';
    const bot = new TelegramBot('');
    bot.onText(/start/, async (message, match) => { work(1); });
    bot.on('callback_query', async (query) => { work(2); });`,
    ['bot /start/', 'bot callback_query'],
  ],
  [
    'grammy',
    `
    import { Bot, Composer, type Context } from 'grammy';
    const bot = new Bot('');
    bot.command('start', async (ctx) => { work(1); });
    bot.on('message:text').filter(isAdmin, async (ctx) => { work(2); });
    bot.catch(async (error) => { work(3); });
    export async function greet(ctx: Context) { work(4); }
    const composer = new Composer();
    composer.hears(/x/, async (ctx) => { work(5); });`,
    ['command start', 'filter', 'error handler', 'greet', 'hears /x/'],
  ],
  [
    'telegraf',
    `
    const { Telegraf, Scenes } = require('telegraf');
    const bot = new Telegraf('');
    bot.start(async (ctx) => { work(1); });
    bot.action('buy', async (ctx) => { work(2); });
    const scene = new Scenes.BaseScene('x');
    scene.enter(async (ctx) => { work(3); });`,
    ['start', 'action buy', 'scene enter'],
  ],
  [
    'matrix',
    `
    import { Bridge } from 'matrix-appservice-bridge';
    import { Appservice, MatrixClient } from 'matrix-bot-sdk';
    class Irc {
      async onEvent(request) { work(1); }
      constructor() {
        this.bridge = new Bridge({ domain: 'x', controller: {
          onEvent: this.onEvent.bind(this),
          onUserQuery: async (user) => { work(2); },
          thirdPartyLookup: { protocols: ['irc'], getUser: async (protocol) => { work(3); } },
        } });
      }
    }
    const client = new MatrixClient('', '');
    client.on('room.message', async (room, event) => { work(4); });
    const appservice = new Appservice({});
    appservice.on('query.user', async (user, create) => { work(5); });`,
    ['Matrix onEvent', 'Matrix onUserQuery', 'Matrix getUser', 'Matrix room.message', 'Matrix query.user'],
  ],
  [
    'socket.io-client',
    `
    import { io, type Socket } from 'socket.io-client';
    const socket: Socket<Events> = io('wss://x');
    socket.on('node', async (node, answer) => { work(1); });
    const other = io('wss://y');
    other.on('bye', async () => { work(2); });`,
    ['socket event node', 'socket event bye'],
  ],
  [
    'discord.js',
    `
    import { Client, Events, ChatInputCommandInteraction, Message } from 'discord.js';
    const client = new Client({ intents: [] });
    client.once('ready', async () => { work(1); });
    client.on('messageCreate', async (message) => { work(message); });
    export const data = {};
    export async function execute(interaction: ChatInputCommandInteraction) { work(interaction); }
    export class Listener { async run(message: Message) { work(message); } }`,
    ['event ready', 'event messageCreate', 'execute', 'run'],
  ],
  [
    'slack bolt',
    `
    import { App } from '@slack/bolt';
    const app = new App({});
    app.message('hello', async ({ say }) => { work(1); });
    app.command('/ticket', async ({ ack }) => { await ack(); work(2); });
    app.use(async ({ next }) => { work(3); await next(); });
    app.error(async (error) => { work(4); });`,
    ['message hello', 'command /ticket', 'middleware', 'error handler'],
  ],
  [
    'slack bolt in CommonJS',
    `
    const { App } = require('@slack/bolt');
    const app = new App({});
    app.event('app_mention', async ({ event, say }) => { work(event); });`,
    ['event app_mention'],
  ],
]);

flags(
  'what a bot answers is a promise; next() must be awaited',
  `
  import { Bot, type Context } from 'grammy';
  import type { ChatInputCommandInteraction } from 'discord.js';
  const bot = new Bot('');
  bot.use(async (ctx, next) => {
    next();
    ^^^^^^ middleware
  });
  export async function hello(ctx: Context) {
    ctx.reply('hi');
    ^^^^^^^^^^^^^^^ floating
    await ctx.reply('hi');
  }
  export async function execute(interaction: ChatInputCommandInteraction) {
    interaction.reply('hi');
    ^^^^^^^^^^^^^^^^^^^^^^^ floating
  }`,
);

silent(
  'an object of the same methods that is no bot',
  `
  const bot = makeBot();
  async function work() {}
  bot.command('start', async (ctx) => { work(1); });
  bot.on('message', (ctx) => { work(2); });`,
);
