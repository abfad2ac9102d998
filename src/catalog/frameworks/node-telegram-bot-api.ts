import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const API = names(`
  answerCallbackQuery answerInlineQuery deleteMessage deleteWebHook editMessageCaption editMessageReplyMarkup
  editMessageText forwardMessage getChat getFile getMe sendAudio sendChatAction sendDocument sendMediaGroup
  sendMessage sendPhoto sendVideo sendVoice setMyCommands setWebHook startPolling stopPolling
`);

export const nodeTelegramBotApi = defineEntry({
  name: 'node-telegram-bot-api',
  docs: 'https://github.com/yagop/node-telegram-bot-api/blob/master/doc/usage.md',
  packages: ['node-telegram-bot-api'],
  versions: '0, 1',
  receivers: {
    bot: { values: ['new node-telegram-bot-api#default()'] },
  },
  registrations: [
    {
      on: 'bot',
      methods: ['on', 'once', 'onText', 'onReplyToMessage'],
      minimumArguments: 2,
      handlers: ['last'],
      kind: 'message',
      label: 'bot {0}',
    },
  ],
  returned: 'ignored',
  launches: [`new node-telegram-bot-api#default().${API}()`],
});
