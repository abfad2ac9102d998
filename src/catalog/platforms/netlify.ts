import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const FUNCTION = /^(?:.*\/)?netlify\/(?:edge-)?functions\/(?<route>.*)\.[cm]?[jt]sx?$/;
const EVENTS = names(`
  deployBuilding deploySucceeded deployFailed deployDeleted deployLocked deployUnlocked formSubmitted userLogin
  userSignup userValidate userModified userDeleted
`);

export const netlify = defineEntry({
  name: 'netlify functions',
  docs: 'https://docs.netlify.com/build/functions/get-started/',
  packages: ['@netlify/functions', '@netlify/edge-functions', 'netlify-cli', 'netlify'],
  versions: '1 to 6',
  runtime: 'frozen',
  flavour: 'netlify',
  signs: {
    packages: [
      '@netlify/functions',
      '@netlify/edge-functions',
      '@sveltejs/adapter-netlify',
      '@astrojs/netlify',
      '@netlify/vite-plugin-react-router',
      '@netlify/remix-adapter',
    ],
    files: ['netlify.toml'],
    imports: ['hono/netlify'],
  },
  files: [
    { path: FUNCTION, omit: /\/index$/, exports: ['default', 'handler'], label: 'function {route}' },
    { path: FUNCTION, omit: /\/index$/, exports: ['default'], keys: ['fetch'], label: 'function {route}' },
    {
      path: FUNCTION,
      omit: /\/index$/,
      exports: ['default'],
      keys: [EVENTS],
      kind: 'message',
      label: 'function {route} {key}',
    },
  ],
  registrations: [
    { calls: ['@netlify/functions#builder|stream()'], handlers: [0], label: 'function {variable}' },
    { calls: ['@netlify/functions#schedule()'], handlers: [1], kind: 'job', label: 'schedule {0}' },
    { calls: ['@netlify/async-workloads#asyncWorkloadFn()'], handlers: [0], kind: 'job', label: 'workload {variable}' },
  ],
  types: {
    handlers: [
      '@netlify/functions#Handler|BackgroundHandler|BuilderHandler|StreamingHandler',
      '@netlify/edge-functions#EdgeFunction',
    ],
    parameters: ['@netlify/functions#Context|HandlerEvent|HandlerContext', '@netlify/edge-functions#Context'],
  },
  returned: 'awaited',
  sinks: [
    {
      values: [
        '@netlify/functions#getContext().waitUntil()',
        'typed @netlify/functions#Context.waitUntil()',
        'typed @netlify/edge-functions#Context.waitUntil()',
      ],
      accepts: 'promise',
      verdict: 'keep',
    },
  ],
  launches: ['@netlify/functions#purgeCache()', 'typed @netlify/edge-functions#Context.next()'],
});
