'use server';

import { track } from '../lib';

export async function save(form: FormData) {
  track(form.get('name'));
}
