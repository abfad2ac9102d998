import { defineEntry } from '../entry.ts';

export const homebridge = defineEntry({
  name: 'Homebridge',
  docs: 'https://developers.homebridge.io/#/api/characteristics',
  packages: ['homebridge'],
  versions: '1, 2',
  receivers: {
    characteristic: {
      values: [
        ...['typed homebridge#PlatformAccessory.getService|addService()', 'typed homebridge#Service'].map(
          (service) => `${service}.getCharacteristic|addCharacteristic()`,
        ),
        'typed homebridge#Characteristic',
      ],
      chains: true,
    },
    api: { values: ['typed homebridge#API'] },
  },
  registrations: [
    { on: 'characteristic', methods: ['onSet', 'onGet'], handlers: [0], kind: 'message', label: '{method}' },
    {
      on: 'characteristic',
      methods: ['on'],
      events: ['set', 'get', 'change'],
      handlers: [1],
      kind: 'message',
      label: 'on {0}',
    },
    {
      on: 'api',
      methods: ['on'],
      events: ['didFinishLaunching', 'shutdown'],
      handlers: [1],
      kind: 'lifecycle',
      label: '{0}',
    },
  ],
  returned: 'awaited',
});
