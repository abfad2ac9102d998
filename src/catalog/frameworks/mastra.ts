import { defineEntry } from '../entry.ts';

export const mastra = defineEntry({
  name: 'mastra',
  docs: 'https://mastra.ai/docs/workflows/overview',
  packages: ['@mastra/core'],
  versions: '0, 1',
  registrations: [
    {
      calls: ['@mastra/core/tools#createTool()', '@mastra/core#createTool()'],
      handlers: [{ option: 'execute', argument: 0 }],
      label: 'tool {id}',
    },
    {
      calls: ['@mastra/core/workflows#createStep()'],
      handlers: [{ option: 'execute', argument: 0 }],
      kind: 'job',
      label: 'step {id}',
    },
    {
      calls: ['@mastra/core/workflows#createWorkflow().**.map()'],
      handlers: [0],
      kind: 'job',
      label: 'step',
    },
    {
      calls: ['@mastra/core/server#registerApiRoute()'],
      handlers: [{ option: 'handler|middleware', argument: 1 }],
      label: '{method} {0}',
    },
  ],
  returned: 'awaited',
});
