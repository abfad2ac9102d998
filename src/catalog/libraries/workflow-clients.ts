import { defineEntry } from '../entry.ts';

export const workflowClients = defineEntry({
  name: 'workflow clients',
  docs: 'https://docs.temporal.io/develop/typescript',
  packages: ['@temporalio/client'],
  enqueues: [
    'new @temporalio/client#Client|WorkflowClient().workflow.start|execute|signalWithStart()',
    'new @temporalio/client#WorkflowClient().start|execute|signalWithStart()',
    'new @temporalio/client#Client().workflow.getHandle().signal|cancel|terminate()',
  ],
});
