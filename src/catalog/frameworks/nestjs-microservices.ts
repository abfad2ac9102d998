import { defineEntry } from '../entry.ts';

export const nestjsMicroservices = defineEntry({
  name: 'nestjs microservices',
  docs: 'https://docs.nestjs.com/microservices/basics',
  packages: ['@nestjs/microservices'],
  versions: '10, 11, 12',
  decorators: [
    { names: ['@nestjs/microservices#MessagePattern()'], kind: 'message', label: 'message {0}' },
    { names: ['@nestjs/microservices#EventPattern()'], kind: 'message', label: 'event {0}' },
    { names: ['@nestjs/microservices#GrpcMethod|GrpcStreamMethod|GrpcStreamCall()'], label: 'gRPC {name}' },
  ],
  returned: 'awaited',
  // emit() is hot and needs no subscriber; send() is a cold Observable that sends nothing until it is subscribed to.
  lookalikes: ['typed @nestjs/microservices#ClientProxy|ClientKafka|ClientGrpc.emit|send()'],
  launches: ['typed @nestjs/microservices#ClientProxy|ClientKafka.connect()'],
});
