import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { globSync } from 'tinyglobby';
import tsBlankSpace from 'ts-blank-space';

const folder = new URL('../examples/', import.meta.url);

/** The playground's examples, in this order: a folder of site/examples, and the dependencies of its package. */
const EXAMPLES = [
  { id: 'express', title: 'Express', dependencies: { express: '^5.0.0' } },
  { id: 'files', title: 'Express, three files', dependencies: { express: '^5.0.0' } },
  { id: 'fastify', title: 'Fastify', dependencies: { fastify: '^5.0.0' } },
  { id: 'hono', title: 'Hono', dependencies: { hono: '^4.0.0' } },
  { id: 'next', title: 'Next.js route', dependencies: { next: '^16.0.0' } },
  { id: 'workers', title: 'Cloudflare Worker', dependencies: { wrangler: '^4.0.0' } },
  { id: 'bullmq', title: 'BullMQ worker', dependencies: { bullmq: '^5.0.0' } },
];

/** The examples with their files, in TypeScript and with the types removed. */
export async function readExamples() {
  return Promise.all(
    EXAMPLES.map(async ({ id, ...rest }) => {
      const paths = globSync('**/*.ts', { cwd: fileURLToPath(new URL(`${id}/`, folder)) }).sort();
      const files = await Promise.all(
        paths.map(async (path) => {
          const ts = readFileSync(new URL(`${id}/${path}`, folder), 'utf8');
          return {
            path: path.replace(/\.ts$/, ''),
            ts,
            js: await prettier.format(tsBlankSpace(ts).replace(/^\s*\n/, ''), {
              parser: 'babel',
              singleQuote: true,
              printWidth: 100,
            }),
          };
        }),
      );
      return { id, ...rest, files };
    }),
  );
}
