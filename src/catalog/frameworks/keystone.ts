import { defineEntry } from '../entry.ts';

const OPERATIONS = 'create|update|delete';
const HOOKS = 'resolveInput|validate|validateInput|validateDelete|beforeOperation|afterOperation';

export const keystone = defineEntry({
  name: 'Keystone',
  docs: 'https://keystonejs.com/docs/config/hooks',
  packages: ['@keystone-6/core'],
  versions: '6',
  registrations: [
    {
      calls: ['@keystone-6/core#list()'],
      handlers: [
        `hooks.${HOOKS}`,
        `hooks.${HOOKS}.${OPERATIONS}`,
        `fields.*.hooks.${HOOKS}`,
        `fields.*.hooks.${HOOKS}.${OPERATIONS}`,
        'access.*',
        'access.operation|filter|item.*',
      ].map((option) => ({ option, argument: 0 })),
      label: 'list {key}',
    },
    {
      calls: ['@keystone-6/core#config()'],
      handlers: [
        { option: 'server.extendExpressApp|extendHttpServer', argument: 0 },
        { option: 'db.onConnect', argument: 0 },
      ],
      kind: 'lifecycle',
      label: 'keystone {key}',
    },
    {
      calls: ['@keystone-6/core#graphql.field()'],
      handlers: [{ option: 'resolve', argument: 0 }],
      label: 'field {variable}',
    },
  ],
  returned: 'awaited',
});
