import { defineEntry } from '../entry.ts';

export const chatClients = defineEntry({
  name: 'chat clients',
  docs: 'https://docs.wwebjs.dev/Client.html',
  packages: [
    'whatsapp-web.js',
    'eris',
    'oceanic.js',
    'tmi.js',
    'irc-framework',
    'irc',
    'vk-io',
    'matrix-js-sdk',
    'mineflayer',
  ],
  versions:
    'whatsapp-web.js 1; eris 0; oceanic.js 1; tmi.js 1; irc-framework 4; irc 0; vk-io 4; ' +
    'matrix-js-sdk 30 to 41; mineflayer 4',
  receivers: {
    client: {
      values: [
        'new whatsapp-web.js#Client()',
        'new eris#Client()',
        'new eris#CommandClient()',
        'new eris#default()',
        'eris#default()',
        'new oceanic.js#Client()',
        'new tmi.js#Client|client()',
        'tmi.js#client()',
        'new irc-framework#Client()',
        'new irc#Client()',
        'matrix-js-sdk#createClient()',
        'mineflayer#createBot()',
      ],
      chains: true,
    },
    updates: { values: ['new vk-io#VK().updates', 'typed vk-io#Updates'], chains: true },
  },
  registrations: [
    {
      on: 'client',
      methods: ['on', 'once', 'addListener'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      label: 'chat {0}',
    },
    { on: 'updates', methods: ['on'], minimumArguments: 2, handlers: ['rest'], kind: 'message', label: 'chat {0}' },
    { on: 'updates', methods: ['use'], handlers: ['all'], kind: 'message', label: 'chat middleware' },
  ],
  returned: 'ignored',
  launches: [
    'new whatsapp-web.js#Client().destroy|getChats|getContactById|initialize|logout|sendMessage()',
    'new eris#Client().addMessageReaction|connect|createMessage|deleteMessage|editMessage()',
    'new tmi.js#Client|client().ban|connect|deletemessage|disconnect|join|part|say|timeout|whisper()',
  ],
});
