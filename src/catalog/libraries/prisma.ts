import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const METHODS = names(`
  create createMany createManyAndReturn update updateMany updateManyAndReturn upsert delete deleteMany findUnique
  findUniqueOrThrow findFirst findFirstOrThrow findMany count aggregate groupBy
`);

/** A client, a client with extensions, and the client of a transaction. */
const CLIENTS = [
  ...['', '.$extends()', '.$extends().$extends()'].map((extended) => `new @prisma/client#PrismaClient()${extended}`),
  'typed @prisma/client#Prisma.TransactionClient',
];

/** The `output` of a generator whose provider is Prisma's own client. */
const OUTPUT = new RegExp(
  /generator\s+\w+\s*\{(?=[^}]*\bprovider\s*=\s*"prisma-client(?:-js)?")/.source +
    /[^}]*\boutput\s*=\s*"(?<folder>[^"]+)"/.source,
);

const DEFINE_EXTENSION = '@prisma/client#Prisma.defineExtension()';

export const prisma = defineEntry({
  name: 'prisma',
  docs: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference',
  packages: ['@prisma/client', 'prisma'],
  generated: [
    {
      as: '@prisma/client',
      folders: ['.', 'prisma', 'prisma/schema', 'db', 'src/db', 'src/prisma'],
      ending: '.prisma',
      says: OUTPUT,
    },
  ],
  launches: CLIENTS.map((client) => `${client}.$transaction|$connect|$disconnect()`),
  // Nothing is sent until the first then, catch or finally.
  lazy: CLIENTS.flatMap((client) => [
    `${client}.*.${METHODS}()`,
    `${client}.$queryRaw|$executeRaw|$queryRawUnsafe|$executeRawUnsafe()`,
    `${client}.$queryRaw|$executeRaw\`…\``,
  ]),
  lazyTypes: ['@prisma/client#PrismaPromise'],
  // Prisma awaits what stands around a query before the query settles.
  registrations: [
    {
      calls: [...CLIENTS.map((client) => `${client}.$extends()`), DEFINE_EXTENSION],
      handlers: [
        { option: 'query.*', argument: 0 },
        { option: 'query.*.*', argument: 0 },
      ],
      kind: 'job',
      label: 'query hook {key}',
    },
  ],
  returned: 'awaited',
  hands: [
    { calls: [DEFINE_EXTENSION], parameter: 0, is: 'new @prisma/client#PrismaClient()' },
    {
      calls: CLIENTS.map((client) => `${client}.$transaction()`),
      parameter: 0,
      is: 'typed @prisma/client#Prisma.TransactionClient',
    },
  ],
  // No other library has a method with this name.
  scopes: [{ method: '$transaction' }],
});
