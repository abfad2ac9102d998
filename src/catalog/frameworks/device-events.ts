import { defineEntry } from '../entry.ts';

export const deviceEvents = defineEntry({
  name: 'events of devices',
  docs: 'https://zwave-js.github.io/zwave-js/#/api/driver',
  packages: ['zwave-js', 'zigbee-herdsman', 'serialport', '@serialport/parser-readline', 'noble', '@abandonware/noble'],
  versions: 'zwave-js 10 to 15; zigbee-herdsman 0 to 6; serialport 8 to 13',
  receivers: {
    driver: {
      values: ['new zwave-js#Driver()', 'typed zwave-js#ZWaveNode', 'new zigbee-herdsman#Controller()'],
      chains: true,
    },
    port: {
      values: [
        'new serialport#SerialPort()',
        'new serialport#default()',
        'new serialport#SerialPort().pipe()',
        'new serialport#ReadlineParser()',
        'new @serialport/parser-readline#ReadlineParser()',
      ],
    },
  },
  registrations: [
    {
      on: 'driver',
      methods: ['on', 'once', 'addListener'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      label: 'device {0}',
    },
    {
      on: 'port',
      methods: ['on', 'once', 'addListener'],
      events: ['data', 'close', 'error'],
      handlers: [1],
      kind: 'message',
      label: 'port {0}',
    },
  ],
  returned: 'ignored',
});
