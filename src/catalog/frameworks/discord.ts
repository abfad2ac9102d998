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

const PARTS = /(?:^|\/)(?<route>(?:buttons|menus|modals|selectMenus|autocomplete)\/.*)\.[cm]?[jt]s$/;

export const discord = defineEntry({
  name: 'discord.js',
  docs: 'https://discord.js.org/docs',
  packages: ['discord.js'],
  versions: '14',
  receivers: { app: { values: ['new discord.js#Client()'] } },
  registrations: [{ methods: ['on', 'once'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'event {0}' }],
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
  ],
  types: {
    parameters: [`discord.js#${INTERACTIONS}`],
    kind: 'message',
  },
  namedParameters: [
    { names: ['interaction'], is: 'typed discord.js#ChatInputCommandInteraction' },
    { names: ['message', 'msg'], is: 'typed discord.js#Message' },
  ],
  // The client is created with captureRejections: a listener's rejection becomes an error event.
  returned: 'caught',
  launches: [
    `typed discord.js#${REPLYING}.reply|deferReply|editReply|followUp|deleteReply|showModal|update|deferUpdate()`,
    'typed discord.js#Message.reply|edit|delete|react|pin()',
    'typed discord.js#Message.channel|author.send()',
    'new discord.js#Client().login|destroy()',
  ],
});
