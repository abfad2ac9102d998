import { defineEntry } from '../entry.ts';
import { moduleIn } from '../names.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const BELOW_APP = /^(?:src\/)?app(?<route>(?:\/.*)?)\//;
/** Groups and slots aren't part of a path. */
const APP = { omit: /\/\([^/]*\)|\/@[^/]*/g };

export const next = defineEntry({
  name: 'next',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions/route',
  packages: ['next'],
  versions: '14, 15, 16',
  files: [
    { path: moduleIn(BELOW_APP, 'route'), ...APP, exports: METHODS, label: '{EXPORT} {route}' },
    // Server components run for each request. A promise in their props is streamed, and thus passed on.
    {
      path: moduleIn(BELOW_APP, 'page layout template loading default not-found forbidden unauthorized'),
      ...APP,
      exports: ['default', 'generateMetadata', 'generateViewport'],
      unless: 'use client',
      label: 'page {route}',
    },
    {
      path: moduleIn(BELOW_APP, 'sitemap robots manifest opengraph-image twitter-image icon apple-icon'),
      ...APP,
      exports: ['default', 'generateSitemaps', 'generateImageMetadata'],
      label: 'metadata {route}',
    },
    {
      path: /^(?:src\/)?(?:proxy|middleware)\.[jt]sx?$/,
      exports: ['default', 'proxy', 'middleware'],
      label: 'middleware',
    },
    {
      path: /^(?:src\/)?pages(?<route>\/api\/.*?)(?:\/index)?\.[jt]sx?$/,
      exports: ['default'],
      label: 'API route {route}',
    },
    {
      path: /^(?:src\/)?pages(?<route>\/.*?)(?:\/index)?\.[jt]sx?$/,
      exports: ['getServerSideProps'],
      label: 'getServerSideProps {route}',
    },
    {
      path: /^(?:src\/)?pages(?<route>\/.*?)(?:\/index)?\.[jt]sx?$/,
      exports: ['default'],
      properties: ['getInitialProps'],
      label: 'getInitialProps {route}',
    },
    {
      path: /^(?:src\/)?instrumentation\.[jt]s$/,
      exports: ['register', 'onRequestError'],
      kind: 'lifecycle',
      label: 'instrumentation {export}',
    },
  ],
  directives: [{ text: 'use server', label: 'server action {name}' }],
  registrations: [
    {
      calls: ['next-safe-action#createSafeActionClient().**.action|stateAction()'],
      handlers: [0],
      label: 'server action {variable}',
    },
    { calls: ['next-safe-action#createSafeActionClient().**.use()'], handlers: [0], label: 'action middleware' },
  ],
  types: {
    handlers: ['next#NextApiHandler|GetServerSideProps', 'next/server#NextMiddleware|NextProxy'],
    parameters: ['next#NextApiRequest|NextApiResponse', 'next/server#NextRequest'],
  },
  answers: { parameters: [], ends: [] },
  returned: 'awaited',
  sinks: [{ values: ['next/server#after()', 'next/server#unstable_after()'], accepts: 'both', verdict: 'own' }],
  launches: ['next/headers#cookies|headers|draftMode()', 'next/server#connection()'],
  // Synchronous, whatever their names suggest.
  lookalikes: [
    'next/cache#revalidatePath|revalidateTag|updateTag|refresh()',
    'next/navigation#redirect|notFound|forbidden|unauthorized|permanentRedirect()',
  ],
});
