import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const METHODS = names(`
  create createMany createManyAndReturn update updateMany updateManyAndReturn upsert delete deleteMany findUnique
  findUniqueOrThrow findFirst findFirstOrThrow findMany count aggregate groupBy
`);

export const prisma = defineEntry({
  name: 'prisma',
  docs: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference',
  packages: ['@prisma/client', 'prisma'],
  launches: ['new @prisma/client#PrismaClient().$transaction|$connect|$disconnect()'],
  // Nothing is sent until the first then, catch or finally.
  lazy: [
    `new @prisma/client#PrismaClient().*.${METHODS}()`,
    'new @prisma/client#PrismaClient().$queryRaw|$executeRaw|$queryRawUnsafe|$executeRawUnsafe()',
    'new @prisma/client#PrismaClient().$queryRaw|$executeRaw`…`',
  ],
  lazyTypes: ['@prisma/client#PrismaPromise'],
  // No other library calls anything so.
  scopes: [{ method: '$transaction' }],
});
