import { defineEntry } from '../entry.ts';

export const sapphire = defineEntry({
  name: 'sapphire',
  docs: 'https://sapphirejs.dev/docs/Guide/commands/creating-commands',
  packages: ['@sapphire/framework'],
  versions: '5',
  classes: [
    {
      extends: ['@sapphire/framework#Command'],
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
    // Its options name the methods of its subcommands.
    {
      extends: ['@sapphire/plugin-subcommands#Subcommand'],
      methods: ['*'],
      kind: 'message',
      label: 'command {class}.{name}',
    },
    { extends: ['@sapphire/plugin-api#Route'], methods: ['run'], label: 'route {class}' },
    {
      extends: ['@sapphire/plugin-scheduled-tasks#ScheduledTask'],
      methods: ['run'],
      kind: 'job',
      label: 'scheduled task {class}',
    },
    {
      extends: ['@sapphire/framework#Precondition|AllFlowsPrecondition'],
      methods: ['chatInputRun', 'contextMenuRun', 'messageRun'],
      kind: 'message',
      label: 'precondition {class}',
    },
  ],
  returned: 'awaited',
});
