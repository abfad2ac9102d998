import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const METHODS = names(`
  create createMany createManyAndReturn update updateMany updateManyAndReturn upsert delete deleteMany findUnique
  findUniqueOrThrow findFirst findFirstOrThrow findMany count aggregate groupBy
`);

/** A client, and one that extensions were added to. */
const CLIENTS = ['', '.$extends()', '.$extends().$extends()'].map(
  (extended) => `new @prisma/client#PrismaClient()${extended}`,
);

export const prisma = defineEntry({
  name: 'prisma',
  docs: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference',
  packages: ['@prisma/client', 'prisma'],
  launches: CLIENTS.map((client) => `${client}.$transaction|$connect|$disconnect()`),
  // Nothing is sent until the first then, catch or finally.
  lazy: CLIENTS.flatMap((client) => [
    `${client}.*.${METHODS}()`,
    `${client}.$queryRaw|$executeRaw|$queryRawUnsafe|$executeRawUnsafe()`,
    `${client}.$queryRaw|$executeRaw\`…\``,
  ]),
  lazyTypes: ['@prisma/client#PrismaPromise'],
  // No other library calls anything so.
  scopes: [{ method: '$transaction' }],
});
