import { defineEntry } from '../entry.ts';

export const discord = defineEntry({
  name: 'discord.js',
  docs: 'https://discord.js.org/docs',
  packages: ['discord.js'],
  versions: '14',
  receivers: { app: { values: ['new discord.js#Client()', 'typed discord.js#Client'] } },
  registrations: [{ methods: ['on', 'once'], handlers: [1], kind: 'message', label: 'event {0}' }],
  types: { parameters: ['discord.js#ChatInputCommandInteraction|ButtonInteraction|ModalSubmitInteraction'], kind: 'message' },
  returned: 'caught',
});
