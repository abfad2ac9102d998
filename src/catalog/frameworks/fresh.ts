import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'patch', 'put', 'delete', 'head', 'all'];
const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';

export const fresh = defineEntry({
  name: 'fresh',
  docs: 'https://fresh.deno.dev/docs/concepts/routing',
  packages: ['fresh', '@fresh/core'],
  versions: '2',
  files: [
    {
      path: /^routes(?<route>\/.*?)(?:\/index)?\.[jt]sx?$/,
      omit: /\/\([^/]*\)/g,
      exports: ['handler', 'handlers'],
      keys: [METHODS],
      label: '{key} {route}',
    },
    {
      path: /^routes(?<route>\/.*?)(?:\/index)?\.[jt]sx?$/,
      omit: /\/\([^/]*\)/g,
      exports: ['handler', 'default'],
      label: 'route {route}',
    },
  ],
  receivers: {
    app: { values: ['new fresh#App()', 'new @fresh/core#App()'], chains: true },
    define: { values: ['fresh#createDefine()', '@fresh/core#createDefine()'] },
  },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { methods: ['onError', 'notFound'], handlers: ['last'], label: '{method}' },
    { on: 'define', methods: ['handlers'], handlers: [0, { option: METHODS, argument: 0 }], label: 'route {key}' },
    { on: 'define', methods: ['middleware', 'page'], handlers: ['all'], label: '{method}' },
  ],
  returned: 'awaited',
  continuation: 'next',
});
