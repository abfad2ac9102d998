import { markedFiles } from '../support/marked-files.ts';

/** Other ways of writing the same than those in the fixtures of its entry, from the documentation. */
markedFiles([
  [
    'moleculer, its gateway, middlewares and makers of services',
    ['moleculer', 'moleculer-web'],
    {
      'services/api.service.js': `
const ApiGateway = require('moleculer-web');
module.exports = {
  name: 'api',
  mixins: [ApiGateway],
  settings: { routes: [{
    path: '/api',
    onBeforeCall(ctx, route, req, res) { work(1); }, //!
    async onAfterCall(ctx, route, req, res, data) { work(2); return data; }, //!
    onError(req, res, err) { work(3); res.end(); }, //!
    aliases: { 'GET hi'(req, res) { work(4); res.end('x'); } }, //!
  }] },
  methods: { async authenticate(ctx, route, req) { work(5); return null; }, async authorize(ctx, route, req) { work(6); } }, //!!
};`,
      'services/made.service.ts': `
import type { Context, ServiceSchema, ServiceBroker } from 'moleculer';
const GreeterService: ServiceSchema = {
  name: 'greeter',
  actions: { hello: { rest: { method: 'GET', path: '/hello' }, async handler(this: any, ctx: Context) { work(1); return 'x'; } } }, //!
  events: { 'a.b': { group: 'x', handler(ctx: Context) { work(2); } } }, //!
  started() { work(3); return Promise.resolve(); }, //!
};
export default GreeterService;`,
      'middlewares/log.js': `
module.exports = {
  name: 'Log',
  localAction(next, action) { return async function (ctx) { work(1); return next(ctx); }; }, //!
};`,
      'mixins/db.mixin.js': `
module.exports = function (collection) {
  const schema = { actions: { find(ctx) { work(1); } }, events: { async [\`cache.clean.\${collection}\`]() { work(2); } } }; //!!
  return schema;
};`,
    },
  ],
  [
    'discord.js, collectors and classes',
    ['discord.js'],
    {
      'src/index.ts': `
import { Client, Events, GatewayIntentBits } from 'discord.js';
const client = new Client({ intents: [] });
client.once(Events.ClientReady, (readyClient) => { work(1); }); //!
client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  const response = await interaction.reply({ content: 'x', withResponse: true });
  const collector = response.resource.message.createMessageComponentCollector({ time: 1 });
  collector.on('collect', async (i) => {
    work(2); //!
    await i.update('x');
  });
  collector.on('end', (collected) => { work(3); }); //!
});
client.login('x');`,
      'src/commands/fun/dice.ts': `
import { SlashCommandBuilder, type ChatInputCommandInteraction } from 'discord.js';
export class Dice { data = new SlashCommandBuilder(); async execute(interaction: ChatInputCommandInteraction) {
  work(1); //!
  interaction.reply('x'); //!
} }
export default new Dice();`,
    },
  ],
  [
    'sapphire, with decorators and its plugins',
    [
      '@sapphire/framework',
      '@sapphire/plugin-api',
      '@sapphire/plugin-scheduled-tasks',
      '@sapphire/plugin-subcommands',
      'discord.js',
    ],
    {
      'src/a.ts': `
import { ApplyOptions } from '@sapphire/decorators';
import { Listener, Events, InteractionHandler, InteractionHandlerTypes, AllFlowsPrecondition, container } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { Route } from '@sapphire/plugin-api';
import { ScheduledTask } from '@sapphire/plugin-scheduled-tasks';
@ApplyOptions<Listener.Options>({ event: Events.ChatInputCommandDenied })
export class Denied extends Listener<typeof Events.ChatInputCommandDenied> { public run(error, payload) { work(1); } } //!
export class Modal extends InteractionHandler { public override async run(interaction) { work(2); } parse(interaction) { return this.some(); } } //!
export class Conf extends Subcommand {
  public constructor(context, options) { super(context, { ...options, subcommands: [{ name: 'add', chatInputRun: 'chatInputAdd' }] }); }
  public async chatInputAdd(interaction) { work(3); } //!
}
export class UserRoute extends Route { public async run(request: Route.Request, response: Route.Response) { work(4); response.json({}); } } //!
export class Manual extends ScheduledTask { public async run(payload: unknown) { work(5); } } //!
export class Owner extends AllFlowsPrecondition { public override async chatInputRun(interaction) { work(6); return this.ok(); } } //!`,
    },
  ],
  [
    'mqtt, redis, nats: other forms',
    ['mqtt', 'redis', 'ioredis', '@nats-io/transport-node'],
    {
      'src/a.ts': `
import mqtt, { connectAsync } from 'mqtt';
import { createClient } from 'redis';
import { Redis } from 'ioredis';
import { connect } from '@nats-io/transport-node';
const client = await connectAsync('mqtt://x');
client.on('message', (topic, payload) => { client.publishAsync('x', 'y'); }); //!
const redis = createClient().on('error', (e) => { console.log(e); });
const subscriber = redis.duplicate();
await subscriber.pSubscribe('x.*', async (message, channel) => { work(1); }); //!
const sub = new Redis();
sub.psubscribe('x*', (error, count) => {});
sub.on('pmessageBuffer', (pattern, channel, message) => { work(2); }); //!
const nc = await connect({ servers: 'x' });
nc.subscribe('a', { callback(err, msg) { work(3); } }); //!
const s = nc.subscribe('b');
(async () => { for await (const m of s) { await work(4); } })();`,
    },
  ],
]);
