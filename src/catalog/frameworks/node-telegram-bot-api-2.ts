import { defineEntry } from '../entry.ts';

/** Version 2 is another library, with middleware. */
export const nodeTelegramBotApi2 = defineEntry({
  name: 'node-telegram-bot-api 2',
  docs: 'https://github.com/yagop/node-telegram-bot-api#readme',
  packages: ['node-telegram-bot-api'],
  versions: '2',
  receivers: { app: { values: ['new node-telegram-bot-api#Bot()'], chains: true } },
  registrations: [
    { methods: ['use', 'on', 'command', 'hears'], handlers: ['all'], kind: 'message', label: '{method} {0}' },
    { methods: ['catch'], handlers: [0], kind: 'message', label: 'error handler' },
  ],
  types: { parameters: ['node-telegram-bot-api#Context'], kind: 'message' },
  returned: 'awaited',
  continuation: 1,
  launches: [
    'typed node-telegram-bot-api#Context.reply|answerCallbackQuery()',
    'new node-telegram-bot-api#Api().*()',
    'new node-telegram-bot-api#Bot().api.*()',
    'new node-telegram-bot-api#Bot().startPolling|handleUpdate()',
  ],
});
