import { defineEntry } from '../entry.ts';

const VERBS = 'get|post|put|patch|del|head|options|all';

export const effect = defineEntry({
  name: 'effect',
  docs: 'https://effect.website/docs/getting-started/running-effects/',
  packages: ['effect', '@effect/platform'],
  versions: '3',
  registrations: [
    { calls: [`@effect/platform#HttpRouter.${VERBS}()`], handlers: ['rest'], label: '{METHOD} {0}' },
    { calls: [`@effect/platform/HttpRouter#${VERBS}()`], handlers: ['rest'], label: '{METHOD} {0}' },
  ],
  launches: ['effect#Effect.runPromise|runPromiseExit()', 'effect/Effect#runPromise|runPromiseExit()'],
  returned: 'awaited',
});
