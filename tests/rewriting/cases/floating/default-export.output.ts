import type { NextApiRequest, NextApiResponse } from 'next';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export default async (req: NextApiRequest, res: NextApiResponse): Promise<void> => {
  fireTask(record('called'), 'record');
  await Promise.resolve();
  res.status(200).end();
};
