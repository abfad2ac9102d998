import { defineEntry } from '../entry.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

export const next = defineEntry({
  name: 'next',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions/route',
  packages: ['next'],
  versions: '14, 15, 16',
  files: [
    { path: /^(?:src\/)?app(?<route>(?:\/.*)?)\/route\.[jt]sx?$/, omit: /\/\([^/]*\)|\/@[^/]*/g, exports: METHODS, label: '{EXPORT} {route}' },
    { path: /^(?:src\/)?(?:proxy|middleware)\.[jt]sx?$/, exports: ['default', 'proxy', 'middleware'], label: 'middleware' },
    { path: /^(?:src\/)?pages(?<route>\/api\/.*?)(?:\/index)?\.[jt]sx?$/, exports: ['default'], label: 'API route {route}' },
    { path: /^(?:src\/)?pages(?<route>\/.*?)(?:\/index)?\.[jt]sx?$/, exports: ['getServerSideProps'], label: 'getServerSideProps {route}' },
    { path: /^(?:src\/)?instrumentation\.[jt]s$/, exports: ['register', 'onRequestError'], kind: 'lifecycle', label: 'instrumentation {export}' },
  ],
  directives: [{ text: 'use server', label: 'server action {name}' }],
  types: {
    handlers: ['next#NextApiHandler|GetServerSideProps', 'next/server#NextMiddleware|NextProxy'],
    parameters: ['next#NextApiRequest|NextApiResponse'],
  },
  answers: { parameters: [], ends: [] },
  returned: 'awaited',
  sinks: [
    { values: ['next/server#after()', 'next/server#unstable_after()'], accepts: 'both', verdict: 'own' },
    { values: ['@vercel/functions#waitUntil()'], accepts: 'promise', verdict: 'keep' },
  ],
  launches: ['next/headers#cookies|headers|draftMode()', 'next/server#connection()'],
});
