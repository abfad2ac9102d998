import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const CONTEXT = names(`
  reply replyWithHTML replyWithMarkdown replyWithPhoto replyWithDocument answerCbQuery editMessageText
  deleteMessage sendMessage
`);

const UPDATES = [
  'use',
  'on',
  'command',
  'hears',
  'action',
  'start',
  'help',
  'settings',
  'inlineQuery',
  'gameQuery',
  'reaction',
  'email',
  'hashtag',
  'mention',
  'phone',
  'url',
];

export const telegraf = defineEntry({
  name: 'telegraf',
  docs: 'https://telegraf.js.org/',
  packages: ['telegraf'],
  versions: '4',
  receivers: {
    app: {
      values: ['new telegraf#Telegraf|Composer()', 'new telegraf#Scenes.BaseScene()'],
      chains: true,
    },
  },
  registrations: [
    { methods: UPDATES, handlers: ['all'], kind: 'message', label: '{method} {0}' },
    { methods: ['enter', 'leave'], handlers: ['all'], kind: 'message', label: 'scene {method}' },
    { methods: ['catch'], handlers: [0], kind: 'message', label: 'error handler' },
  ],
  types: { parameters: ['telegraf#Context'], kind: 'message' },
  namedParameters: [{ names: ['ctx', 'context'], is: 'typed telegraf#Context' }],
  returned: 'awaited',
  continuation: 1,
  launches: [
    `typed telegraf#Context.${CONTEXT}()`,
    'new telegraf#Telegraf().telegram.*()',
    'new telegraf#Telegram().*()',
  ],
});
