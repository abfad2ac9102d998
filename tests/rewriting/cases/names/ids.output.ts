import express, { type Request } from 'express';
import { executePipeline, index, type Run } from '../services/runs.js';
import { fireTask } from '../lib/fire-task.js';

const runs = new Map<string, Run>();
const router = express.Router();

router.post('/orgs/:orgId/runs', (req: Request<{ orgId: string }>, res) => {
  const { orgId } = req.params;
  const run: Run = { id: crypto.randomUUID(), steps: [] };
  runs.set(run.id, run);

  fireTask(executePipeline(orgId, run), `executePipeline:${orgId}`);
  fireTask(index(run.id, run), `index:${run.id}`);
  fireTask(index<{ of: string }>(`${orgId}/${run.id}`, { of: orgId }).catch(console.error), 'index');
  fireTask(index(req.params.orgId as string, run), `index:${req.params.orgId}`);

  res.status(202).json({ id: run.id });
});

export default router;
