import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const NEXT = '{ "name": "site", "dependencies": { "next": "15" } }';
const SAVE = 'async function save(x) { await x; return { x }; }\n';

describe('a handler that is given a response, in a framework where others return theirs', () => {
  reaches('answers through it', {
    'package.json': NEXT,
    'pages/api/users.js': `${SAVE}export default async function handler(req, res) {
  if (req.method === 'DELETE') {
    save(1).then((user) => res.json(user)).catch(() => res.status(500).end());
  } else if (req.method === 'PUT') {
    save(2).then((user) => res.json(user));
  } else {
    res.status(405).end();
  }
}
`,
    'pages/api/late.js': `${SAVE}export default async function handler(req, res) {
  res.status(202).end();
  save(1).then((user) => { res.log(user); }); //!
}
`,
    'pages/api/sent.js': `${SAVE}export default async function handler(req, res) {
  res.json({ user: save(1) }); //!
}
`,
    'app/users/route.js': `${SAVE}export async function POST(request, context) {
  save(1).then((user) => { context.user = user; }); //!
  return Response.json(1);
}
`,
  });
});
