import { defineEntry } from '../entry.ts';

const ROOM = ['colyseus#Room', '@colyseus/core#Room'];

export const colyseus = defineEntry({
  name: 'Colyseus',
  docs: 'https://docs.colyseus.io/room/',
  packages: ['colyseus', '@colyseus/core'],
  versions: '0.15, 0.16',
  classes: [
    {
      extends: ROOM,
      methods: ['onAuth', 'onCreate', 'onJoin', 'onDrop', 'onReconnect', 'onLeave', 'onDispose'],
      kind: 'message',
      label: '{class}.{name}',
    },
  ],
  receivers: { room: { values: ROOM.map((room) => `typed ${room}`) } },
  registrations: [{ on: 'room', methods: ['onMessage'], handlers: ['last'], kind: 'message', label: 'message {0}' }],
  returned: 'caught',
});
