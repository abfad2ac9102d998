import { mapper, policy, schema, types } from './plain.js';
import { repository } from './repository.js';
import { routes } from './routes.js';
import { service } from './service.js';
import { past } from './words.js';
import { fileWriter } from './writer.js';

const FIELDS = [
  'title',
  'status',
  'owner',
  'currency',
  'region',
  'channel',
  'reference',
  'category',
  'label',
  'note',
  'origin',
  'priority',
  'source',
  'batch',
  'locale',
];
const VERBS = [
  'approve',
  'archive',
  'assign',
  'cancel',
  'confirm',
  'duplicate',
  'escalate',
  'freeze',
  'merge',
  'publish',
  'refund',
  'release',
  'remind',
  'renew',
  'review',
  'schedule',
  'settle',
  'split',
  'suspend',
  'verify',
];

/** The ten files of one domain, as `[path, text]`. */
export function domainFiles(domain, random, planted) {
  const { folder, type, name } = domain;
  domain.fields = some(FIELDS, 5, random);
  domain.verbs = some(VERBS, 3 + random.below(3), random);
  return [
    [`${folder}/${name}.routes.ts`, routes(domain, random, planted)],
    [`${folder}/${name}.service.ts`, service(domain, random, planted)],
    [`${folder}/${name}.types.ts`, types(domain)],
    [`${folder}/${name}.schema.ts`, schema(domain)],
    [`${folder}/${name}.mapper.ts`, mapper(domain)],
    [`${folder}/${name}.policy.ts`, policy(domain, random)],
    [`${folder}/${name}.repository.ts`, repository(domain)],
    [`${folder}/${name}.events.ts`, events(domain, random, planted)],
    [`${folder}/${name}.math.ts`, math(type, random)],
    [`${folder}/${name}.service.test.ts`, test(domain)],
  ];
}

function some(list, count, random) {
  const rest = [...list];
  return Array.from({ length: count }, () => rest.splice(random.below(rest.length), 1)[0]);
}

function events({ folder, name, type, verbs }, random, planted) {
  const file = fileWriter(`${folder}/${name}.events.ts`, random, planted);
  file.add(`import type { ${type} } from './${name}.types.js';
import { enqueue } from '../../../lib/queue.js';
import { logger } from '../../../lib/logger.js';
import { post } from '../../../lib/http.js';
`);
  for (const verb of ['create', ...verbs]) {
    file.add(`export async function ${name}${past(verb)}(item: ${type}): Promise<void> {
  logger.info('${name} ${verb}', { id: item.id });`);
    file.call('  ', `enqueue('${name}.${verb}', { id: item.id, orgId: item.orgId })`);
    if (random.chance(0.4))
      file.call('  ', `post(\`https://hooks.example/\${item.orgId}\`, { event: '${verb}', id: item.id })`);
    file.add('}', '');
  }
  return file.text();
}

function math(type, random) {
  const steps = Array.from(
    { length: 4 + random.below(5) },
    (_, index) => `export function step${index + 1}(amounts: readonly number[]): number {
  let sum = ${random.below(100)};
  for (const [index, amount] of amounts.entries()) {
    if (amount < 0) continue;
    sum += index % ${2 + random.below(5)} === 0 ? amount * ${1 + random.below(9)} : Math.round(amount / ${1 + random.below(9)});
  }
  return sum > 1_000 ? sum - Math.floor(sum / 10) : sum;
}
`,
  );
  return `${steps.join('\n')}
export function scoreOf${type}(amounts: readonly number[]): number {
  return ${steps.map((_, index) => `step${index + 1}(amounts)`).join(' + ')};
}
`;
}

function test({ name, type, fields }) {
  return `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse${type}Input, parse${type}Patch } from './${name}.schema.js';
import { scoreOf${type} } from './${name}.math.js';

const GIVEN = { amount: 3, ${fields.map((field) => `${field}: '${field}'`).join(', ')} };

describe('${name}', () => {
  it('reads what it is given', () => {
    assert.deepEqual(parse${type}Input(GIVEN), GIVEN);
  });

  it('refuses what is no object', () => {
    assert.throws(() => parse${type}Input(null));
    assert.throws(() => parse${type}Patch('text'));
  });

  it('scores nothing below zero', () => {
    assert.ok(scoreOf${type}([1, 2, 3]) >= 0);
  });
});
`;
}
