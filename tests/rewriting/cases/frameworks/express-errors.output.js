import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

const router = express.Router();

router.param('id', (req, res, next, id) => {
  fireTask(record(id), `record:${id}`);
  next();
});

router.route('/orders/:id')
  .get((req, res) => res.json({ id: req.params.id }))
  .delete((req, res) => {
    fireTask(record('deleted').finally(() => console.log('deleted', req.params.id)), 'record');
    res.status(204).end();
  });

// Express knows it by its four parameters.
// eslint-disable-next-line no-unused-vars
router.use((error, req, res, next) => {
  fireTask(record(error.message).catch(() => {}), 'record');
  res.status(error.status ?? 500).json({ error: error.message });
});

export default router;
