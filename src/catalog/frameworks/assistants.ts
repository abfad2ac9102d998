import { defineEntry } from '../entry.ts';

const ASK = ['ask-sdk-core', 'ask-sdk'];
const BUILDERS = ['ask-sdk-core#SkillBuilders.custom()', 'ask-sdk#SkillBuilders.custom|standard()'];

export const assistants = defineEntry({
  name: 'skills of assistants',
  docs: 'https://developer.amazon.com/docs/alexa/alexa-skills-kit-sdk-for-nodejs/handle-requests.html',
  packages: ['ask-sdk-core', 'ask-sdk', 'actions-on-google', 'dialogflow-fulfillment'],
  versions: 'ask-sdk-core 2; actions-on-google 2',
  receivers: {
    google: {
      values: ['actions-on-google#dialogflow()', 'actions-on-google#actionssdk()', 'actions-on-google#smarthome()'],
    },
  },
  registrations: [
    {
      calls: BUILDERS.map((builder) => `${builder}.**.addRequestHandlers()`),
      handlers: ['all', ...[0, 1, 2, 3].map((argument) => ({ option: 'handle|canHandle', argument }))],
      label: 'skill {key}',
    },
    {
      calls: BUILDERS.flatMap((builder) =>
        ['addErrorHandlers', 'addRequestInterceptors', 'addResponseInterceptors'].map(
          (method) => `${builder}.**.${method}()`,
        ),
      ),
      handlers: ['all', { option: 'handle|process', argument: 0 }],
      label: 'skill {method}',
    },
    {
      on: 'google',
      methods: ['intent', 'fallback', 'middleware', 'catch', 'onSync', 'onQuery', 'onExecute'],
      handlers: ['last'],
      label: 'intent {0}',
    },
  ],
  objects: [
    { types: ASK.map((module) => `${module}#RequestHandler`), handlers: ['handle'], label: 'skill {variable}' },
  ],
  classes: [
    { implements: ASK.map((module) => `${module}#RequestHandler`), methods: ['handle'], label: 'skill {class}' },
  ],
  returned: 'awaited',
});
