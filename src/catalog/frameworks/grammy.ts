import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const CONTEXT = names(`
  reply replyWithPhoto replyWithDocument replyWithVideo replyWithAudio replyWithChatAction answerCallbackQuery
  answerInlineQuery editMessageText editMessageReplyMarkup deleteMessage forwardMessage copyMessage banChatMember
`);

const UPDATES = [
  'use',
  'on',
  'command',
  'hears',
  'callbackQuery',
  'gameQuery',
  'inlineQuery',
  'chosenInlineResult',
  'preCheckoutQuery',
  'shippingQuery',
  'reaction',
  'chatType',
  'filter',
  'drop',
  'lazy',
];

export const grammy = defineEntry({
  name: 'grammy',
  docs: 'https://grammy.dev/guide/basics',
  packages: ['grammy'],
  versions: '1',
  receivers: { app: { values: ['new grammy#Bot|Composer()'], chains: true } },
  registrations: [
    { methods: UPDATES, handlers: ['all'], kind: 'message', label: '{method} {0}' },
    { methods: ['catch'], handlers: [0], kind: 'message', label: 'error handler' },
    // Runs concurrently with what follows, by design. It must await what it starts itself.
    { methods: ['fork'], handlers: ['all'], kind: 'message', label: 'fork' },
  ],
  types: {
    handlers: ['grammy#Middleware|MiddlewareFn'],
    parameters: ['grammy#Context|CommandContext'],
    kind: 'message',
  },
  namedParameters: [{ names: ['ctx', 'context'], is: 'typed grammy#Context' }],
  returned: 'awaited',
  continuation: 1,
  launches: [`typed grammy#Context.${CONTEXT}()`, 'new grammy#Bot().api.*()', 'typed grammy#Api.*()'],
});
