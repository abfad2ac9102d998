import { Queue, Worker, type Job } from 'bullmq';
import { sendReceipt } from '../services/mail.js';

const reminders = new Queue('reminders');

export const worker = new Worker('receipts', async (job: Job<{ to: string[] }>) => {
  let sent = 0;
  for (const to of job.data.to) {
    await sendReceipt(to);
    sent += 1;
    job.updateProgress(sent);
  }
  reminders.add('remind', job.data, { delay: 86_400_000 });
  return sent;
});
