import { defineEntry } from '../entry.ts';

const FIELDS = ['field', 'string', 'int', 'float', 'boolean', 'id', 'stringList', 'intList', 'floatList', 'booleanList', 'idList', 'listRef', 'fieldWithInput', 'connection', 'prismaField', 'prismaConnection', 'drizzleField', 'drizzleConnection', 'loadable', 'loadableList'];
const RESOLVERS = [{ option: 'resolve' }, { option: 'subscribe' }];

export const pothos = defineEntry({
  name: 'pothos',
  docs: 'https://pothos-graphql.dev/docs/guide/fields',
  packages: ['@pothos/core'],
  versions: '3, 4',
  receivers: { builder: { values: ['new @pothos/core#default()'] } },
  registrations: [
    { on: 'builder', methods: ['queryField', 'mutationField', 'subscriptionField', 'objectField', 'interfaceField', 'queryFields', 'mutationFields', 'subscriptionFields', 'objectFields'], handlers: [], gives: { 0: 'fields' }, label: '' },
    { on: 'builder', methods: ['queryType', 'mutationType', 'subscriptionType', 'objectType', 'interfaceType', 'prismaObject', 'prismaNode', 'node', 'loadableObject', 'drizzleObject'], handlers: [], givesUnder: { fields: { 0: 'fields' } }, label: '' },
    { on: 'builder', methods: ['relayMutationField'], handlers: RESOLVERS, label: 'field {0}' },
    { on: 'fields', methods: FIELDS, handlers: RESOLVERS, label: 'field {variable}' },
  ],
  returned: 'awaited',
});
