import { setTimeout as sleep } from 'node:timers/promises';
import { runsOf } from './database.js';
import { audit } from './audit.js';

/** Looks again at everything that an organisation has published. */
export async function refreshAll(orgId: string): Promise<void> {
  for (const run of runsOf(orgId)) {
    await sleep(5);
    await audit(run.id, 'refreshed');
  }
}
