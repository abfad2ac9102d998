import { appendFileSync } from 'node:fs';
import { launch } from '../../lib/work.js';

const note = () => appendFileSync(process.env.LOG, 'the platform waited\n');

export default function handler(request, response) {
  // What a platform such as Vercel or Netlify puts there. Next.js loads this file before the first request.
  globalThis[Symbol.for('@next/request-context')] = {
    get: () => ({ waitUntil: (settled) => void settled.then(note) }),
  };
  launch('classic', '20');
  response.status(202).end();
}
