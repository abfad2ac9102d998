import type { RequestHandler } from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export enum Step {
  Ordered = 'ordered',
  Paid = 'paid',
}

export namespace Steps {
  export const note = ((req, res) => {
    fireTask(record(Step.Ordered), 'record');
    res.sendStatus(202);
  }) satisfies RequestHandler<{ id: string }>;
}

declare global {
  interface Window {
    readonly step: Step;
  }
}

export const pay: RequestHandler = <T extends { step?: Step }>(req: { body: T }, res: Parameters<RequestHandler>[1]): void => {
  fireTask(record(req.body.step!), 'record');
  res.sendStatus(202);
};
