import type { Request, Response } from 'express';
import { refund } from './refund.js';

export const cancel = (req: Request, res: Response) => {
  void refund(req.params.id);
  res.sendStatus(202);
};
