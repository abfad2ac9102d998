import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const CLIENT_API = names(`
  createRoom joinRoom kickUser leaveRoom redactEvent replyNotice replyText sendEvent sendHtmlNotice sendHtmlText
  sendMessage sendNotice sendRawEvent sendReadReceipt sendStateEvent sendText setAccountData setDisplayName setTyping
  start uploadContent
`);
const QUERIES = 'onUserQuery|onAliasQuery';
const LOOKUPS = 'getProtocol|getLocation|getUser|parseLocation|parseUser';

export const matrix = defineEntry({
  name: 'Matrix',
  docs: 'https://matrix-org.github.io/matrix-appservice-bridge/latest/',
  packages: ['matrix-appservice-bridge', 'matrix-bot-sdk'],
  versions: 'matrix-appservice-bridge 10 and 11, matrix-bot-sdk 0.7 and 0.8',
  receivers: {
    client: { values: ['new matrix-bot-sdk#MatrixClient()'] },
    appservice: { values: ['new matrix-bot-sdk#Appservice()'] },
  },
  registrations: [
    {
      calls: ['new matrix-appservice-bridge#Bridge()'],
      handlers: [{ option: 'controller.onEvent|onEphemeralEvent|onAliasQueried|onRoomUpgrade' }],
      kind: 'message',
      label: 'Matrix {key}',
    },
    {
      calls: ['new matrix-appservice-bridge#Bridge()'],
      handlers: [{ option: `controller.${QUERIES}` }, { option: `controller.thirdPartyLookup.${LOOKUPS}` }],
      label: 'Matrix {key}',
    },
    { on: 'client', methods: ['on', 'once'], handlers: [1], kind: 'message', label: 'Matrix {0}' },
    { on: 'appservice', methods: ['on', 'once'], handlers: [1], kind: 'message', label: 'Matrix {0}' },
  ],
  returned: 'ignored',
  launches: [`new matrix-bot-sdk#MatrixClient().${CLIENT_API}()`],
});
