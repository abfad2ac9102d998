import { defineEntry } from '../entry.ts';

const SDK = [
  '@bunny.net/edgescript-sdk',
  'https://esm.sh/@bunny.net/edgescript-sdk*',
  'npm:@bunny.net/edgescript-sdk*',
];

export const bunny = defineEntry({
  name: 'bunny edge scripting',
  docs: 'https://docs.bunny.net/scripting/runtime',
  packages: ['@bunny.net/edgescript-sdk'],
  runtime: 'cancelled',
  receivers: { app: { values: SDK.map((module) => `${module}#net.http.servePullZone()`), chains: true } },
  registrations: [
    { calls: SDK.map((module) => `${module}#net.http.serve()`), handlers: ['last'], label: 'edge script' },
    {
      methods: ['onOriginRequest', 'onOriginResponse', 'onClientRequest', 'onClientResponse'],
      handlers: [0],
      label: '{method}',
    },
  ],
  returned: 'awaited',
  sinks: [{ values: ['global#Bunny.v1.waitUntil()'], accepts: 'promise', verdict: 'keep' }],
});
