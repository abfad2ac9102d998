import express from 'express';
import { Journal } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export class Shop {
  readonly router = express.Router();
  #journal = new Journal();

  constructor(readonly name: string) {
    this.router.get('/', this.index);
    this.router.post('/', (req, res) => {
      fireTask(async () => {
        await this.#journal.write(this.name);
      }, 'journal.write');
      res.sendStatus(202);
    });
  }

  index: express.RequestHandler = function (this: unknown, req, res) {
    fireTask(async (): Promise<void> => {
      await new Journal().write(`${String(this)} ${new.target === undefined ? req.url : ''}`);
    }, 'Journal.write');
    res.end();
  };
}
