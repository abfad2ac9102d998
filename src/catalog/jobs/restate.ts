import { defineEntry } from '../entry.ts';

const SDK = '@restatedev/restate-sdk';
const KINDS = 'service|object|workflow';

/** The same function in each variant of the SDK: for Node, web standards and AWS Lambda. */
const of = (path: string): string[] => ['', '/fetch', '/lambda'].map((part) => `${SDK}${part}#${path}`);

export const restate = defineEntry({
  name: 'restate',
  docs: 'https://docs.restate.dev/develop/ts/services',
  packages: [SDK],
  versions: '1',
  registrations: [
    {
      calls: of(`${KINDS}()`),
      handlers: [{ option: 'handlers.*', argument: 0 }],
      kind: 'job',
      label: 'handler {name}.{key}',
    },
    {
      calls: [
        ...of('handlers.handler()'),
        ...of('handlers.object.exclusive|shared()'),
        ...of('handlers.workflow.workflow|shared()'),
      ],
      handlers: ['last'],
      kind: 'job',
      label: 'handler',
    },
  ],
  returned: 'awaited',
});
