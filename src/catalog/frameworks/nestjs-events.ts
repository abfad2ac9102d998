import { defineEntry } from '../entry.ts';

export const nestjsEvents = defineEntry({
  name: 'nestjs events',
  docs: 'https://docs.nestjs.com/techniques/events',
  packages: ['@nestjs/event-emitter', '@nestjs/cqrs'],
  versions: 'event-emitter 2, 3; cqrs 10, 11',
  decorators: [{ names: ['@nestjs/event-emitter#OnEvent()'], kind: 'message', label: 'event {0}' }],
  classes: [
    {
      decorated: ['@nestjs/cqrs#EventsHandler()'],
      methods: ['handle'],
      kind: 'message',
      label: 'event handler {class}',
    },
    { decorated: ['@nestjs/cqrs#CommandHandler()'], methods: ['execute'], label: 'command {class}' },
    { decorated: ['@nestjs/cqrs#QueryHandler()'], methods: ['execute'], label: 'query {class}' },
  ],
  returned: 'awaited',
  launches: ['typed @nestjs/cqrs#CommandBus|QueryBus.execute()'],
  // Publishing runs the listeners and returns nothing to wait for.
  lookalikes: [
    'typed @nestjs/cqrs#EventBus.publish|publishAll()',
    'typed @nestjs/event-emitter#EventEmitter2.emit()',
    'typed eventemitter2#EventEmitter2.emit()',
  ],
});
