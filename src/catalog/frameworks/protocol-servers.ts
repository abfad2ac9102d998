import { defineEntry } from '../entry.ts';

export const protocolServers = defineEntry({
  name: 'servers of other protocols',
  docs: 'https://github.com/mscdex/ssh2#server-1',
  packages: ['ssh2', 'ftp-srv', 'dns2', 'minecraft-protocol', 'steam-user', 'steam-tradeoffer-manager', 'wechaty'],
  versions:
    'ssh2 1; ftp-srv 4; dns2 2; minecraft-protocol 1; steam-user 4, 5; steam-tradeoffer-manager 2; wechaty 0, 1',
  receivers: {
    server: {
      values: [
        'new ftp-srv#default()',
        'new ftp-srv#FtpSrv()',
        'minecraft-protocol#createServer()',
        'dns2#createServer()',
        'dns2#default.createServer()',
      ],
    },
    ssh: { values: ['new ssh2#Server()'] },
    client: { values: [], chains: true },
    user: {
      values: [
        'new steam-user#default()',
        'new steam-tradeoffer-manager#default()',
        'wechaty#WechatyBuilder.build()',
        'typed wechaty#Wechaty',
      ],
      chains: true,
    },
  },
  registrations: [
    {
      on: 'server',
      methods: ['on', 'once'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      gives: { 0: 'client' },
      label: 'server {0}',
    },
    { calls: ['new ssh2#Server()'], handlers: [1], kind: 'message', gives: { 0: 'client' }, label: 'ssh connection' },
    {
      on: 'ssh',
      methods: ['on'],
      events: ['connection'],
      handlers: [1],
      kind: 'message',
      gives: { 0: 'client' },
      label: 'ssh {0}',
    },
    { on: 'client', methods: ['on', 'once'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'client {0}' },
    {
      calls: ['dns2#createServer()', 'dns2#default.createServer()'],
      handlers: [{ option: 'handle', argument: 0 }],
      kind: 'message',
      label: 'dns query',
    },
    { on: 'user', methods: ['on', 'once'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'chat {0}' },
  ],
  returned: 'ignored',
});
