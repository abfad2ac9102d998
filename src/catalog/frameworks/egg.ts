import { defineEntry } from '../entry.ts';

export const egg = defineEntry({
  name: 'egg',
  docs: 'https://www.eggjs.org/basics/structure',
  packages: ['egg'],
  versions: '2, 3, 4',
  files: [
    {
      path: /^app\/controller\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['*'],
      label: 'controller {route}.{key}',
    },
    {
      path: /^app\/middleware\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      factory: true,
      label: 'middleware {route}',
    },
    {
      path: /^app\/io\/controller\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['*'],
      kind: 'message',
      label: 'socket {route}.{key}',
    },
    {
      path: /^app\/schedule\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['subscribe|task'],
      kind: 'job',
      label: 'schedule {route}',
    },
    { path: /^app\/schedule\/(?<route>.*)\.[jt]s$/, exports: ['task'], kind: 'job', label: 'schedule {route}' },
    {
      path: /^(?:app|agent)\.[jt]s$/,
      exports: ['default'],
      keys: ['didLoad|willReady|didReady|serverDidReady|beforeClose'],
      kind: 'lifecycle',
      label: 'boot {key}',
    },
  ],
  decorators: [
    { names: ['egg#HTTPMethod()', '@eggjs/tegg#HTTPMethod()'], label: 'controller {name}' },
    { names: ['@eggjs/tegg#MCPTool|MCPPrompt|MCPResource()'], label: 'MCP {name}' },
  ],
  classes: [
    {
      decorated: ['egg/schedule#Schedule()', '@eggjs/tegg/schedule#Schedule()'],
      methods: ['subscribe'],
      kind: 'job',
      label: 'schedule {class}',
    },
    { decorated: ['egg#Event()', '@eggjs/tegg#Event()'], methods: ['handle'], kind: 'message', label: 'event {class}' },
  ],
  answers: { parameters: [0], ends: ['redirect', 'throw'], assigns: ['body', 'status'] },
  returned: 'awaited',
  continuation: 1,
});
