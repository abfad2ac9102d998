import { defineEntry } from '../entry.ts';

/** The functions that it is given implement the endpoints of a group. */
const BUILDERS = ['@effect/platform#HttpApiBuilder', 'effect/http-api#HttpApiBuilder'];

const VERBS = 'get|post|put|patch|del|head|options|all';

export const effect = defineEntry({
  name: 'effect',
  docs: 'https://effect.website/docs/getting-started/running-effects/',
  packages: ['effect', '@effect/platform'],
  versions: 'effect 3, 4; platform 0',
  receivers: { api: { chains: true } },
  registrations: [
    ...BUILDERS.map((builder) => ({
      calls: [`${builder}.group()`],
      handlers: [2],
      plugin: true,
      gives: { 0: 'api' },
      label: 'api {1}',
    })),
    { on: 'api', methods: ['handle', 'handleRaw'], minimumArguments: 2, handlers: [1], label: 'endpoint {0}' },
    { calls: ['effect/http#HttpRouter.add()'], handlers: ['last'], label: '{0} {1}' },
    { calls: [`@effect/platform#HttpRouter.${VERBS}()`], handlers: ['rest'], label: '{METHOD} {0}' },
    { calls: [`@effect/platform/HttpRouter#${VERBS}()`], handlers: ['rest'], label: '{METHOD} {0}' },
  ],
  launches: ['effect#Effect.runPromise|runPromiseExit()', 'effect/Effect#runPromise|runPromiseExit()'],
  returned: 'awaited',
});
