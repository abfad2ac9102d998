'use server';

import { fireTask } from '../lib/fire-task.js';

export async function save(form: FormData): Promise<void> {
  fireTask(store(form), 'store');
  await Promise.resolve();
}

async function store(form: FormData): Promise<void> {
  await Promise.resolve(form);
}
