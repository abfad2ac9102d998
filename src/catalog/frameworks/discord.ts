import { defineEntry } from '../entry.ts';

export const discord = defineEntry({
  name: 'discord.js',
  docs: 'https://discord.js.org/docs',
  packages: ['discord.js'],
  versions: '14',
  receivers: { app: { values: ['new discord.js#Client()', 'typed discord.js#Client'] } },
  registrations: [{ methods: ['on', 'once'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'event {0}' }],
  types: {
    parameters: [
      'discord.js#ChatInputCommandInteraction|ButtonInteraction|ModalSubmitInteraction|AutocompleteInteraction|CommandInteraction|StringSelectMenuInteraction|MessageContextMenuCommandInteraction|UserContextMenuCommandInteraction',
    ],
    kind: 'message',
  },
  // The client is made with captureRejections: a listener's rejection becomes an error event.
  returned: 'caught',
  launches: [
    'typed discord.js#ChatInputCommandInteraction|ButtonInteraction|ModalSubmitInteraction|CommandInteraction|StringSelectMenuInteraction.reply|deferReply|editReply|followUp|deleteReply|showModal|update|deferUpdate()',
    'typed discord.js#Message.reply|edit|delete|react|pin()',
    'new discord.js#Client().login|destroy()',
  ],
});
