import { setTimeout as sleep } from 'node:timers/promises';
import { insertPhase } from '../database.js';

/** Each phase stands for a call to something slow: a search, a language model, a validator, a content system. */
async function phase(runId: string, name: string, ms: number): Promise<void> {
  await sleep(ms + Math.random() * ms);
  insertPhase(runId, name);
}

export async function research(runId: string): Promise<void> {
  await phase(runId, 'research', 400);
}

export async function write(runId: string): Promise<void> {
  await phase(runId, 'writing', 600);
}

export async function validate(runId: string): Promise<void> {
  await phase(runId, 'validation', 250);
}

export async function publish(runId: string): Promise<void> {
  await phase(runId, 'publishing', 250);
}
