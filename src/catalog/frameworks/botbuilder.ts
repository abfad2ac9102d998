import { defineEntry } from '../entry.ts';

const EVENTS = [
  ...['onConversationUpdate', 'onDialog', 'onEndOfConversation', 'onEvent', 'onInstallationUpdate', 'onMembersAdded'],
  ...['onMembersRemoved', 'onMessage', 'onMessageDelete', 'onMessageReaction', 'onMessageUpdate', 'onReactionsAdded'],
  ...['onTokenResponseEvent', 'onTurn', 'onTyping', 'onUnrecognizedActivityType'],
];
const TEAMS = [
  ...['handleTeamsAppBasedLinkQuery', 'handleTeamsCardActionInvoke', 'handleTeamsMessagingExtensionFetchTask'],
  ...['handleTeamsMessagingExtensionQuery', 'handleTeamsMessagingExtensionSubmitAction'],
  ...['handleTeamsSigninVerifyState', 'handleTeamsTaskModuleFetch', 'handleTeamsTaskModuleSubmit'],
];
const ADAPTERS = ['CloudAdapter', 'BotFrameworkAdapter'];
const TURN = ['botbuilder#TurnContext', 'botbuilder-core#TurnContext', '@microsoft/agents-hosting#TurnContext'];

export const botbuilder = defineEntry({
  name: 'Bot Framework',
  docs: 'https://learn.microsoft.com/javascript/api/botbuilder/activityhandler',
  packages: ['botbuilder', '@microsoft/agents-hosting'],
  versions: '4',
  receivers: {
    app: {
      values: [
        'new botbuilder#ActivityHandler()',
        'new botbuilder#TeamsActivityHandler()',
        'new @microsoft/agents-hosting#ActivityHandler()',
      ],
      chains: true,
    },
  },
  registrations: [
    { methods: EVENTS, handlers: [0], kind: 'message', label: 'bot {method}' },
    {
      calls: ADAPTERS.map((adapter) => `new botbuilder#${adapter}().process|processActivity|processActivityDirect()`),
      handlers: ['last'],
      kind: 'message',
      label: 'bot activity',
    },
  ],
  classes: [{ extends: ['botbuilder#TeamsActivityHandler'], methods: TEAMS, kind: 'message', label: 'bot {name}' }],
  types: {
    parameters: ['botbuilder#TurnContext', 'botbuilder-core#TurnContext', '@microsoft/agents-hosting#TurnContext'],
    kind: 'message',
  },
  returned: 'awaited',
  continuation: 1,
  launches: TURN.map((context) => `typed ${context}.sendActivity|sendActivities|updateActivity|deleteActivity()`),
});
