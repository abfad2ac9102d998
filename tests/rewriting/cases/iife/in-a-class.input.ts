import express from 'express';
import { Journal } from '../services/audit.js';

export class Shop {
  readonly router = express.Router();
  #journal = new Journal();

  constructor(readonly name: string) {
    this.router.get('/', this.index);
    this.router.post('/', (req, res) => {
      (async () => {
        await this.#journal.write(this.name);
      })();
      res.sendStatus(202);
    });
  }

  index: express.RequestHandler = function (this: unknown, req, res) {
    void (async (): Promise<void> => {
      await new Journal().write(`${String(this)} ${new.target === undefined ? req.url : ''}`);
    })();
    res.end();
  };
}
