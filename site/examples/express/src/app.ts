import express from 'express';

const app = express();

app.post('/orgs/:orgId/runs', (req, res) => {
  const run = createRun(req.params.orgId);
  executePipeline(req.params.orgId, run.id);
  res.status(202).json(run);
});

app.put('/users/:id', async (req, res) => {
  const user = await updateUser(req.params.id, req.body);
  void touchLastActive(user.id);
  audit('user.updated', user.id).catch(console.error);
  res.json(user);
});

function createRun(orgId: string) {
  return { id: crypto.randomUUID(), orgId, status: 'started' };
}

async function executePipeline(orgId: string, runId: string): Promise<void> {
  await fetch(`https://runner.internal/${orgId}/${runId}`, { method: 'POST' });
}

async function updateUser(id: string, change: object): Promise<{ id: string }> {
  return { ...change, id };
}

async function touchLastActive(id: string): Promise<void> {
  await fetch(`https://activity.internal/${id}`, { method: 'POST' });
}

async function audit(event: string, subject: string): Promise<void> {
  await fetch(`https://audit.internal/${event}/${subject}`, { method: 'POST' });
}
