import { defineEntry } from '../entry.ts';

export const nestjsWebsockets = defineEntry({
  name: 'nestjs gateways',
  docs: 'https://docs.nestjs.com/websockets/gateways',
  packages: ['@nestjs/websockets'],
  versions: '10, 11, 12',
  decorators: [{ names: ['@nestjs/websockets#SubscribeMessage()'], kind: 'message', label: 'socket message {0}' }],
  classes: [
    {
      decorated: ['@nestjs/websockets#WebSocketGateway()'],
      methods: ['handleConnection', 'handleDisconnect', 'afterInit'],
      kind: 'message',
      label: '{class}.{name}',
    },
    {
      implements: ['@nestjs/websockets#OnGatewayConnection|OnGatewayDisconnect|OnGatewayInit'],
      methods: ['handleConnection', 'handleDisconnect', 'afterInit'],
      kind: 'message',
      label: '{class}.{name}',
    },
  ],
  returned: 'awaited',
});
