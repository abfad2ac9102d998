import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { audit } from '../audit.js';
import { findRun, insertRun } from '../database.js';
import { notifyStarted } from '../notifier.js';
import { executePipeline, retryRun } from '../pipeline/execute.js';

export const runs = Router({ mergeParams: true });

runs.post('/orgs/:orgId/runs', (req, res) => {
  const { orgId } = req.params;
  const run = { id: randomUUID() };
  insertRun(run.id, orgId);
  executePipeline(orgId, run.id);
  Promise.all([notifyStarted(orgId, run.id), audit(run.id, 'started')]);
  res.status(202).json({ id: run.id, status: 'started' });
});

runs.post('/orgs/:orgId/runs/:runId/retry', (req, res) => {
  const { orgId, runId } = req.params;
  if (findRun(runId) === undefined) {
    res.sendStatus(404);
    return;
  }
  void retryRun(orgId, runId);
  res.sendStatus(202);
});

runs.get('/orgs/:orgId/runs/:runId', (req, res) => {
  const run = findRun(req.params.runId);
  if (run === undefined) {
    res.sendStatus(404);
    return;
  }
  const seen = audit(run.id, 'read');
  res.json(run);
});
