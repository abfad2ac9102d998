import { setTimeout as sleep } from 'node:timers/promises';
import { insertAudit } from './database.js';

export async function audit(runId: string, event: string): Promise<void> {
  await sleep(20);
  insertAudit(runId, event);
}
