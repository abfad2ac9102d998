// As in servers/tasks.mjs, but a bundler must see the import of the helper.
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fireTask } from './fire-task.js';

const isTracked = () => process.env.HELPER !== undefined;

function note(line) {
  appendFileSync(process.env.LOG, `${line}\n`);
}

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

export function launch(id, ms) {
  if (isTracked()) fireTask(({ signal }) => work(id, Number(ms), signal), `work:${id}`);
  else work(id, Number(ms));
}

export async function launchLate(id) {
  note(`late ${id}`);
  await sleep(400);
  launch(id, 100);
}

export function launchFailing() {
  const failing = async () => {
    await sleep(20);
    throw new Error('the task failed');
  };
  if (isTracked()) fireTask(failing(), 'failing');
  else failing();
}
