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

export const app = express();

app.post('/orders', (req: Request, res: Response) => {
  record(String(settings.private));
  res.sendStatus(202);
});
