import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const SERVICES = `export class Mailer { async send(to) { record(to); await fetch(to); } } //! POST /a
export class Sms { send(to) { return to; } }
export class Queue { async send(to) { lose(to); } }
async function record(to) { await fetch(to); }
async function lose(to) { await fetch(to); }
`;
const server = (keep: string, read: string, services = SERVICES): Record<string, string> => ({
  'services.js': services,
  'registry.js': `import { Mailer, Sms, Queue } from './services.js';
${keep}
`,
  'app.js': `import express from 'express';
import { services } from './registry.js';
const app = express();
app.post('/a', async (req, res) => {
  ${read}
  res.end();
});
`,
});
const QUIET = SERVICES.replace(' //! POST /a', '');

describe('a value kept in a map of the module under a literal key', () => {
  const MAP =
    "export const services = new Map();\nservices.set('mail', new Mailer());\nservices.set('sms', new Sms());\nservices.set('queue', new Queue());";
  reaches(
    'is read under it',
    server(MAP, "services.get('mail').send(1); //! POST /a\n  await services.get('mail').send(1);"),
  );
  reaches('alone', server(MAP, "services.get('sms').send(1);", QUIET));
  reaches(
    'in pairs',
    server(
      "export const services = new Map([['mail', new Mailer()], ['sms', new Sms()]]);",
      "services.get('mail')?.send(1); //! POST /a\n  services.get('sms').send(1);",
    ),
  );
  reaches('is sure', server(MAP, "services.get('mail').send(1); //! POST /a"), { evidence: 'sure' });
  reaches('is not read under another', server(MAP, "services.get('post').send(1);", QUIET));
  const TWICE = `export const services = new Map();
services.set('mail', process.env.SMTP ? new Mailer() : new Mailer());
services.set('any', new Sms());
services.set('any', new Mailer());`;
  reaches('if it is one of several, each is likely', server(TWICE, "services.get('any').send(1);"));
  reaches('and then not sure', server(TWICE, "services.get('any').send(1);", QUIET), { evidence: 'sure' });
  reaches(
    'in a field of a class',
    server(
      "class Registry { all = new Map(); constructor() { this.all.set('mail', new Mailer()); this.all.set('sms', new Sms()); }\n  async run() { this.all.get('mail').send(1); this.all.get('sms').send(1); } } //! POST /a (run)\nexport const services = new Registry();",
      'await services.run();',
    ),
  );
  reaches('by another file', {
    ...server('export const services = new Map();', "services.get('mail').send(1); //! POST /a"),
    'fill.js':
      "import { services } from './registry.js';\nimport { Mailer } from './services.js';\nservices.set('mail', new Mailer());\n",
  });
  reaches(
    'not in another map',
    server(
      "const others = new Map();\nothers.set('mail', new Mailer());\nexport const services = new Map();\nservices.set('mail', new Sms());",
      "services.get('mail').send(1);",
      QUIET,
    ),
  );
  reaches(
    'not in something else that is called a map',
    server(
      "class Map { set(key, value) {} get(key) { return new Sms(); } }\nexport const services = new Map();\nservices.set('mail', new Mailer());",
      "services.get('mail').send(1);",
      QUIET,
    ),
  );
});
