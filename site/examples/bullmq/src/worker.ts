import { Worker } from 'bullmq';

export const worker = new Worker<{ ids: string[] }>('thumbnails', async (job) => {
  job.data.ids.forEach(async (id) => {
    await makeThumbnail(id);
  });
  await job.updateProgress(100);
});

async function makeThumbnail(id: string): Promise<void> {
  await fetch(`https://images.internal/${id}/thumbnail`, { method: 'POST' });
}
