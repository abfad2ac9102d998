'use server';

export async function save(form: FormData): Promise<void> {
  store(form);
  await Promise.resolve();
}

async function store(form: FormData): Promise<void> {
  await Promise.resolve(form);
}
