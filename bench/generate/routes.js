import { fileWriter } from './writer.js';

/**
 * An Express router with a route for each method of the service. Each is a handler, and some do more than one thing.
 */
export function routes(domain, random, planted) {
  const { folder, name, type, verbs } = domain;
  const file = fileWriter(`${folder}/${name}.routes.ts`, random, planted);
  file.add(`import { Router } from 'express';
import type { ${type}Service } from './${name}.service.js';
import { requireUser, userOf } from '../../../lib/auth.js';
import { forget, remember } from '../../../lib/cache.js';
import { logger } from '../../../lib/logger.js';
import { sendMail } from '../../../lib/mailer.js';
import { parse${type}Filter, parse${type}Input, parse${type}Patch } from './${name}.schema.js';
import { ${name}Csv, to${type}PageView, to${type}View } from './${name}.mapper.js';

export function ${name}Routes(service: ${type}Service): Router {
  const router = Router();
  router.use(requireUser);

  router.get('/', async (req, res) => {
    const page = await service.list(userOf(req), parse${type}Filter(req.query));
    res.json(to${type}PageView(page));
  });

  router.get('/export', async (req, res) => {
    const page = await service.list(userOf(req), { page: 1, size: 10_000 });
    res.type('text/csv').send(${name}Csv(page.items));
  });

  router.get('/:id', async (req, res) => {
    const item = await service.get(userOf(req), req.params.id);`);
  file.call('    ', `remember(\`${name}:\${item.id}\`, item)`);
  file.add(`    res.json(to${type}View(item));
  });

  router.post('/', async (req, res) => {
    const user = userOf(req);
    const item = await service.create(user, parse${type}Input(req.body));`);
  file.call('    ', `sendMail(user.email, '${name}.created', { id: item.id })`);
  file.add(`    res.status(201).json(to${type}View(item));
  });

  router.patch('/:id', async (req, res) => {
    const item = await service.update(userOf(req), req.params.id, parse${type}Patch(req.body));`);
  file.call('    ', `forget(\`${name}:\${item.id}\`)`);
  file.add(`    res.json(to${type}View(item));
  });

  router.delete('/:id', async (req, res, next) => {
    try {
      await service.remove(userOf(req), req.params.id);`);
  file.call('      ', `forget(\`${name}:\${req.params.id}\`)`);
  file.add(`      res.status(204).end();
    } catch (error) {
      logger.error('${name} remove', error);
      next(error);
    }
  });`);
  for (const verb of verbs) {
    file.add(`
  router.post('/:id/${verb}', async (req, res) => {
    const user = userOf(req);
    const item = await service.${verb}(user, req.params.id);`);
    if (random.chance(0.5)) file.call('    ', `sendMail(user.email, '${name}.${verb}', { id: item.id })`);
    file.add(`    res.json(to${type}View(item));
  });`);
  }
  file.add('', '  return router;', '}');
  return file.text();
}
