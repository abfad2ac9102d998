import { defineEntry } from '../entry.ts';

export const jobWorkers = defineEntry({
  name: 'job workers',
  docs: 'https://github.com/jbielick/faktory_worker_node#readme',
  packages: ['faktory-worker', 'zeebe-node', '@camunda8/sdk', 'kue', 'nsqjs', 'rsmq-worker', 'bree'],
  versions: 'faktory-worker 4; zeebe-node 8; @camunda8/sdk 8; kue 0; nsqjs 0; rsmq-worker 0; bree 9',
  receivers: {
    kue: { values: ['kue#createQueue()'] },
    reader: { values: ['new nsqjs#Reader()', 'new rsmq-worker#default()'] },
  },
  registrations: [
    { calls: ['faktory-worker#register()'], handlers: [1], kind: 'job', label: 'job {0}' },
    { on: 'kue', methods: ['process'], handlers: ['last'], kind: 'job', label: 'job {0}' },
    {
      calls: [
        'new zeebe-node#ZBClient().createWorker()',
        'new @camunda8/sdk#Camunda8().getZeebeGrpcApiClient().createWorker()',
        'new @camunda8/sdk#Camunda8().getCamundaRestClient().createJobWorker()',
      ],
      handlers: ['last', { option: 'taskHandler|jobHandler', argument: 0 }],
      kind: 'job',
      label: 'worker {0}',
    },
    {
      calls: ['new bree#default()'],
      handlers: [{ option: 'workerMessageHandler|errorHandler', argument: 0 }],
      kind: 'message',
      label: 'bree {key}',
    },
    {
      on: 'reader',
      methods: ['on'],
      events: ['message', 'discard', 'error'],
      handlers: [1],
      kind: 'message',
      label: 'queue {0}',
    },
  ],
  returned: 'ignored',
});
