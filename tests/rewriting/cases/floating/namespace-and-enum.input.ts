import type { RequestHandler } from 'express';
import { record } from '../services/audit.js';

export enum Step {
  Ordered = 'ordered',
  Paid = 'paid',
}

export namespace Steps {
  export const note = ((req, res) => {
    record(Step.Ordered);
    res.sendStatus(202);
  }) satisfies RequestHandler<{ id: string }>;
}

declare global {
  interface Window {
    readonly step: Step;
  }
}

export const pay: RequestHandler = <T extends { step?: Step }>(req: { body: T }, res: Parameters<RequestHandler>[1]): void => {
  void record(req.body.step!);
  res.sendStatus(202);
};
