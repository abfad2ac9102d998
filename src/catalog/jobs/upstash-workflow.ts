import { defineEntry } from '../entry.ts';

const CONTEXT = 'typed @upstash/workflow#WorkflowContext';

export const upstashWorkflow = defineEntry({
  name: 'upstash workflow',
  docs: 'https://upstash.com/docs/workflow/basics/context',
  packages: ['@upstash/workflow', '@upstash/qstash'],
  registrations: [
    {
      calls: ['@upstash/workflow/*#serve|createWorkflow()'],
      handlers: [0, { option: 'failureFunction', argument: 1 }],
      kind: 'job',
      label: 'workflow',
    },
    {
      calls: ['@upstash/qstash/*#verifySignature|verifySignatureAppRouter|verifySignatureEdge()'],
      handlers: [0],
      label: 'queued message',
    },
  ],
  hands: [{ calls: ['@upstash/workflow/*#serve|createWorkflow()'], parameter: 0, is: CONTEXT }],
  launches: [`${CONTEXT}.run|sleep|sleepUntil|call|waitForEvent|notify|invoke|cancel()`],
  enqueues: ['new @upstash/workflow#Client().trigger|notify|cancel()'],
  returned: 'awaited',
});
