import { defineEntry } from '../entry.ts';

const CONTEXT = 'typed inngest#Context';

export const inngest = defineEntry({
  name: 'inngest',
  docs: 'https://www.inngest.com/docs/reference/functions/create',
  packages: ['inngest'],
  versions: '3, 4',
  receivers: { app: { values: ['new inngest#Inngest()'] } },
  registrations: [
    {
      methods: ['createFunction'],
      handlers: ['last', { option: 'onFailure', argument: 0 }],
      kind: 'job',
      label: 'function {id}',
    },
    { methods: ['endpoint'], handlers: ['last'], label: 'endpoint' },
  ],
  returned: 'awaited',
  hands: [{ calls: ['new inngest#Inngest().createFunction()'], parameter: 0, is: CONTEXT }],
  launches: [`${CONTEXT}.step.run|sleep|sleepUntil|waitForEvent|invoke|fetch()`, `${CONTEXT}.step.ai.infer|wrap()`],
  enqueues: [`${CONTEXT}.step.sendEvent()`, 'new inngest#Inngest().send()'],
});
