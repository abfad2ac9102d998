import { defineEntry } from '../entry.ts';

export const jobQueues = defineEntry({
  name: 'queue workers',
  docs: 'https://docs.bullmq.io/guide/workers',
  packages: ['bullmq', 'bull', 'agenda', 'pg-boss', 'kafkajs', 'amqplib'],
  receivers: {
    bull: { values: ['new bull#default()', 'bull#default()', 'typed bull#Queue'] },
    agenda: { values: ['new agenda#Agenda()', 'new agenda#default()'] },
    boss: { values: ['new pg-boss#default()', 'new pg-boss#PgBoss()'] },
    consumer: { values: ['new kafkajs#Kafka().consumer()', 'typed kafkajs#Consumer'] },
    channel: { values: ['amqplib#connect().createChannel()', 'amqplib#connect().createConfirmChannel()', 'typed amqplib#Channel'] },
  },
  registrations: [
    { calls: ['new bullmq#Worker()'], handlers: [1], kind: 'job', label: 'worker {0}' },
    { on: 'bull', methods: ['process'], handlers: ['last'], kind: 'job', label: 'process {0}' },
    { on: 'agenda', methods: ['define'], handlers: ['last'], kind: 'job', label: 'job {0}' },
    { on: 'boss', methods: ['work'], handlers: ['last'], kind: 'job', label: 'work {0}' },
    { on: 'consumer', methods: ['run'], handlers: [{ option: 'eachMessage', argument: 0 }, { option: 'eachBatch', argument: 0 }], kind: 'message', label: 'consumer' },
    { on: 'channel', methods: ['consume'], handlers: [1], kind: 'message', label: 'consume {0}' },
  ],
  returned: 'awaited',
});
