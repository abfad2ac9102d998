import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const using = (name: string): string => `{ "name": "app", "dependencies": { "${name}": "*", "express": "5" } }`;

describe('what is called on a parameter that a framework always names alike', () => {
  reaches('is known in a bot', {
    'package.json': using('telegraf'),
    'bot.js': `const { Telegraf } = require('telegraf');
const { greet } = require('./greet.js');
const bot = new Telegraf('token');
bot.start(async (ctx) => { await greet(ctx); });
bot.on('text', (ctx) => { ctx.reply('a'); }); //! on text
bot.on('photo', async (ctx) => { await ctx.reply('b'); ctx.unknown(); });`,
    'greet.js': `exports.greet = async (ctx) => { ctx.replyWithHTML('c'); await ctx.reply('d'); }; //! start`,
  });
  reaches('is known in hooks, and where it is taken apart', {
    'package.json': using('@feathersjs/feathers'),
    'app.js': `const feathers = require('@feathersjs/feathers');
const { audit } = require('./audit.js');
const app = feathers();
app.service('users').hooks({ after: { create: [audit()] } });`,
    'audit.js': `const touch = ({ app }) => { app.service('times').create({}); }; //! hook after.create
exports.audit = () => async (context) => {
  context.app.service('rows').create({ id: 1 }); //! hook after.create
  await context.app.service('rows').find();
  context.app.get('rows');
  touch(context);
  return context;
};`,
  });
  reaches('is known in services', {
    'package.json': using('moleculer'),
    'services/users.service.js': `module.exports = {
  name: 'users',
  actions: {
    async create(ctx) { ctx.emit('user.created', {}); return ctx.call('mail.send'); }, //! action create
    list: { async handler(ctx) { ctx.call('stats.count'); return []; } }, //! action list
  },
};`,
  });
  reaches('is known of messages and interactions', {
    'package.json': using('discord.js'),
    'bot.js': `const { Client } = require('discord.js');
const client = new Client({});
client.on('messageCreate', (message) => { message.channel.send('a'); }); //! event messageCreate
client.on('interactionCreate', async (interaction) => { interaction.reply('b'); }); //! event interactionCreate`,
  });
  reaches('is known of channels and members, in an event that the loader binds to the client', {
    'package.json': using('discord.js'),
    'src/events/member/guildMemberAdd.js': `const { greet } = require('../../greet.js');
module.exports = async (client, member) => {
  member.roles.add('a'); //! event member/guildMemberAdd
  await greet(member.channel);
};`,
    'src/greet.js': `exports.greet = async (channel) => {
  channel.send('b'); //! event member/guildMemberAdd
  channel.permissionOverwrites.create('c', {}); //! event member/guildMemberAdd
};
/** @param {import('discord.js').TextChannel} channel */
exports.ask = async (channel) => {
  const collector = channel.createMessageComponentCollector({ time: 1 });
  collector.on('collect', async (i) => { channel.send('d'); await i.update('e'); }); //! collector collect
  const sent = await channel.send('f');
  const other = sent.createMessageComponentCollector({ time: 1 });
  other.on('end', async () => { channel.send('g'); await sent.edit('h'); }); //! collector end
};`,
  });
  reaches('is known of jobs and webhooks', {
    'package.json': '{ "name": "app", "dependencies": { "bullmq": "*", "probot": "*" } }',
    'jobs.js': `const { Worker } = require('bullmq');
new Worker('mail', async (job) => { job.updateProgress(5); await job.log('a'); }); //! worker mail`,
    'bot.js': `module.exports = (app) => {
  app.on('issues.opened', async (context) => { context.octokit.issues.createComment(context.issue({})); }); //! webhook issues.opened
};`,
  });
  describe('but not', () => {
    const TOUCH = `const touch = async (x) => { await fetch(x); };
app.post('/a', (req, res) => { touch(1); send(req.body); res.end(); }); //! POST /a
`;
    reaches('in a package that does not use the framework', {
      'package.json': using('koa'),
      'app.js': `const app = require('express')();
const send = (ctx) => { ctx.reply('a'); };
${TOUCH}`,
    });
    reaches('by another name, or where the value is known', {
      'package.json': using('telegraf'),
      'app.js': `const app = require('express')();
class Own { reply() { return 1; } }
const send = (given) => { given.reply('a'); own(new Own()); };
const own = (ctx = new Own()) => { ctx.reply('b'); };
${TOUCH}`,
    });
  });
});
