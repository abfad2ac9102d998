import { domainFiles } from './generate/domain.js';
import { randomFrom } from './generate/random.js';
import { ASIDE, SHARED } from './generate/shared.js';
import { namesOf } from './generate/words.js';

const FILES_IN_DOMAIN = 10;
const DOMAINS_IN_AREA = 12;
/** `src/server.ts`, in addition to the shared files and one index per area. */
const MORE = 1;

/**
 * Generates a server of `files` TypeScript files, about a tenth of them tests; the same seed gives the same server. It
 * consists of domains of ten files behind Express, whose services use each other.
 *
 * @returns `files`: texts by path; `planted`: where a promise in a handler has no owner, as `{ path, line, form }`
 */
export function generateServer({ files, seed }) {
  const random = randomFrom(seed);
  const planted = [];
  const count = domainsFor(files);
  const domains = Array.from({ length: count }, (_, index) => {
    const area = `area${Math.floor(index / DOMAINS_IN_AREA) + 1}`;
    const names = namesOf(index);
    return { ...names, area, index, folder: `src/areas/${area}/${names.name}` };
  });
  for (const domain of domains) domain.partners = partnersOf(domain, domains, random);
  const texts = new Map([...ASIDE, ...SHARED]);
  for (const domain of domains) for (const [path, text] of domainFiles(domain, random, planted)) texts.set(path, text);
  const areas = grouped(domains);
  for (const [area, members] of areas) texts.set(`src/areas/${area}/index.ts`, areaIndex(area, members));
  texts.set('src/server.ts', server([...areas.keys()]));
  fillUp(texts, files, random);
  return { files: texts, planted };
}

/** The number of domains, leaving room for the shared files. Files with one function each fill the rest. */
function domainsFor(files) {
  let count = Math.max(1, Math.floor((files - SHARED.length - MORE) / FILES_IN_DOMAIN));
  while (count > 1 && SHARED.length + MORE + count * FILES_IN_DOMAIN + Math.ceil(count / DOMAINS_IN_AREA) > files)
    count -= 1;
  return count;
}

/** Up to two earlier services, mostly from the same area. */
function partnersOf({ index }, domains, random) {
  const start = Math.floor(index / DOMAINS_IN_AREA) * DOMAINS_IN_AREA;
  const partners = new Set();
  for (let count = random.below(3); count > 0; count -= 1) {
    const near = index > start && random.chance(0.8);
    if (index > 0) partners.add(domains[near ? start + random.below(index - start) : random.below(index)]);
  }
  return [...partners];
}

function grouped(domains) {
  const areas = new Map();
  for (const domain of domains) areas.set(domain.area, [...(areas.get(domain.area) ?? []), domain]);
  return areas;
}

function areaIndex(area, members) {
  const make = ({
    name,
    type,
    partners,
  }) => `  const ${name} = new ${type}Service(new ${type}Repository(database)${partners.map((partner) => `, services.${partner.name}`).join('')});
  services.${name} = ${name};
  router.use('/${name}s', ${name}Routes(${name}));`;
  return `import { Router } from 'express';
import type { Database } from '../../lib/database.js';
${members.flatMap(({ name, type }) => [`import { ${type}Repository } from './${name}/${name}.repository.js';`, `import { ${type}Service } from './${name}/${name}.service.js';`, `import { ${name}Routes } from './${name}/${name}.routes.js';`]).join('\n')}

/** The services of all areas so far, by name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Services = Record<string, any>;

export function ${area}(database: Database, services: Services): Router {
  const router = Router();
${members.map(make).join('\n')}
  return router;
}
`;
}

function server(areas) {
  return `import express from 'express';
import { HttpDatabase } from './lib/database.js';
import { logger } from './lib/logger.js';
${areas.map((area) => `import { ${area} } from './areas/${area}/index.js';`).join('\n')}

const database = new HttpDatabase(process.env['DATABASE_URL'] ?? 'http://database.local');
const services = {};
const app = express();
app.use(express.json());
${areas.map((area) => `app.use('/${area}', ${area}(database, services));`).join('\n')}
app.get('/health', (_req, res) => {
  res.json({ ok: true });
});
app.listen(3000, () => {
  logger.info('listening');
});
`;
}

function fillUp(texts, files, random) {
  const count = () => [...texts.keys()].filter((path) => path.endsWith('.ts')).length;
  for (let index = count(); index < files; index += 1) {
    texts.set(
      `src/lib/scale${index}.ts`,
      `export function scale${index}(value: number): number {\n  return value * ${1 + random.below(100)};\n}\n`,
    );
  }
}
