import { defineEntry } from '../entry.ts';

export const soap = defineEntry({
  name: 'soap',
  docs: 'https://github.com/vpulim/node-soap#soaplistenserver-path-services-wsdl-callback',
  packages: ['soap'],
  versions: '1',
  registrations: [
    { calls: ['soap#listen()'], handlers: [{ option: '*.*.*', argument: 2 }], label: 'SOAP {key}' },
    {
      calls: ['soap#listen()'],
      handlers: [
        { option: 'services.*.*.*', argument: 1 },
        { option: 'authenticate|authorizeConnection|log', argument: 1 },
      ],
      label: 'SOAP {key}',
    },
  ],
  returned: 'awaited',
  launches: ['soap#createClientAsync()'],
});
