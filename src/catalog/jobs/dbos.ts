import { defineEntry } from '../entry.ts';

const DBOS = '@dbos-inc/dbos-sdk#DBOS';
/** There is a package of it for each database library. */
const DATA_SOURCE = 'new @dbos-inc/*#*()';

export const dbos = defineEntry({
  name: 'dbos',
  docs: 'https://docs.dbos.dev/typescript/reference/workflows-steps',
  packages: ['@dbos-inc/dbos-sdk'],
  versions: '3, 4, 5',
  decorators: [
    {
      names: [`${DBOS}.workflow|step|transaction|scheduled()`, `${DATA_SOURCE}.transaction()`],
      kind: 'job',
      label: 'workflow {name}',
    },
  ],
  registrations: [
    {
      calls: [
        `${DBOS}.registerWorkflow|registerStep|registerScheduled|runStep()`,
        `${DATA_SOURCE}.registerTransaction|runTransaction()`,
      ],
      handlers: [0],
      kind: 'job',
      label: '{method} {name}',
    },
  ],
  launches: [
    `${DBOS}.runStep|sleep|send|setEvent|createSchedule|launch|shutdown()`,
    `${DBOS}.registerWorkflow|registerStep()()`,
    `${DATA_SOURCE}.runTransaction()`,
    `${DATA_SOURCE}.registerTransaction()()`,
  ],
  enqueues: [`${DBOS}.startWorkflow()()`, `${DBOS}.startWorkflow().*()`],
  returned: 'awaited',
});
