import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const EVENTS = [
  ...['onAck', 'onAddedToGroup', 'onAnyMessage', 'onGlobalParticipantsChanged', 'onIncomingCall', 'onMessage'],
  ...['onMessageDeleted', 'onParticipantsChanged', 'onPresenceChanged', 'onReactionMessage', 'onStateChange'],
];

const WPPCONNECT = names(`
  close logout reply sendContactVcard sendFile sendFileFromBase64 sendImage sendListMessage sendLocation sendPtt
  sendSeen sendText startTyping stopTyping
`);
const SENDS = 'reply|sendFile|sendImage|sendLocation|sendText';

export const whatsappWebClients = defineEntry({
  name: 'WhatsApp web clients',
  docs: 'https://wppconnect.io/wppconnect/classes/Whatsapp.html',
  packages: ['@wppconnect-team/wppconnect', '@open-wa/wa-automate', 'venom-bot'],
  versions: '@wppconnect-team/wppconnect 1; @open-wa/wa-automate 4; venom-bot 5',
  receivers: {
    client: {
      values: [
        '@wppconnect-team/wppconnect#create()',
        'typed @wppconnect-team/wppconnect#Whatsapp',
        '@open-wa/wa-automate#create()',
        'typed @open-wa/wa-automate#Client',
        'venom-bot#create()',
        'typed venom-bot#Whatsapp',
      ],
    },
  },
  registrations: [{ on: 'client', methods: EVENTS, handlers: ['last'], kind: 'message', label: 'WhatsApp {method}' }],
  returned: 'ignored',
  launches: [
    '@wppconnect-team/wppconnect#create()',
    `@wppconnect-team/wppconnect#create().${WPPCONNECT}()`,
    '@open-wa/wa-automate#create()',
    `@open-wa/wa-automate#create().${SENDS}|kill|sendPtt|sendSeen|simulateTyping()`,
    'venom-bot#create()',
    `venom-bot#create().${SENDS}|close|logout|sendVoice|startTyping()`,
  ],
});
