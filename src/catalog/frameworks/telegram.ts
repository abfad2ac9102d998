import { defineEntry } from '../entry.ts';

const UPDATES = ['use', 'on', 'command', 'hears', 'action', 'start', 'help', 'settings', 'inlineQuery', 'callbackQuery', 'gameQuery', 'reaction'];

export const telegram = defineEntry({
  name: 'telegram bots',
  docs: 'https://grammy.dev/guide/basics',
  packages: ['grammy', 'telegraf'],
  versions: 'grammY 1, Telegraf 4',
  receivers: { app: { values: ['new grammy#Bot|Composer()', 'new telegraf#Telegraf|Composer()', 'typed grammy#Bot', 'typed telegraf#Telegraf'] } },
  registrations: [{ methods: UPDATES, handlers: ['all'], kind: 'message', label: '{method} {0}' }],
  returned: 'awaited',
  continuation: 1,
});
