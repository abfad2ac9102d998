import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const SOCKETS = ['@whiskeysockets/baileys', 'baileys', '@adiwajshing/baileys'].flatMap((name) => [
  `${name}#default()`,
  `${name}#makeWASocket()`,
]);

const API = names(`
  groupCreate groupLeave groupMetadata groupParticipantsUpdate groupUpdateSubject logout profilePictureUrl
  readMessages rejectCall requestPairingCode sendMessage sendPresenceUpdate sendReceipt updateBlockStatus
  updateProfilePicture updateProfileStatus
`);

export const baileys = defineEntry({
  name: 'Baileys',
  docs: 'https://baileys.wiki/docs/socket/receiving-updates/',
  packages: ['@whiskeysockets/baileys', 'baileys', '@adiwajshing/baileys'],
  versions: '6, 7',
  receivers: { events: { values: SOCKETS.map((socket) => `${socket}.ev`) } },
  registrations: [
    { on: 'events', methods: ['on'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'WhatsApp {0}' },
    { on: 'events', methods: ['process'], handlers: [0], kind: 'message', label: 'WhatsApp events' },
  ],
  returned: 'ignored',
  launches: SOCKETS.map((socket) => `${socket}.${API}()`),
});
