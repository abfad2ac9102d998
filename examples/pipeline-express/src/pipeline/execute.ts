import { finishRun, restartRun } from '../database.js';
import { notifyFinished } from '../notifier.js';
import { publish, research, validate, write } from './phases.js';

export async function executePipeline(orgId: string, runId: string): Promise<void> {
  try {
    await research(runId);
    await write(runId);
    await validate(runId);
    await publish(runId);
    finishRun(runId, 'finished');
  } catch (error) {
    finishRun(runId, 'failed');
    throw error;
  }
  notifyFinished(orgId, runId);
}

export async function retryRun(orgId: string, runId: string): Promise<void> {
  restartRun(runId);
  await executePipeline(orgId, runId);
}
