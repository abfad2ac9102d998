// The background work of all servers: with the helper (its path is in HELPER), or, without it, as people write it.
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The injected helper, or undefined. */
export const helper = process.env.HELPER === undefined ? undefined : await import(process.env.HELPER);

function note(line) {
  appendFileSync(process.env.LOG, `${line}\n`);
}

/** Takes `ms`, and cleans up when aborted. */
async function work(id, ms, signal) {
  note(`started ${id}`);
  try {
    await sleep(ms, undefined, { signal });
    note(`finished ${id}`);
  } catch (error) {
    note(`interrupted ${id}`);
    throw error;
  }
}

/** Starts a task and does not wait for it. */
export function launch(id, ms) {
  if (helper === undefined) work(id, Number(ms));
  else helper.fireTask(({ signal }) => work(id, Number(ms), signal), `work:${id}`);
}

/** Starts its task after the client has waited for a while. */
export async function launchLate(id) {
  note(`late ${id}`);
  await sleep(400);
  launch(id, 100);
}

/** Starts a task that rejects. */
export function launchFailing() {
  const failing = async () => {
    await sleep(20);
    throw new Error('the task failed');
  };
  if (helper === undefined) failing();
  else helper.fireTask(failing(), 'failing');
}

export function listening(port) {
  process.stdout.write(`listening on ${port}\n`);
}
