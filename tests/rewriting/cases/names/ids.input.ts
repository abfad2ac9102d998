import express, { type Request } from 'express';
import { executePipeline, index, type Run } from '../services/runs.js';

const runs = new Map<string, Run>();
const router = express.Router();

router.post('/orgs/:orgId/runs', (req: Request<{ orgId: string }>, res) => {
  const { orgId } = req.params;
  const run: Run = { id: crypto.randomUUID(), steps: [] };
  runs.set(run.id, run);

  executePipeline(orgId, run);
  void index(run.id, run);
  index<{ of: string }>(`${orgId}/${run.id}`, { of: orgId }).catch(console.error);
  index(req.params.orgId as string, run);

  res.status(202).json({ id: run.id });
});

export default router;
