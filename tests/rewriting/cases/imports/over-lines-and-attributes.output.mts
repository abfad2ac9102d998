/// <reference types="node" />
import express, {
  type Request,
  type Response,
} from 'express';
import { record } from '../services/audit.js';
import type {} from '../services/mail.js';
import settings from '../package.json' with {
  type: 'json',
};
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req: Request, res: Response) => {
  fireTask(record(String(settings.private)), 'record');
  res.sendStatus(202);
});
