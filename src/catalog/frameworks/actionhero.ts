import { defineEntry } from '../entry.ts';

export const actionhero = defineEntry({
  name: 'actionhero',
  docs: 'https://www.actionherojs.com/tutorials/actions',
  packages: ['actionhero'],
  versions: '21 to 29',
  classes: [
    { extends: ['actionhero#Action'], methods: ['run'], label: 'action {class}' },
    { extends: ['actionhero#Task'], methods: ['run'], kind: 'job', label: 'task {class}' },
    {
      extends: ['actionhero#Initializer'],
      methods: ['initialize', 'start', 'stop'],
      kind: 'lifecycle',
      label: 'initializer {class}.{name}',
    },
    { extends: ['actionhero#CLI'], methods: ['run'], kind: 'lifecycle', label: 'command {class}' },
  ],
  registrations: [
    {
      calls: ['actionhero#action.addMiddleware()'],
      handlers: [{ option: 'preProcessor|postProcessor', argument: 0 }],
      label: 'middleware {key}',
    },
    {
      calls: ['actionhero#task.addMiddleware()'],
      handlers: [{ option: 'preProcessor|postProcessor|preEnqueue|postEnqueue', argument: 0 }],
      kind: 'job',
      label: 'middleware {key}',
    },
    {
      calls: ['actionhero#chatRoom.addMiddleware()'],
      handlers: [{ option: 'join|leave|say|onSayReceive', argument: 0 }],
      kind: 'message',
      label: 'chat room {key}',
    },
  ],
  returned: 'awaited',
  enqueues: ['actionhero#task.enqueue|enqueueAt|enqueueIn()'],
  launches: [
    'actionhero#cache.load|save|destroy|lock|unlock|push|pop|size|clear()',
    'actionhero#chatRoom.broadcast|add|destroy|addMember|removeMember()',
    'actionhero#redis.doCluster|publish()',
  ],
});
