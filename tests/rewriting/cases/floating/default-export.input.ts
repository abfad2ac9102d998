import type { NextApiRequest, NextApiResponse } from 'next';
import { record } from '../services/audit.js';

export default async (req: NextApiRequest, res: NextApiResponse): Promise<void> => {
  record('called');
  await Promise.resolve();
  res.status(200).end();
};
