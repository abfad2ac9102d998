import express, { type Request, type Response } from 'express';
import { Journal } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export class Orders {
  readonly #journal = new Journal();

  readonly routes = express.Router().post('/', (req, res) => { this.create(req, res); });

  create(req: Request, res: Response): void {
    fireTask(this.#journal.write(req.ip ?? ''), 'journal.write');
    res.sendStatus(202);
  }
}
