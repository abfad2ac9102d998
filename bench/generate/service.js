import { past } from './words.js';
import { fileWriter } from './writer.js';

/** The class that routes call; it receives its repository and a few other services. */
export function service(domain, random, planted) {
  const { folder, name, type, verbs, partners } = domain;
  const file = fileWriter(`${folder}/${name}.service.ts`, random, planted);
  const events = ['create', ...verbs].map((verb) => `${name}${past(verb)}`);
  file.add(`import type { User } from '../../../lib/auth.js';
import type { ${type}, ${type}Filter, ${type}Input, ${type}Page, ${type}Patch } from './${name}.types.js';
import type { ${type}Repository } from './${name}.repository.js';`);
  for (const partner of partners)
    file.add(
      `import type { ${partner.type}Service } from '../../${partner.area}/${partner.name}/${partner.name}.service.js';`,
    );
  file.add(`import { record } from '../../../lib/audit.js';
import { logger } from '../../../lib/logger.js';
import { ${events.join(', ')} } from './${name}.events.js';
import { demand, mayRead } from './${name}.policy.js';
import { scoreOf${type} } from './${name}.math.js';

export class ${type}Service {
  constructor(
    private readonly items: ${type}Repository,`);
  for (const partner of partners) file.add(`    private readonly ${partner.name}: ${partner.type}Service,`);
  file.add(`  ) {}

  async list(user: User, filter: ${type}Filter): Promise<${type}Page> {
    const page = await this.items.list(user.orgId, filter);
    logger.debug('${name} list', { total: page.total });
    return { ...page, items: page.items.filter((item) => mayRead(user, item)) };
  }

  async get(user: User, id: string): Promise<${type}> {
    const item = await this.items.find(user.orgId, id);`);
  file.call('    ', 'this.items.touch(item.id)');
  file.add(`    return item;
  }

  async create(user: User, input: ${type}Input): Promise<${type}> {
    const item = await this.items.insert(user.orgId, input);
    const score = scoreOf${type}([item.amount, input.amount]);`);
  file.call('    ', `record(user.id, '${name}.create', { id: item.id, score })`);
  file.call('    ', `${name}CreateEvent(item)`);
  file.add(`    return item;
  }

  async update(user: User, id: string, patch: ${type}Patch): Promise<${type}> {
    const before = await this.items.find(user.orgId, id);
    const after = await this.items.update(user.orgId, id, patch);`);
  file.call('    ', `record(user.id, '${name}.update', { before, after })`);
  file.add(`    return after;
  }

  async remove(user: User, id: string): Promise<void> {
    await this.items.remove(user.orgId, id);`);
  file.call('    ', `record(user.id, '${name}.remove', { id })`);
  file.add('  }', '');
  for (const verb of verbs) {
    const partner = partners.length > 0 && random.chance(0.5) ? random.pick(partners) : undefined;
    file.add(`  async ${verb}(user: User, id: string): Promise<${type}> {
    const item = await this.items.find(user.orgId, id);
    demand('${verb}', user, item);`);
    if (partner !== undefined)
      file.add(`    const other = await this.${partner.name}.get(user, item.id);
    if (other.amount > item.amount) logger.warn('${name} ${verb}: more than it may be', { id });`);
    file.add(
      `    const changed = await this.items.update(user.orgId, id, { amount: item.amount + ${1 + random.below(9)} });`,
    );
    file.call('    ', `${name}${past(verb)}(changed)`);
    if (random.chance(0.5)) file.call('    ', `record(user.id, '${name}.${verb}', { id })`);
    file.add('    return changed;', '  }', '');
  }
  file.add('}');
  return file.text();
}
