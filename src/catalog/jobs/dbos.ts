import { defineEntry } from '../entry.ts';

const DBOS = '@dbos-inc/dbos-sdk#DBOS';

export const dbos = defineEntry({
  name: 'dbos',
  docs: 'https://docs.dbos.dev/typescript/reference/workflows-steps',
  packages: ['@dbos-inc/dbos-sdk'],
  versions: '3, 4',
  decorators: [{ names: [`${DBOS}.workflow|step|transaction|scheduled()`], kind: 'job', label: 'workflow {name}' }],
  registrations: [
    {
      calls: [`${DBOS}.registerWorkflow|registerStep|registerScheduled|runStep()`],
      handlers: [0],
      kind: 'job',
      label: '{method} {name}',
    },
  ],
  launches: [`${DBOS}.runStep|sleep|send|setEvent|launch|shutdown()`, `${DBOS}.registerWorkflow|registerStep()()`],
  enqueues: [`${DBOS}.startWorkflow()()`, `${DBOS}.startWorkflow().*()`],
  returned: 'awaited',
});
