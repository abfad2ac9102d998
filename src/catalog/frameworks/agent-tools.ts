import { defineEntry } from '../entry.ts';

export const agentTools = defineEntry({
  name: 'tools of agents',
  docs: 'https://js.langchain.com/docs/how_to/custom_tools/',
  packages: ['@langchain/core', '@langchain/langgraph', 'langchain', '@openai/agents', '@livekit/agents'],
  versions: '@langchain/core 0, 1; @langchain/langgraph 0, 1; langchain 1; @openai/agents 0; @livekit/agents 1',
  receivers: {
    graph: {
      values: ['new @langchain/langgraph#StateGraph()', 'new @langchain/langgraph#MessageGraph()'],
      chains: true,
    },
  },
  registrations: [
    {
      calls: ['@langchain/core/tools#tool()', 'langchain#tool()'],
      handlers: [0],
      kind: 'message',
      label: 'tool {variable}',
    },
    {
      calls: ['new @langchain/core/tools#DynamicTool()', 'new @langchain/core/tools#DynamicStructuredTool()'],
      handlers: [{ option: 'func', argument: 0 }],
      kind: 'message',
      label: 'tool {variable}',
    },
    { on: 'graph', methods: ['addNode'], handlers: [1], kind: 'message', label: 'node {0}' },
    {
      calls: ['@openai/agents#tool()', '@openai/agents-core#tool()', '@livekit/agents#llm.tool()'],
      handlers: [{ option: 'execute|needsApproval|errorFunction', argument: 0 }],
      kind: 'message',
      label: 'tool {variable}',
    },
    {
      calls: ['@livekit/agents#defineAgent()'],
      handlers: [{ option: 'entry|prewarm', argument: 0 }],
      kind: 'job',
      label: 'agent {key}',
    },
  ],
  returned: 'awaited',
});
