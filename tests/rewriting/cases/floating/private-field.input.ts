import express, { type Request, type Response } from 'express';
import { Journal } from '../services/audit.js';

export class Orders {
  readonly #journal = new Journal();

  readonly routes = express.Router().post('/', (req, res) => { this.create(req, res); });

  create(req: Request, res: Response): void {
    this.#journal.write(req.ip ?? '');
    res.sendStatus(202);
  }
}
