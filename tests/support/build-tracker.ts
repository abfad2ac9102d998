export async function setup(): Promise<void> {
  const { writeTracker } = (await import(new URL('../../scripts/build-tracker.js', import.meta.url).href)) as { writeTracker: () => Promise<void> };
  await writeTracker();
}
