import { defineEntry } from '../entry.ts';

const ADAPTERS = ['new @iobroker/adapter-core#Adapter()', '@iobroker/adapter-core#adapter()'];
const MESSAGES = ['message', 'objectChange', 'stateChange', 'fileChange', 'log'];
const LIFECYCLE = ['ready', 'unload'];

export const iobroker = defineEntry({
  name: 'iobroker',
  docs: 'https://github.com/ioBroker/ioBroker.docs/blob/master/docs/en/dev/adapterref.md',
  packages: ['@iobroker/adapter-core'],
  versions: '3',
  receivers: { app: { values: [...ADAPTERS, 'typed @iobroker/adapter-core#AdapterInstance'] } },
  registrations: [
    { methods: ['on', 'once'], events: MESSAGES, handlers: [1], kind: 'message', label: 'event {0}' },
    { methods: ['on', 'once'], events: LIFECYCLE, handlers: [1], kind: 'lifecycle', label: 'adapter {0}' },
    { calls: ADAPTERS, handlers: [{ option: MESSAGES.join('|') }], kind: 'message', label: 'event {key}' },
    { calls: ADAPTERS, handlers: [{ option: LIFECYCLE.join('|') }], kind: 'lifecycle', label: 'adapter {key}' },
  ],
  returned: 'ignored',
  launches: ADAPTERS.flatMap((adapter) => [
    `${adapter}.setState|setStateChanged|setObject|setObjectNotExists|extendObject|delObject|delState()`,
    `${adapter}.setForeignState|setForeignObject|extendForeignObject|delForeignObject()`,
    `${adapter}.getStateAsync|getObjectAsync|getForeignStateAsync|getForeignObjectAsync|readFileAsync()`,
    `${adapter}.setStateAsync|setObjectAsync|setForeignStateAsync|setForeignObjectAsync|writeFileAsync()`,
    `${adapter}.setObjectNotExistsAsync|extendObjectAsync|subscribeStatesAsync|sendToAsync|sendToHostAsync()`,
  ]),
});
