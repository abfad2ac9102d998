import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const INTERACTIONS = names(`
  ChatInputCommandInteraction ButtonInteraction ModalSubmitInteraction AutocompleteInteraction CommandInteraction
  StringSelectMenuInteraction UserSelectMenuInteraction RoleSelectMenuInteraction ChannelSelectMenuInteraction
  AnySelectMenuInteraction SelectMenuInteraction MessageContextMenuCommandInteraction
  UserContextMenuCommandInteraction Interaction BaseInteraction Message MessageReaction VoiceState
`);

const REPLYING = names(`
  ChatInputCommandInteraction ButtonInteraction ModalSubmitInteraction CommandInteraction
  StringSelectMenuInteraction
`);

/** Channels of a message or an interaction, and those that have a type of their own. */
const CHANNEL = 'send|bulkDelete|sendTyping|createWebhook|delete|edit|setName|setTopic()';
const OVERWRITES = 'permissionOverwrites.create|edit|delete|set()';
const CHANNELS = names(`
  TextChannel NewsChannel ThreadChannel DMChannel VoiceChannel StageChannel TextBasedChannel GuildTextBasedChannel
  SendableChannels
`);
const MEMBER = 'send|kick|ban|timeout|setNickname|edit|createDM()';
/** What has the user, the member and the channel that it comes from. */
const FROM = [`discord.js#${REPLYING}`, 'discord.js#Message'];

const REPLIES = 'reply|editReply|deferReply|followUp|fetchReply()';
const COLLECT = 'createMessageComponentCollector|createReactionCollector()';

/** What the listeners of the client's events get. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  Message: ['messageCreate', 'messageDelete', 'messageUpdate'],
  MessageReaction: ['messageReactionAdd', 'messageReactionRemove'],
  GuildMember: ['guildMemberAdd', 'guildMemberRemove', 'guildMemberUpdate'],
  ChatInputCommandInteraction: ['interactionCreate'],
};

const PARTS = /(?:^|\/)(?<route>(?:buttons|menus|modals|selectMenus|autocomplete)\/.*)\.[cm]?[jt]s$/;

export const discord = defineEntry({
  name: 'discord.js',
  docs: 'https://discord.js.org/docs',
  packages: ['discord.js'],
  versions: '14',
  receivers: {
    app: { values: ['new discord.js#Client()'] },
    collector: {
      values: [
        'typed discord.js#InteractionCollector|ReactionCollector|MessageCollector|Collector',
        `typed discord.js#${REPLYING}.${REPLIES}.${COLLECT}`,
        `typed discord.js#${REPLYING}.${REPLIES}.resource.message.${COLLECT}`,
        `typed discord.js#Message.${COLLECT}`,
        'typed discord.js#Message.reply|edit().createMessageComponentCollector|createReactionCollector()',
        ...FROM.map((from) => `typed ${from}.channel.createMessageCollector|createMessageComponentCollector()`),
        `typed discord.js#${CHANNELS}.createMessageCollector|createMessageComponentCollector()`,
        `typed discord.js#${CHANNELS}.send().${COLLECT}`,
      ],
    },
  },
  registrations: [
    { methods: ['on', 'once'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'event {0}' },
    {
      on: 'collector',
      methods: ['on', 'once'],
      events: ['collect', 'end', 'dispose', 'remove', 'ignore'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      label: 'collector {0}',
    },
  ],
  // Bots load their commands and events from folders, as in its guide, and parts of messages in the same way.
  files: [
    { path: PARTS, exports: ['execute', 'run'], kind: 'message', label: '{route}' },
    { path: PARTS, exports: ['default'], keys: ['execute|run'], kind: 'message', label: '{route}' },
    {
      path: /(?:^|\/)commands\/(?<route>.*)\.[cm]?[jt]s$/,
      exports: ['execute', 'run', 'autocomplete'],
      kind: 'message',
      label: 'command {route}',
    },
    {
      path: /(?:^|\/)commands\/(?<route>.*)\.[cm]?[jt]s$/,
      exports: ['default'],
      keys: ['execute|run|autocomplete'],
      kind: 'message',
      label: 'command {route}',
    },
    {
      path: /(?:^|\/)events\/(?<route>.*)\.[cm]?[jt]s$/,
      exports: ['execute', 'run'],
      kind: 'message',
      label: 'event {route}',
    },
    {
      path: /(?:^|\/)events\/(?<route>.*)\.[cm]?[jt]s$/,
      exports: ['default'],
      keys: ['execute|run'],
      kind: 'message',
      label: 'event {route}',
    },
    // `module.exports = async (client, member) => { … }`, which the loader binds to the client.
    {
      path: /(?:^|\/)events\/(?<route>.*)\.[cm]?[jt]s$/,
      exports: ['default'],
      kind: 'message',
      label: 'event {route}',
    },
  ],
  types: {
    parameters: [`discord.js#${INTERACTIONS}`],
    kind: 'message',
  },
  namedParameters: [
    { names: ['interaction'], is: 'typed discord.js#ChatInputCommandInteraction' },
    { names: ['message', 'msg'], is: 'typed discord.js#Message' },
    { names: ['channel'], is: 'typed discord.js#TextChannel' },
    { names: ['member'], is: 'typed discord.js#GuildMember' },
  ],
  // The client is created with captureRejections: a listener's rejection becomes an error event.
  returned: 'caught',
  launches: [
    `typed discord.js#${REPLYING}.reply|deferReply|editReply|followUp|deleteReply|showModal|update|deferUpdate()`,
    'typed discord.js#Message.reply|edit|delete|react|pin|unpin|crosspost|startThread()',
    ...FROM.flatMap((from) => [
      `typed ${from}.channel.${CHANNEL}`,
      `typed ${from}.channel.${OVERWRITES}`,
      `typed ${from}.member.${MEMBER}`,
      `typed ${from}.member.roles.add|remove|set()`,
      `typed ${from}.user|author.send|createDM()`,
    ]),
    'typed discord.js#User.send|createDM()',
    `typed discord.js#GuildMember.${MEMBER}`,
    'typed discord.js#GuildMember.roles.add|remove|set()',
    `typed discord.js#${CHANNELS}.${CHANNEL}`,
    `typed discord.js#${CHANNELS}.${OVERWRITES}`,
    'typed discord.js#MessageReaction.remove()',
    'typed discord.js#MessageReaction.message.delete|edit|reply()',
    'typed discord.js#MessageReaction.users.remove|fetch()',
    'new discord.js#Client().login|destroy()',
    'new discord.js#WebhookClient().send|editMessage|deleteMessage|fetchMessage()',
    'new discord.js#Client().users.fetch|send()',
    'new discord.js#Client().channels|guilds.fetch()',
    'new discord.js#Client().application.commands.set|create|edit|delete()',
    'new discord.js#Client().shard.broadcastEval|fetchClientValues|respawnAll()',
  ],
  hands: Object.entries(GIVEN).map(([type, events]) => ({
    calls: ['new discord.js#Client().on|once()'],
    events,
    parameter: 0,
    is: `typed discord.js#${type}`,
  })),
});
