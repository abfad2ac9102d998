import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const CONTEXT_OPTIONS = names(`
  CreateExpressContextOptions CreateHTTPContextOptions CreateFastifyContextOptions CreateNextContextOptions
  CreateWSSContextFnOptions CreateAWSLambdaContextOptions FetchCreateContextFnOptions
`);

const BASES = [
  'publicProcedure',
  'protectedProcedure',
  'adminProcedure',
  'procedure',
  'authedProcedure',
  'baseProcedure',
];
const ADAPTERS = names(`
  createExpressMiddleware createHTTPServer createHTTPHandler fetchRequestHandler awsLambdaRequestHandler
  createNextApiHandler applyWSSHandler nodeHTTPRequestHandler
`);

export const trpc = defineEntry({
  name: 'trpc',
  docs: 'https://trpc.io/docs/server/procedures',
  packages: ['@trpc/server'],
  versions: '10, 11',
  receivers: {
    t: { values: ['@trpc/server#initTRPC.**.create()'] },
    procedure: {
      values: ['@trpc/server#initTRPC.**.create().procedure', ...BASES.map((name) => `global#${name}`)],
      chains: true,
    },
  },
  registrations: [
    { on: 'procedure', methods: ['query', 'mutation', 'subscription'], handlers: [0], label: '{method} {variable}' },
    { on: 'procedure', methods: ['use'], handlers: [0], label: 'middleware' },
    { on: 't', methods: ['middleware'], handlers: [0], label: 'middleware' },
    {
      calls: ['@trpc/server#initTRPC.**.create()'],
      handlers: [{ option: 'errorFormatter', argument: 0 }],
      label: 'error formatter',
    },
    {
      calls: [`@trpc/server/adapters/*#${ADAPTERS}()`],
      handlers: [{ option: 'createContext' }, { option: 'onError' }],
      label: 'tRPC context',
    },
  ],
  types: {
    parameters: [`@trpc/server/adapters/*#${CONTEXT_OPTIONS}`],
  },
  returned: 'awaited',
  continuation: 'next',
});
