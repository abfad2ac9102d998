import { defineEntry } from '../entry.ts';

export const fastmcp = defineEntry({
  name: 'FastMCP',
  docs: 'https://github.com/punkpeye/fastmcp#readme',
  packages: ['fastmcp'],
  versions: '1 to 3',
  receivers: { app: { values: ['new fastmcp#FastMCP()'] } },
  registrations: [
    { methods: ['addTool'], handlers: [{ option: 'execute|canAccess', argument: 0 }], label: 'tool {name}' },
    {
      methods: ['addResource', 'addResourceTemplate'],
      handlers: [{ option: 'load', argument: 0 }],
      label: 'resource {name}',
    },
    { methods: ['addPrompt'], handlers: [{ option: 'load', argument: 0 }], label: 'prompt {name}' },
    { methods: ['on'], handlers: [1], kind: 'message', label: 'session {0}' },
    { calls: ['new fastmcp#FastMCP()'], handlers: [{ option: 'authenticate', argument: 0 }], label: 'authenticate' },
  ],
  returned: 'awaited',
});
