import { defineEntry } from '../entry.ts';

export const sapphire = defineEntry({
  name: 'sapphire',
  docs: 'https://sapphirejs.dev/docs/Guide/commands/creating-commands',
  packages: ['@sapphire/framework'],
  versions: '5',
  classes: [
    {
      extends: ['@sapphire/framework#Command', '@sapphire/plugin-subcommands#Subcommand'],
      methods: ['chatInputRun', 'contextMenuRun', 'messageRun', 'autocompleteRun'],
      kind: 'message',
      label: 'command {class}.{name}',
    },
    {
      extends: ['@sapphire/framework#Listener|InteractionHandler'],
      methods: ['run', 'parse'],
      kind: 'message',
      label: 'listener {class}',
    },
    {
      extends: ['@sapphire/framework#Precondition'],
      methods: ['chatInputRun', 'contextMenuRun', 'messageRun'],
      kind: 'message',
      label: 'precondition {class}',
    },
  ],
  returned: 'awaited',
});
