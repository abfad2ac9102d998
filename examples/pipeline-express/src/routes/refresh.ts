import { Router } from 'express';
import { runsOf } from '../database.js';
import { audit } from '../audit.js';
import { refreshAll } from '../refresh.js';

const REFRESH_DELAY_MS = 200;

export const refresh = Router();

refresh.post('/orgs/:orgId/refresh', (req, res) => {
  const { orgId } = req.params;
  setTimeout(async () => {
    await refreshAll(orgId);
  }, REFRESH_DELAY_MS);
  res.sendStatus(202);
});

refresh.delete('/orgs/:orgId/runs', (req, res) => {
  runsOf(req.params.orgId).forEach(async (run) => {
    await audit(run.id, 'archived');
  });
  res.sendStatus(202);
});
