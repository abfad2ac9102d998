import { Audit } from '#mail/audit.js';

const audit = new Audit();

export async function notifyWarehouse(id: string): Promise<void> {
  await Promise.resolve(id);
  audit.record('notified');
}
