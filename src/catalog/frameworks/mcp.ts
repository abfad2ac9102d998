import { defineEntry } from '../entry.ts';

export const mcp = defineEntry({
  name: 'mcp',
  docs: 'https://github.com/modelcontextprotocol/typescript-sdk#readme',
  packages: ['@modelcontextprotocol/sdk'],
  versions: '1',
  receivers: {
    app: {
      values: [
        'new @modelcontextprotocol/sdk/server/mcp.js#McpServer()',
        'new @modelcontextprotocol/sdk/server/index.js#Server()',
      ],
    },
  },
  registrations: [
    { methods: ['registerTool', 'tool'], handlers: ['last'], label: 'tool {0}' },
    { methods: ['registerResource', 'resource'], handlers: ['last'], label: 'resource {0}' },
    { methods: ['registerPrompt', 'prompt'], handlers: ['last'], label: 'prompt {0}' },
    { methods: ['setRequestHandler', 'setNotificationHandler'], handlers: [1], label: 'request handler' },
  ],
  returned: 'awaited',
});
