import express from 'express';
import { record } from '../services/audit.js';

const router = express.Router();

router.param('id', (req, res, next, id) => {
  record(id);
  next();
});

router.route('/orders/:id')
  .get((req, res) => res.json({ id: req.params.id }))
  .delete((req, res) => {
    record('deleted').finally(() => console.log('deleted', req.params.id));
    res.status(204).end();
  });

// Express knows it by its four parameters.
// eslint-disable-next-line no-unused-vars
router.use((error, req, res, next) => {
  record(error.message).catch(() => {});
  res.status(error.status ?? 500).json({ error: error.message });
});

export default router;
