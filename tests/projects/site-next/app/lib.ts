export async function track(event: unknown): Promise<void> {
  await Promise.resolve(event);
}
