import { defineEntry } from '../entry.ts';

export const nexus = defineEntry({
  name: 'nexus',
  docs: 'https://nexusjs.org/docs/api/object-type',
  packages: ['nexus'],
  versions: '1',
  receivers: { t: { through: ['list', 'nonNull', 'nullable'] } },
  registrations: [
    {
      calls: ['nexus#queryField|mutationField|subscriptionField()'],
      handlers: [{ option: 'resolve' }, { option: 'subscribe' }],
      label: 'field {0}',
    },
    { calls: ['nexus#queryField|mutationField|subscriptionField()'], handlers: [], gives: { 0: 't' }, label: '' },
    {
      calls: ['nexus#objectType|extendType|queryType|mutationType|subscriptionType|interfaceType()'],
      handlers: [],
      givesUnder: { definition: { 0: 't' } },
      label: '',
    },
    {
      on: 't',
      methods: ['field', 'string', 'int', 'float', 'boolean', 'id', 'connectionField'],
      minimumArguments: 2,
      handlers: [{ option: 'resolve' }, { option: 'subscribe' }],
      label: 'field {0}',
    },
  ],
  types: { handlers: ['nexus#FieldResolver'] },
  returned: 'awaited',
});
